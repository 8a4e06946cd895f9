"""A pasted text of a source: kept with the story, compared with, and seen by nobody outside."""

import json

import pytest

from articles.editions.models import Edition
from articles.moderation import checklist
from articles.moderation.decide import decide
from articles.publishing.publish import publish
from articles.publishing.submit import submit
from articles.stories.models import Article, Revision, Source
from articles.stories.translate import start_translation
from tests.desk_article.conftest import address
from tests.desk_article.sheets import rows, sheet

CANARY = "아무도 보아서는 안 되는 원문 한 줄 카나리아"


def row(article, **changes):
    first = sheet(article)
    kept = {k.removeprefix("sources-0-"): v for k, v in first.items() if k.startswith("sources-0-")}
    return rows("sources", kept | changes)


@pytest.fixture
def story(cast):
    article = cast.article()
    Source.objects.filter(article=article).update(text=CANARY, language="ko")
    cast.revision(article)
    return article


def test_it_is_kept_beside_the_sources_and_not_in_them(story):
    snapshot = story.latest_revision().snapshot
    assert snapshot["source_texts"] == [{"position": 1, "text": CANARY}]
    assert CANARY not in json.dumps(snapshot["sources"], ensure_ascii=False)


def test_a_story_without_one_has_no_such_part(cast):
    assert "source_texts" not in cast.revision(cast.article()).snapshot


def test_the_form_keeps_it_and_a_change_is_a_revision(cast, send):
    article = cast.article()
    cast.revision(article)
    send(cast.writer, article, **row(article, text=CANARY + "\r\n둘째 줄"))
    assert article.sources.get().text == CANARY + "\n둘째 줄"
    assert article.revisions.count() == 2
    article.refresh_from_db()
    send(cast.writer, article, **row(article, text=CANARY + "\r\n둘째 줄"))
    assert article.revisions.count() == 2


@pytest.mark.parametrize(
    ("who", "sees"),
    [("writer", True), ("editor", True), ("moderator", True), ("other_writer", False)],
)
def test_only_who_writes_or_reviews_the_story_sees_it(cast, as_, story, who, sees):
    page = as_(getattr(cast, who)).get(address(story))
    assert page.status_code == 200
    assert (CANARY in page.content.decode()) is sees


def test_comparing_says_that_it_changed_without_a_word_of_it(cast, as_, story):
    Source.objects.filter(article=story).update(text=CANARY + " 더")
    cast.revision(story)
    page = as_(cast.other_writer).get(f"{address(story).removesuffix('change/')}compare/")
    assert page.status_code == 200
    text = page.content.decode()
    assert CANARY not in text and str(len(CANARY) + 2) in text


def test_a_translation_does_not_take_it_along(cast, story):
    made = start_translation(original=story, language="en", by=cast.writer)
    assert CANARY not in json.dumps(made.latest_revision().snapshot, ensure_ascii=False)


def test_it_reaches_no_edition_no_page_no_preview_and_no_trail(cast, as_, client, story):
    case = submit(article=Article.objects.get(pk=story.pk), by=cast.writer)
    points = [point.code for point in checklist.for_case(case)]
    decide(case=case, by=cast.moderator, outcome="approve", checklist=points)
    edition = publish(article=Article.objects.get(pk=story.pk), by=cast.editor)
    assert CANARY in json.dumps(
        Revision.objects.get(pk=edition.revision_id).snapshot, ensure_ascii=False
    )
    row = {field.attname: str(getattr(edition, field.attname)) for field in Edition._meta.fields}
    assert CANARY not in json.dumps(row, ensure_ascii=False)
    public = f"/ko/{edition.section_code}/{edition.public_id}/{edition.slug}/"
    preview = address(story).removesuffix("change/") + "preview/"
    pages = [client.get(at) for at in (public, "/ko/", f"/ko/section/{edition.section_code}/")]
    pages += [as_(cast.editor).get(preview), as_(cast.administrator).get("/admin/audit/entry/")]
    assert [page.status_code for page in pages] == [200] * 5
    assert not any(CANARY in page.content.decode() for page in pages)
    assert not any(CANARY in str(entry.data) for entry in _trail())


def _trail():
    from articles.audit.models import Entry

    return Entry.objects.all()
