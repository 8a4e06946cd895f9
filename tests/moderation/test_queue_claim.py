"""Who has a case on the screen: claimed by opening it, renewed by working, ended by the clock."""

import datetime as dt

import pytest
from django.utils import timezone

from articles.moderation import claim
from articles.moderation.models import Case
from tests.cast import Cast, ago, ahead
from tests.moderation.conftest import Desk


def path(case: Case, more: str = "") -> str:
    return f"/admin/review/{case.pk}/{more}"


def test_opening_a_case_claims_it(cast: Cast, desk: type[Desk], grave: Case, settings) -> None:
    settings.CLAIM_MINUTES = 15
    assert "kept for you until" in desk(cast.moderator).get(path(grave)).text
    grave.refresh_from_db()
    left = grave.claimed_until - timezone.now()
    assert grave.claimed_by == cast.moderator and grave.assigned_to is None
    assert dt.timedelta(minutes=14) < left <= dt.timedelta(minutes=15)


@pytest.mark.parametrize("who", ["writer", "other_writer", "editor"])
def test_who_may_not_decide_claims_nothing(
    cast: Cast, desk: type[Desk], grave: Case, who: str
) -> None:
    desk(getattr(cast, who)).get(path(grave))
    grave.refresh_from_db()
    assert grave.claimed_by is None


def test_who_comes_second_sees_who_has_it_and_until_when(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    desk(cast.moderator).get(path(grave))
    html = desk(cast.other_moderator).get(path(grave)).text
    grave.refresh_from_db()
    until = claim.clock_time(grave.claimed_until)
    assert f"이하준 has this text open until {until}." in html and "Take over" in html
    assert grave.claimed_by == cast.moderator
    assert (
        f"이하준 has it open until {until}" in desk(cast.other_moderator).get(path(grave)[:14]).text
    )


def test_a_claim_that_ran_out_frees_the_case_by_itself(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    desk(cast.moderator).get(path(grave))
    Case.objects.filter(pk=grave.pk).update(claimed_until=ago(seconds=1))
    grave.refresh_from_db()
    assert claim.holder(grave, timezone.now()) is None
    desk(cast.other_moderator).get(path(grave))
    grave.refresh_from_db()
    assert grave.claimed_by == cast.other_moderator


def test_working_on_it_renews_the_claim(cast: Cast, desk: type[Desk], grave: Case) -> None:
    browser = desk(cast.moderator)
    browser.get(path(grave))
    Case.objects.filter(pk=grave.pk).update(claimed_until=ahead(minutes=1))
    part = browser.htmx("post", path(grave, "stay/"))
    assert 'id="claim"' in part.text and "<html" not in part.text
    grave.refresh_from_db()
    assert grave.claimed_until > ahead(minutes=10)
    assert browser.client.post(path(grave, "stay/")).url == path(grave)


def test_a_sign_of_life_does_not_take_what_another_has(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    desk(cast.moderator).get(path(grave))
    part = desk(cast.other_moderator).htmx("post", path(grave, "stay/"))
    assert "이하준 has this text open" in part.text
    grave.refresh_from_db()
    assert grave.claimed_by == cast.moderator


def test_what_another_has_open_is_not_decided_over(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    desk(cast.moderator).get(path(grave))
    browser = desk(cast.other_moderator)
    response = browser.decide(grave, "reject", reason="사실과 다릅니다.")
    assert response.status_code in {409, 422} and "사실과 다릅니다." in response.text
    me = cast.moderator.pk
    browser.client.post(path(grave, "take/"), {"to": "me", "was": "", "held": me})
    assert browser.decide(grave, "reject", reason="사실과 다릅니다.").status_code == 302
    grave.refresh_from_db()
    assert grave.decision.by == cast.other_moderator


def test_after_the_claim_ran_out_anybody_decides(cast: Cast, desk: type[Desk], grave: Case) -> None:
    desk(cast.moderator).get(path(grave))
    Case.objects.filter(pk=grave.pk).update(claimed_until=ago(seconds=1))
    assert (
        desk(cast.other_moderator).decide(grave, "reject", reason="안 됩니다.").status_code == 302
    )


def test_giving_back_lets_go(cast: Cast, desk: type[Desk], grave: Case) -> None:
    browser, me = desk(cast.moderator), cast.moderator.pk
    browser.get(path(grave))
    browser.client.post(path(grave, "take/"), {"to": "me", "was": ""})
    browser.client.post(path(grave, "take/"), {"to": "", "was": me})
    grave.refresh_from_db()
    # The page they are sent back to would claim it again: that is opening it.
    assert grave.claimed_by is None and grave.assigned_to is None
