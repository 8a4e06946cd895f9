import pytest
from django.core.exceptions import PermissionDenied

from articles.audit.models import Entry
from articles.moderation.assign import assign
from articles.moderation.decide import Refused
from articles.moderation.models import Case
from articles.notices.models import Notice
from tests.cast import Cast
from tests.moderation.conftest import Desk


def press(
    browser: Desk, case: Case, to: object = "me", was: object = "", held: object = ""
) -> object:
    said = {"to": to, "was": was, "held": held}
    return browser.client.post(f"/admin/review/{case.pk}/take/", said)


def test_a_case_is_taken_and_given_back(cast: Cast, desk: type[Desk], grave: Case) -> None:
    browser, me = desk(cast.moderator), cast.moderator
    assert press(browser, grave).url == f"/admin/review/{grave.pk}/"
    grave.refresh_from_db()
    assert grave.assigned_to == me
    press(browser, grave, to="", was=me.pk)
    grave.refresh_from_db()
    assert grave.assigned_to is None
    said = [entry.data["to"] for entry in Entry.objects.filter(verb="case.assigned").order_by("pk")]
    assert said == [me.pk, None]


def test_taken_twice_it_is_taken_once(cast: Cast, grave: Case) -> None:
    for _ in range(2):
        assign(case=grave, by=cast.moderator, to=cast.moderator, was=None)
    assert Entry.objects.filter(verb="case.assigned").count() == 1


def test_who_comes_second_is_told_who_has_it(cast: Cast, desk: type[Desk], grave: Case) -> None:
    press(desk(cast.moderator), grave)
    response = press(desk(cast.other_moderator), grave)
    assert response.status_code == 409
    assert "이하준 has just taken this case." in response.text
    grave.refresh_from_db()
    assert grave.assigned_to == cast.moderator


def test_who_sees_that_another_has_it_may_take_over(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    press(desk(cast.moderator), grave)
    mine = cast.moderator.pk
    assert press(desk(cast.other_moderator), grave, was=mine, held=mine).status_code == 302
    grave.refresh_from_db()
    assert grave.assigned_to == grave.claimed_by == cast.other_moderator
    told = Notice.objects.get(to=cast.moderator)
    assert told.code == "taken_over" and told.data["who"] == "한민서"


def test_who_has_not_seen_that_another_has_it_open_does_not_take_over(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    desk(cast.moderator).get(f"/admin/review/{grave.pk}/")
    response = press(desk(cast.other_moderator), grave)
    assert response.status_code == 409 and "has this text open until" in response.text
    grave.refresh_from_db()
    assert grave.assigned_to is None and grave.claimed_by == cast.moderator


def test_an_editor_assigns_and_the_moderator_is_told(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    assert press(desk(cast.editor), grave, to=cast.moderator.pk).status_code == 302
    grave.refresh_from_db()
    assert grave.assigned_to == cast.moderator and grave.claimed_by is None
    told = Notice.objects.get()
    assert (told.to, told.code, told.data["who"]) == (cast.moderator, "assigned", "김서연")
    assert told.url == f"/admin/review/{grave.pk}/"
    assert Entry.objects.get(verb="case.assigned").data["to"] == cast.moderator.pk


def test_a_case_goes_to_nobody_who_may_not_decide_on_it(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    for to in (cast.writer.pk, cast.editor.pk):
        assert press(desk(cast.editor), grave, to=to).status_code == 403
    for to in ("999999", "x", "9" * 18):
        assert press(desk(cast.editor), grave, to=to).status_code == 422
    assert not Entry.objects.filter(verb="case.assigned").exists()


def test_the_page_offers_what_can_be_done(cast: Cast, desk: type[Desk], grave: Case) -> None:
    path = f"/admin/review/{grave.pk}/"
    assert "Take it" in desk(cast.moderator).get(path).text
    press(desk(cast.moderator), grave)
    assert "Give back" in desk(cast.moderator).get(path).text
    assert "Take over" in desk(cast.other_moderator).get(path).text


@pytest.mark.parametrize("who", ["writer", "other_writer", "editor"])
def test_only_who_may_decide_takes(cast: Cast, desk: type[Desk], grave: Case, who: str) -> None:
    assert press(desk(getattr(cast, who)), grave).status_code == 403
    with pytest.raises(PermissionDenied):
        assign(case=grave, by=cast.moderator, to=getattr(cast, who), was=None)


def test_a_closed_case_is_not_taken(cast: Cast, desk: type[Desk], grave: Case) -> None:
    desk(cast.other_moderator).decide(grave, "reject", reason="안 된다")
    with pytest.raises(Refused):
        assign(case=grave, by=cast.moderator, to=cast.moderator, was=cast.other_moderator.pk)
    assert press(desk(cast.moderator), grave, was=cast.other_moderator.pk).status_code == 409


@pytest.mark.parametrize("was", ["x", "-1", "9" * 40])
def test_nonsense_is_refused(cast: Cast, desk: type[Desk], grave: Case, was: str) -> None:
    assert press(desk(cast.moderator), grave, was=was).status_code in {409, 422}
