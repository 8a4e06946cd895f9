"""Which cases the queue shows, in which order, and at what cost."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.moderation import queue as waiting
from articles.moderation.models import Case, ReviewPolicy
from articles.people.models import SectionRole
from articles.people.roles import Role
from articles.publishing.submit import submit
from tests.cast import Cast, ago, ahead
from tests.moderation.conftest import GRAVE, Desk

QUEUE = "/admin/review/"
# Session, person and roles 3; menu 2; notices 1; what is late 1; moderators, filters, sections 3;
# rows 1; their findings, policies and live stories 3; counts 2; whether any is mine to decide 1.
QUERIES = 18


def shown(response: object) -> list[int]:
    return [row.id for row in response.context["rows"]]


def test_highest_priority_first_then_the_oldest(cast: Cast, desk: type[Desk]) -> None:
    low, high, older = cast.in_review(), cast.in_review(body=GRAVE), cast.in_review()
    Case.objects.filter(pk=older.pk).update(opened_at=ago(hours=2))
    assert shown(desk(cast.moderator).get(QUEUE)) == [high.pk, older.pk, low.pk]


def test_a_row_says_what_was_found_what_ai_did_and_how_long(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review(body=GRAVE)
    Case.objects.filter(pk=case.pk).update(opened_at=ago(minutes=90), due_at=ago(minutes=30))
    html = desk(cast.moderator).get(QUEUE).content.decode()
    for said in (
        "Untranslated Chinese characters 1",
        "AI-written",
        "not yet checked",
        "1 h 30 min",
        "30 min overdue",
        "Unassigned",
        "High",
        case.article.headline,
    ):
        assert said in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"risk": "high"}, {"grave"}),
        ({"risk": "low"}, {"translated", "english"}),
        ({"ai": "written"}, {"grave", "english"}),
        ({"ai": "translated"}, {"translated"}),
        ({"ai": "image"}, set()),
        ({"language": "en"}, {"english"}),
        ({"due": "late"}, {"grave"}),
        ({"due": "soon"}, {"translated"}),
        ({"due": "later"}, {"english"}),
        ({"section": "economy"}, {"translated"}),
        ({"who": "me"}, {"translated"}),
        ({"who": "nobody"}, {"grave"}),
        ({"who": "mine"}, {"grave", "translated"}),
        ({"who": "all"}, {"grave", "translated", "english"}),
        ({"ai": "written", "language": "ko"}, {"grave"}),
        ({"code": "han_in_hangul"}, {"grave"}),
        ({"code": "cut_off"}, set()),
        ({"open": "nobody"}, {"grave"}),
        ({"open": "me"}, {"translated"}),
        ({"open": "others"}, {"english"}),
    ],
)
def test_each_filter(
    cast: Cast, desk: type[Desk], query: dict[str, str], expected: set[str]
) -> None:
    cases = {
        "grave": cast.in_review(body=GRAVE),
        "translated": cast.in_review(ai="translation", section=cast.economy),
        "english": cast.in_review(
            language="en",
            headline="One",
            standfirst="Two.",
            body="<p>The city said so on Monday.</p>",
        ),
    }
    for name, due, moderator in (
        ("grave", ago(minutes=1), None),
        ("translated", ahead(minutes=10), cast.moderator),
        ("english", ahead(minutes=50), cast.other_moderator),
    ):
        grave = name == "grave"
        Case.objects.filter(pk=cases[name].pk).update(
            due_at=due,
            assigned_to=moderator,
            risk=3 if grave else 1,
            priority=700 if grave else 100,
            claimed_by=moderator,
            claimed_until=ahead(minutes=5) if moderator else None,
        )
    response = desk(cast.moderator).get(QUEUE, **({"who": "all"} | query))
    names = {case.pk: name for name, case in cases.items()}
    assert {names[pk] for pk in shown(response)} == expected


def test_at_first_what_another_has_taken_is_left_out(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review()
    Case.objects.filter(pk=case.pk).update(assigned_to=cast.other_moderator)
    response = desk(cast.moderator).get(QUEUE)
    assert shown(response) == [] and "No item matches these filters." in response.text
    assert shown(desk(cast.writer).get(QUEUE)) == [case.pk]


@pytest.mark.parametrize(
    "query",
    [
        {"risk": "9"},
        {"ai": "<script>"},
        {"language": "xx"},
        {"due": "\x00"},
        {"section": "' OR 1=1 --"},
        {"who": "1"},
    ],
)
def test_a_bad_value_is_named_and_left_out(
    cast: Cast, desk: type[Desk], query: dict[str, str]
) -> None:
    case = cast.in_review()
    response = desk(cast.moderator).get(QUEUE, **query)
    assert response.status_code == 200
    assert shown(response) == [case.pk]
    assert 'aria-invalid="true"' in response.text and 'class="err"' in response.text
    assert "<script>" not in response.text.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize("value", ["x", "", "-1", "9" * 30, "٣", "999999"])
def test_a_bad_place_in_the_list_is_its_beginning(cast: Cast, desk: type[Desk], value: str) -> None:
    case = cast.in_review()
    assert shown(desk(cast.moderator).get(QUEUE, after=value)) == [case.pk]


def test_htmx_gets_only_the_rows_and_the_count(cast: Cast, desk: type[Desk]) -> None:
    cast.in_review()
    part = desk(cast.moderator).htmx("get", QUEUE)
    assert "<html" not in part.text and 'id="queue"' in part.text
    assert 'id="count" data-hx-swap-oob="innerHTML"' in part.text
    assert "HX-Request" in part["Vary"]
    assert "HX-Request" in desk(cast.moderator).get(QUEUE)["Vary"]


def test_nobody_keeps_the_list(cast: Cast, desk: type[Desk]) -> None:
    assert "no-store" in desk(cast.moderator).get(QUEUE)["Cache-Control"]


def test_an_empty_queue_says_so(cast: Cast, desk: type[Desk]) -> None:
    response = desk(cast.moderator).get(QUEUE)
    assert "Nothing waits for review." in response.text
    assert "Review the next item" not in response.text


def test_the_queue_turns_pages(cast: Cast, desk: type[Desk], monkeypatch: object) -> None:
    monkeypatch.setattr(waiting, "PAGE", 2)
    cases = [cast.in_review().pk for _ in range(5)]
    browser, seen, path = desk(cast.moderator), [], QUEUE
    while path:
        response = browser.get(path) if path == QUEUE else browser.client.get(QUEUE + path)
        seen += shown(response)
        path = response.context["more"]
    assert seen == cases


def test_a_page_begins_where_a_case_stood_that_is_decided_by_now(
    cast: Cast, desk: type[Desk]
) -> None:
    first, second = cast.in_review(), cast.in_review()
    cast.approve(first)
    assert shown(desk(cast.moderator).get(QUEUE, after=first.pk)) == [second.pk]


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"risk": "high", "ai": "written", "language": "ko", "due": "later", "who": "all"},
        {"code": "han_in_hangul", "section": "hongkong", "open": "nobody"},
    ],
)
def test_the_number_of_queries_is_the_same_for_10_and_for_60(
    cast: Cast, desk: type[Desk], query: dict[str, str]
) -> None:
    browser, counts = desk(cast.moderator), []
    for more in (10, 50):
        for _ in range(more):
            cast.in_review(body=GRAVE)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(QUEUE, **query).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= QUERIES


def test_who_is_named_in_the_filter_is_asked_for(cast: Cast, desk: type[Desk]) -> None:
    mine, theirs = cast.in_review(), cast.in_review()
    Case.objects.filter(pk=theirs.pk).update(assigned_to=cast.other_moderator)
    response = desk(cast.moderator).get(QUEUE, who=cast.other_moderator.pk)
    assert shown(response) == [theirs.pk] != [mine.pk]


def test_a_row_says_why_it_stands_where_it_does(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review(body=GRAVE)
    ReviewPolicy.objects.create(section=cast.hong_kong, reach=3)
    html = desk(cast.moderator).get(QUEUE).text
    assert (
        f"Priority {case.priority}: 1 grave finding, AI wrote the text, section with a wide" in html
    )


def test_beyond_a_thousand_nobody_counts_on(
    cast: Cast, desk: type[Desk], monkeypatch: object
) -> None:
    monkeypatch.setattr(waiting, "MOST_COUNTED", 2)
    for _ in range(4):
        cast.in_review()
    assert "2+ items" in desk(cast.moderator).get(QUEUE).text


def test_the_texts_themselves_are_not_loaded(cast: Cast, desk: type[Desk]) -> None:
    cast.in_review(body="<p>본문에만 있는 낱말 쌍둥이자리.</p>")
    found, _more = waiting.page(waiting.open_for(cast.moderator), None)
    assert "snapshot" in found[0].revision.get_deferred_fields()
    assert found[0].headline == found[0].revision.snapshot["headline"]


def test_next_leads_past_what_was_skipped_and_then_round_again(
    cast: Cast, desk: type[Desk]
) -> None:
    first, second = cast.in_review(), cast.in_review()
    browser = desk(cast.moderator)
    path = f"{QUEUE}next/"
    assert browser.get(path).url == f"{QUEUE}{first.pk}/"
    assert browser.get(path, after=first.pk).url == f"{QUEUE}{second.pk}/"
    again = browser.client.get(path, {"after": second.pk}, follow=True)
    assert again.redirect_chain[-1][0] == f"{QUEUE}{first.pk}/"
    assert "It begins again here." in again.text


def test_next_leaves_out_own_texts_and_what_others_have_taken(cast: Cast, desk: type[Desk]) -> None:
    started = cast.article(by=cast.moderator)
    cast.revision(started)
    taken, edited = cast.in_review(), cast.article()
    Case.objects.filter(pk=taken.pk).update(assigned_to=cast.other_moderator)
    cast.revision(edited)
    cast.edit(edited, by=cast.moderator, headline="검토자가 고친 제목")
    for article in (started, edited):
        submit(article=article, by=cast.editor)
    assert waiting.open_for(cast.moderator).count() == 3
    assert not waiting.to_decide(cast.moderator).exists()
    response = desk(cast.moderator).client.get(f"{QUEUE}next/", follow=True)
    assert response.redirect_chain == [(QUEUE, 302)]
    assert "Nothing else waits for you." in response.text


def test_a_moderator_of_one_section_is_led_only_there(cast: Cast) -> None:
    here, elsewhere = cast.in_review(), cast.in_review(section=cast.economy)
    SectionRole.objects.filter(user=cast.moderator).update(section="hongkong")
    SectionRole.objects.create(user=cast.moderator, role=Role.WRITER, section="economy")
    assert {case.pk for case in waiting.open_for(cast.moderator)} == {here.pk, elsewhere.pk}
    assert [case.pk for case in waiting.to_decide(cast.moderator)] == [here.pk]


def test_next_passes_over_what_another_has_open(cast: Cast, desk: type[Desk]) -> None:
    first, second = cast.in_review(), cast.in_review()
    desk(cast.other_moderator).get(f"{QUEUE}{first.pk}/")
    path = f"{QUEUE}next/"
    assert desk(cast.moderator).get(path).url == f"{QUEUE}{second.pk}/"
    Case.objects.filter(pk=first.pk).update(claimed_until=ago(seconds=1))
    assert desk(cast.moderator).get(path).url == f"{QUEUE}{first.pk}/"


def test_dates_are_far_enough_apart_for_the_clock(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review()
    Case.objects.filter(pk=case.pk).update(opened_at=timezone.now() - dt.timedelta(days=40))
    assert "40 d" in desk(cast.moderator).get(QUEUE).text
