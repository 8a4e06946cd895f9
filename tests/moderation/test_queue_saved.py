"""Filters kept under a name: one's own, twenty at most."""

from articles.moderation import saved
from articles.moderation.models import SavedFilter
from tests.cast import Cast
from tests.moderation.conftest import Desk

QUEUE, KEEP = "/admin/review/", "/admin/review/filters/"


def keep(browser: Desk, name: str = "급한 것", query: str = "risk=high&who=all") -> object:
    return browser.client.post(KEEP, {"name": name, "query": query})


def test_a_filter_is_kept_listed_and_followed(cast: Cast, desk: type[Desk]) -> None:
    browser = desk(cast.moderator)
    assert keep(browser).url == f"{QUEUE}?risk=high&who=all"
    assert SavedFilter.objects.get().query == "risk=high&who=all"
    html = browser.client.get(f"{QUEUE}?risk=high&who=all").text
    assert 'href="/admin/review/?risk=high&amp;who=all" aria-current="true">급한 것</a>' in html
    assert "급한 것" not in desk(cast.other_moderator).get(QUEUE).text


def test_only_what_the_filters_accept_is_kept(cast: Cast, desk: type[Desk]) -> None:
    keep(desk(cast.moderator), query="risk=high&after=7&tick=all&evil=<script>&ai=")
    assert SavedFilter.objects.get().query == "risk=high"


def test_the_same_name_is_replaced(cast: Cast, desk: type[Desk]) -> None:
    browser = desk(cast.moderator)
    keep(browser)
    keep(browser, name="  급한  것 ", query="due=late")
    assert SavedFilter.objects.get().query == "due=late"


def test_twenty_are_the_most(cast: Cast, desk: type[Desk]) -> None:
    for n in range(saved.MOST):
        saved.save(user=cast.moderator, name=f"{n}", chosen={}, allowed=())
    browser = desk(cast.moderator)
    assert "Remove one first." in browser.get(keep(browser).url).text
    keep(browser, name="7", query="due=late")
    assert SavedFilter.objects.count() == 20
    assert SavedFilter.objects.get(name="7").query == "due=late"


def test_without_a_name_nothing_is_kept(cast: Cast, desk: type[Desk]) -> None:
    browser = desk(cast.moderator)
    assert "Give the filter a name." in browser.get(keep(browser, name="  ").url).text
    assert not SavedFilter.objects.exists()


def test_one_removes_ones_own_and_no_others(cast: Cast, desk: type[Desk]) -> None:
    keep(desk(cast.moderator))
    pk = SavedFilter.objects.get().pk
    desk(cast.other_moderator).client.post(f"{KEEP}{pk}/")
    assert SavedFilter.objects.exists()
    assert desk(cast.moderator).client.post(f"{KEEP}{pk}/", {"query": ""}).url == QUEUE
    assert not SavedFilter.objects.exists()


def test_what_no_database_keeps_is_left_out_of_a_name(cast: Cast, desk: type[Desk]) -> None:
    keep(desk(cast.moderator), name="a\x00b\x00")
    assert SavedFilter.objects.get().name == "ab"
