"""The queue in Chromium: by keyboard alone, with the keys switched off, and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.moderation.models import Case, SavedFilter
from tests.cast import Cast
from tests.moderation.test_in_the_browser import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_rows_are_ticked_taken_and_given_back_by_keyboard(
    cast: Cast, live_server: Any, page: Any
) -> None:
    cases = [cast.in_review() for _ in range(3)]
    sign_in(page, live_server, cast.moderator, "en")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#rows input:checked")).to_have_count(1)
    page.keyboard.press("j")
    page.keyboard.press("x")
    page.keyboard.press("t")
    page.wait_for_url("**/admin/review/several/")
    expect(page.locator("main .todo li")).to_have_count(2)
    assert Case.objects.filter(assigned_to=cast.moderator).count() == 2
    page.keyboard.press("Enter")  # the way back has the focus
    page.wait_for_url("**/admin/review/")
    page.keyboard.press("a")
    expect(page.locator("#rows input:checked")).to_have_count(len(cases))
    page.keyboard.press("b")
    page.wait_for_url("**/admin/review/several/")
    expect(page.locator("main .todo li")).to_have_count(3)
    assert not Case.objects.filter(assigned_to__isnull=False).exists()


def test_t_takes_the_row_one_is_in(cast: Cast, live_server: Any, page: Any) -> None:
    case = cast.in_review()
    sign_in(page, live_server, cast.moderator)
    page.keyboard.press("j")
    page.keyboard.press("t")
    page.wait_for_url("**/admin/review/several/")
    expect(page.locator("main .todo li")).to_have_count(1)
    assert Case.objects.get(pk=case.pk).assigned_to == cast.moderator


def test_with_the_keys_off_no_letter_does_anything(cast: Cast, live_server: Any, page: Any) -> None:
    cast.in_review()
    cast.moderator.keys_off = True
    cast.moderator.save()
    sign_in(page, live_server, cast.moderator, "en")
    expect(page.locator(".keys")).to_contain_text("Single-key shortcuts are switched off.")
    for key in "jxat":
        page.keyboard.press(key)
    expect(page.locator("#rows input:checked")).to_have_count(0)
    assert page.url.endswith("/admin/review/")
    page.click("a[data-all]")
    expect(page.locator("#rows input:checked")).to_have_count(1)


def test_a_filter_is_kept_after_htmx_swapped_the_rows(
    cast: Cast, live_server: Any, page: Any
) -> None:
    cast.in_review()
    sign_in(page, live_server, cast.moderator, "en")
    page.select_option("select[name=due]", "later")
    page.wait_for_url("**due=later**")
    page.click("#saved summary")
    page.fill("#filter-name", "Later")
    page.keyboard.press("Enter")
    expect(page.locator("#saved a[aria-current]")).to_have_text("Later")
    assert SavedFilter.objects.get().query == "due=later&who=mine"


def test_all_of_it_without_javascript(
    cast: Cast, live_server: Any, open_page: Callable[..., Any]
) -> None:
    for _ in range(2):
        cast.in_review()
    assert cast.other_moderator
    page = open_page(java_script_enabled=False, viewport={"width": 390, "height": 800})
    sign_in(page, live_server, cast.editor, "en")
    page.click("a[data-all]")
    page.wait_for_url("**tick=all**")
    page.select_option("#bulk-to", label="한민서")
    page.click("button[name=act][value=assign]")
    page.wait_for_url("**/admin/review/several/")
    assert Case.objects.filter(assigned_to=cast.other_moderator).count() == 2
    page.click("main a.pri")
    page.wait_for_url("**/admin/review/")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_comes_second_takes_over_on_a_page_that_breaks_no_rule(
    cast: Cast, live_server: Any, open_page: Callable[..., Any], language: str, scheme: str
) -> None:
    case = cast.in_review()
    first = open_page()
    sign_in(first, live_server, cast.moderator, language)
    first.goto(f"{live_server.url}/admin/review/{case.pk}/")
    expect(first.locator("#claim[data-stay]")).to_have_count(1)
    page = open_page(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    sign_in(page, live_server, cast.other_moderator, language)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [said["id"] for said in Axe().run(page).response["violations"]] == []
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    expect(page.locator("#claim .warn")).to_contain_text("이하준")
    assert [said["id"] for said in Axe().run(page).response["violations"]] == []
    page.click("#claim button[name=to][value=me]")
    expect(page.locator("#claim .warn")).to_have_count(0)
    assert Case.objects.get().claimed_by == cast.other_moderator
    first.goto(f"{live_server.url}/admin/notices/")
    expect(first.locator("main .todo li")).to_have_count(1)
    assert [said["id"] for said in Axe().run(first).response["violations"]] == []
