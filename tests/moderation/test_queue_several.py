"""Several cases at once: each judged for itself, nothing decided."""

import pytest

from articles.audit.models import Entry
from articles.moderation import bulk
from articles.moderation.models import Case, Decision
from articles.notices.models import Notice
from articles.people.models import SectionRole
from tests.cast import Cast, ahead
from tests.moderation.conftest import Desk

SEVERAL = "/admin/review/several/"


def send(browser: Desk, act: str, *cases: Case, **more: object) -> object:
    ticked = [f"{case.pk}:{case.assigned_to_id or ''}" for case in cases]
    return browser.client.post(SEVERAL, {"act": act, "case": ticked} | more)


def test_what_is_ticked_is_taken(cast: Cast, desk: type[Desk]) -> None:
    cases = [cast.in_review() for _ in range(3)]
    response = send(desk(cast.moderator), "take", *cases[:2])
    assert "Done for 2 of 2." in response.text and response.text.count("It is yours.") == 2
    assert [c.assigned_to for c in Case.objects.order_by("pk")] == [cast.moderator] * 2 + [None]
    assert Entry.objects.filter(verb="case.assigned").count() == 2


def test_each_is_judged_for_itself(cast: Cast, desk: type[Desk]) -> None:
    free, taken, open_, closed, own = (cast.in_review() for _ in range(5))
    Case.objects.filter(pk=taken.pk).update(assigned_to=cast.other_moderator)
    Case.objects.filter(pk=open_.pk).update(
        claimed_by=cast.other_moderator, claimed_until=ahead(minutes=5)
    )
    cast.approve(closed, by=cast.other_moderator)
    Case.objects.filter(pk=own.pk).update(opened_by=cast.moderator)
    response = send(desk(cast.moderator), "take", free, taken, open_, closed, own)
    said = [result.said for result in response.context["results"]]
    assert [result.done for result in response.context["results"]] == [True] + [False] * 4
    assert "한민서 has just taken this case." in said[1]
    assert "has this text open until" in said[2]
    assert "closed" in said[3] and "cannot decide" in said[4]
    assert Case.objects.get(pk=free.pk).assigned_to == cast.moderator


def test_several_are_given_back(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review()
    browser = desk(cast.moderator)
    send(browser, "take", case)
    case.refresh_from_db()
    assert "Given back." in send(browser, "give_back", case).text
    case.refresh_from_db()
    assert case.assigned_to is None and case.claimed_by is None


def test_an_editor_assigns_several(cast: Cast, desk: type[Desk]) -> None:
    cases = [cast.in_review() for _ in range(2)]
    response = send(desk(cast.editor), "assign", *cases, to=cast.moderator.pk)
    assert response.text.count("Assigned to 이하준.") == 2
    assert Notice.objects.filter(to=cast.moderator, code="assigned").count() == 2


@pytest.mark.parametrize(
    ("act", "more", "said"),
    [
        ("assign", {}, "Choose to whom the cases go."),
        ("approve", {}, "Nothing was changed."),
        ("", {}, "Nothing was changed."),
        ("take", {"case": []}, "Tick the cases first."),
        ("take", {"case": ["x", "٣", "-1", "9" * 30, "1:x"]}, "Tick the cases first."),
    ],
)
def test_what_makes_no_sense_changes_nothing(
    cast: Cast, desk: type[Desk], act: str, more: dict, said: str
) -> None:
    case, browser = cast.in_review(), desk(cast.moderator)
    response = send(browser, act, case, **more)
    assert response.url == "/admin/review/"
    assert said in browser.get(response.url).text
    assert not Entry.objects.filter(verb="case.assigned").exists()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("who", ["writer", "other_writer"])
def test_writers_assign_nothing(cast: Cast, desk: type[Desk], who: str) -> None:
    assert send(desk(getattr(cast, who)), "give_back", cast.in_review()).status_code == 403


def test_what_one_may_not_see_is_as_if_it_were_not_there(cast: Cast, desk: type[Desk]) -> None:
    there = cast.in_review(section=cast.economy)
    SectionRole.objects.filter(user=cast.moderator).update(section="hongkong")
    response = send(desk(cast.moderator), "take", there)
    assert response.context["results"] == [] and str(there) not in response.text


def test_at_most_a_hundred_go_at_once(cast: Cast, desk: type[Desk], monkeypatch) -> None:
    monkeypatch.setattr(bulk, "MOST", 2)
    response = send(desk(cast.moderator), "take", *(cast.in_review() for _ in range(3)))
    assert "At most 2 go at once; 1 was left as it is." in response.text
    assert Case.objects.filter(assigned_to=cast.moderator).count() == 2


def test_one_ticks_all_without_a_script(cast: Cast, desk: type[Desk]) -> None:
    for _ in range(2):
        cast.in_review()
    browser = desk(cast.moderator)
    assert browser.get("/admin/review/").text.count(" checked>") == 0
    assert browser.get("/admin/review/", tick="all").text.count(" checked>") == 2
    assert 'name="case"' not in desk(cast.writer).get("/admin/review/").text


def test_one_comes_back_to_the_list_as_it_was(cast: Cast, desk: type[Desk]) -> None:
    case, browser = cast.in_review(), desk(cast.moderator)
    assert send(browser, "take", case, query="risk=low&who=all").context["back"] == (
        "/admin/review/?risk=low&who=all"
    )
    assert send(browser, "", case, query="https://evil.example/").url.startswith("/admin/review/?")
