"""Review policies at the desk."""

import pytest

from articles.audit.models import Entry
from articles.moderation.models import Case, ReviewPolicy
from articles.people.models import SectionRole
from tests.cast import Cast
from tests.moderation.conftest import Desk

LIST = "/admin/moderation/reviewpolicy/"


def add(browser: Desk, section: object, reach: int = 3) -> object:
    data = {"section": section, "due_minutes": 30, "reach": reach, "four_eyes": "on"}
    return browser.client.post(f"{LIST}add/", data)


def test_an_editor_sets_a_policy_and_waiting_cases_follow(cast: Cast, desk: type[Desk]) -> None:
    case, browser = cast.in_review(), desk(cast.editor)
    assert add(browser, cast.hong_kong.pk).status_code == 302
    case_now = Case.objects.get()
    assert case_now.priority == case.priority + 40 and case_now.due_at == case.due_at
    assert Entry.objects.filter(verb="review_policy.added").count() == 1
    pk = ReviewPolicy.objects.get().pk
    browser.client.post(f"{LIST}{pk}/delete/", {"post": "yes"})
    assert Case.objects.get().priority == case.priority
    assert Entry.objects.filter(verb="review_policy.deleted").count() == 1


def test_reach_and_time_have_bounds(cast: Cast, desk: type[Desk]) -> None:
    assert add(desk(cast.editor), cast.hong_kong.pk, reach=4).status_code == 200
    assert not ReviewPolicy.objects.exists()


def test_there_is_one_policy_for_all_others(cast: Cast, desk: type[Desk]) -> None:
    browser = desk(cast.editor)
    assert add(browser, "").status_code == 302
    assert add(browser, "").status_code == 200
    assert "Every other section" in browser.get(LIST).text


@pytest.mark.parametrize("who", ["writer", "moderator"])
def test_others_only_read(cast: Cast, desk: type[Desk], who: str) -> None:
    browser = desk(getattr(cast, who))
    assert browser.get(LIST).status_code == 200
    assert add(browser, "").status_code == 403


def test_an_editor_of_one_section_changes_none(cast: Cast, desk: type[Desk]) -> None:
    SectionRole.objects.filter(user=cast.editor).update(section="hongkong")
    assert add(desk(cast.editor), cast.hong_kong.pk).status_code == 403
