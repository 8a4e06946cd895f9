import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.moderation.decide import decide
from articles.moderation.models import Case
from articles.publishing.correct import correct
from articles.publishing.schedule import schedule
from tests.cast import ago, ahead

WORK, OVERVIEW = "/admin/work/", "/admin/overview/"


def sent_back(cast, reason="숫자를 원문과 맞춰 주세요."):
    case = cast.in_review()
    decide(case=case, by=cast.moderator, outcome="changes", reason=reason)
    return case


def test_the_writer_sees_what_was_sent_back_with_the_reason(cast, signed_in):
    case = sent_back(cast)
    response = signed_in(cast.writer).get(WORK)
    (row,) = response.context["sent_back"]
    assert row.article_id == case.article_id
    page = response.content.decode()
    assert "숫자를 원문과 맞춰 주세요." in page and "이하준" in page


def test_the_writer_sees_the_place_in_the_queue(cast, signed_in):
    first, second = cast.in_review(), cast.in_review()
    Case.objects.filter(pk=second.pk).update(risk=3, priority=700)
    Case.objects.filter(pk=first.pk).update(risk=1, priority=100)
    rows = signed_in(cast.writer).get(WORK).context["waiting"]
    assert [row.article_id for row in rows] == [second.article_id, first.article_id]
    assert [row.end.count("1") + 2 * row.end.count("2") for row in rows] == [1, 2]


def test_nobody_sees_what_is_only_anothers(cast, signed_in):
    sent_back(cast)
    cast.in_review()
    context = signed_in(cast.other_writer).get(WORK).context
    assert context["sent_back"] == [] and context["waiting"] == []


def test_scheduled_stories_and_corrections_are_listed(cast, signed_in):
    article = cast.approved()
    schedule(article=article, by=cast.editor, at=ahead(hours=3))
    edition = cast.live(ai="none")
    cast.edit(edition.article, standfirst="고친 부제")
    correct(article=edition.article, by=cast.editor, notice="직함을 바로잡았습니다.")
    context = signed_in(cast.editor).get(WORK).context
    assert [row.article_id for row in context["scheduled"]] == [article.pk]
    assert [row.said for row in context["corrections"]] == ["직함을 바로잡았습니다."]


def test_an_editor_of_one_section_is_not_told_what_another_has_scheduled(cast, signed_in):
    article = cast.approved(section=cast.economy)
    schedule(article=article, by=cast.editor, at=ahead(hours=3))
    cast.editor.section_roles.update(section="hongkong")
    assert signed_in(cast.editor).get(WORK).context["scheduled"] == []


def test_what_was_published_today_is_counted_by_use_of_ai(cast, signed_in):
    cast.live(ai="none")
    cast.live(ai="draft")
    cast.live(ai="draft")
    context = signed_in(cast.editor).get(WORK).context
    assert context["published"] == 3
    assert [(bar.words.code, bar.n, bar.share) for bar in context["bars"]] == [
        ("generated", 2, 67),
        ("none", 1, 33),
    ]


def test_the_overview_counts_what_waits_what_is_late_and_what_is_grave(cast, signed_in):
    grave = cast.in_review(body="<p>선전 시는 AI를 사회 전반에嵌入하는 계획을 밝혔다.</p>")
    cast.in_review()
    Case.objects.filter(pk=grave.pk).update(opened_at=ago(minutes=82), due_at=ago(minutes=22))
    response = signed_in(cast.moderator).get(OVERVIEW)
    sums = response.context["sums"]
    assert (sums["all"], sums["late"], sums["high"]) == (2, 1, 1)
    assert response.context["longest"].startswith("1") and "22" in response.context["longest"]
    assert response.context["first"][0].case_id == grave.pk
    assert "han_in_hangul" not in response.content.decode()
    assert [bar.n for bar in response.context["findings"]][0] >= 1


def test_the_overview_tells_the_median_time_and_my_decisions(cast, signed_in):
    for minutes in (10, 20, 60):
        case = cast.in_review()
        cast.approve(case)
        closed = ago(minutes=1)
        Case.objects.filter(pk=case.pk).update(
            opened_at=closed - dt.timedelta(minutes=minutes), closed_at=closed
        )
    context = signed_in(cast.moderator).get(OVERVIEW).context
    assert "20" in context["median"] and context["median_before"] == ""
    assert context["mine"]["n"] == 3
    assert signed_in(cast.other_moderator).get(OVERVIEW).context["mine"]["n"] == 0


def test_the_pages_are_for_their_roles(cast, signed_in):
    assert signed_in(cast.writer).get(OVERVIEW).status_code == 403
    assert signed_in(cast.moderator).get(WORK).status_code == 403


def test_empty_pages_say_so_and_do_not_fail(cast, signed_in):
    client = signed_in(cast.administrator)
    for address in (WORK, OVERVIEW):
        response = client.get(address)
        assert response.status_code == 200 and 'class="empty"' in response.content.decode()


def test_the_pages_ask_as_much_for_many_stories_as_for_few(cast, signed_in):
    client = signed_in(cast.administrator)
    counts = {WORK: [], OVERVIEW: []}
    for _ in range(2):
        for _ in range(3):
            sent_back(cast)
            cast.in_review()
            cast.live()
            schedule(article=cast.approved(), by=cast.editor, at=ahead(hours=3))
        for address, seen in counts.items():
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            seen.append(len(asked))
    assert all(few == many <= 21 for few, many in counts.values()), counts
