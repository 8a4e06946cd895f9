"""What the checks compare a text in review with, taken from the newsroom's own rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.lib.html import plain
from articles.moderation import around, open_case
from articles.moderation.models import CheckSetting, GlossaryTerm
from articles.stories.models import Source
from tests.cast import ago

STORY = "<p>" + "</p><p>".join(
    f"홍콩과 선전은 {n}번째 사업에서 금융 기술 협력을 {n * 7}억원 규모로 넓힌다고 시 당국이 밝혔다." for n in range(1, 12)
) + "</p>"  # fmt: skip


def codes(case):
    return [finding.code for finding in case.findings.all()]


def item(revision):
    return around.with_context(open_case.item(revision.snapshot), revision)


def test_a_second_submission_of_one_story_is_told_with_the_first_ones_headline(cast):
    cast.in_review(body=STORY, headline="먼저 온 기사")
    case = cast.in_review(body=STORY)
    finding = case.findings.get(code="near_duplicate")
    assert finding.data["headline"] == "먼저 온 기사"
    assert finding.severity == "medium"


def test_a_live_story_is_compared_too_and_an_old_one_is_not(cast):
    cast.live(ai="none", body=STORY, headline="나간 기사")
    assert "near_duplicate" in codes(cast.in_review(body=STORY))


def test_what_is_older_than_two_weeks_is_not_compared(cast):
    cast.live(ai="none", body=STORY, now=ago(days=15))
    assert "near_duplicate" not in codes(cast.in_review(body=STORY))


def test_a_story_in_another_section_is_not_named(cast):
    cast.in_review(body=STORY, headline="경제면 기사", section=cast.economy)
    finding = cast.in_review(body=STORY).findings.get(code="near_duplicate")
    assert finding.data["kind"] == "same_elsewhere"
    assert "경제면 기사" not in str(finding.data)


def test_a_story_is_no_duplicate_of_itself_or_of_other_stories(cast):
    edition = cast.live(body=STORY)
    revision = cast.edit(edition.article, standfirst="고친 부제")
    cast.in_review(body="<p>도쿄의 벚꽃이 예년보다 이르게 피었다고 기상청이 밝혔다.</p>")
    found = item(revision)
    assert edition.public_id not in {other.key for other in found.others}


def test_looking_costs_as_much_with_many_stories_as_with_few(cast):
    counts = []
    for _round in range(2):
        for _n in range(4):
            cast.in_review(body=STORY)
        revision = cast.revision(cast.article())
        with CaptureQueriesContext(connection) as asked:
            item(revision), around.settings_for(revision.article.section_id)
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 6


def test_a_translation_is_compared_with_its_original(cast):
    original = cast.article(body="<p>홍콩은 20개 사업을 벌인다고 밝혔다.</p>")
    cast.revision(original)
    english = cast.article(
        language="en",
        headline="Hong Kong starts projects",
        standfirst="",
        body="<p>Hong Kong starts 30 projects, it said.</p>",
        translated_from=original,
    )
    found = item(cast.revision(english))
    assert "20개 사업" in found.original.text
    assert found.original.language == "ko"


def test_the_glossary_of_the_language_is_used_and_its_suggestion_can_be_applied(cast):
    GlossaryTerm.objects.create(language="ko", preferred="션전", variants="선전\n심천")
    GlossaryTerm.objects.create(language="en", preferred="Shenzhen", variants="Shumchun")
    case = cast.in_review()
    finding = case.findings.filter(code="glossary_variant", field="body").first()
    text = plain(case.revision.snapshot["body"])
    assert text[finding.start : finding.end] == finding.quote == "선전"
    assert finding.suggestion == "션전"


@pytest.mark.parametrize("where", ["hong_kong", None])
def test_a_check_that_an_operator_switched_off_is_silent(cast, where):
    section = where and getattr(cast, where)
    CheckSetting.objects.create(section=section, code="duplicates", enabled=False)
    cast.in_review(body=STORY)
    assert "near_duplicate" not in codes(cast.in_review(body=STORY))


def test_a_sections_own_setting_comes_before_the_one_for_all(cast):
    CheckSetting.objects.create(section=cast.hong_kong, code="duplicates", severity="high")
    CheckSetting.objects.create(section=None, code="duplicates", enabled=False)
    CheckSetting.objects.create(section=cast.economy, code="duplicates", severity="low")
    cast.in_review(body=STORY)
    assert cast.in_review(body=STORY).findings.get(code="near_duplicate").severity == "high"


def test_a_pasted_source_text_is_compared_with(cast):
    article = cast.article(body="<p>그는 “시민의 삶을 바꾸는 정책을 반드시 만들겠다”고 말했다.</p>")
    Source.objects.filter(article=article).update(
        text="홍콩과 선전은 금융 기술 협력을 넓힌다고 시 당국이 밝혔다.", language="ko"
    )
    found = open_case.look(cast.revision(article))
    assert "quote_not_in_source" in [one.code for one in found]
