"""Reviewing in Chromium: by keyboard alone, with htmx, and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.moderation.models import Case, Decision, Finding
from tests.cast import PASSWORD, Cast
from tests.moderation.conftest import GRAVE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sign_in(page: Any, live_server: Any, user: Any, language: str = "ko") -> None:
    page.context.add_cookies([{"name": "desk_language", "value": language, "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/login/?next=/admin/review/")
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url("**/admin/review/")


def test_from_the_queue_to_a_decision_by_keyboard_alone(
    cast: Cast, live_server: Any, page: Any
) -> None:
    first, second = cast.in_review(body=GRAVE), cast.in_review()
    sign_in(page, live_server, cast.moderator)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/admin/review/{first.pk}/")
    page.keyboard.press("j")
    page.wait_for_function("document.activeElement.getAttribute('href') === '#m1'")
    page.keyboard.press("c")
    page.fill("#why", "한자 ‘嵌入’이 남았습니다.")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**/admin/review/{second.pk}/")
    decision = Decision.objects.get()
    assert (decision.outcome, decision.reason) == ("changes", "한자 ‘嵌入’이 남았습니다.")


def test_htmx_swaps_only_the_row_and_keeps_what_was_typed_below(
    cast: Cast, live_server: Any, page: Any
) -> None:
    case = cast.in_review(body=GRAVE)
    sign_in(page, live_server, cast.moderator)
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    page.fill("#why", "아직 쓰는 중")
    page.click("#f1 summary")
    page.fill("#r1", "고유한 표기다")
    page.keyboard.press("Enter")
    page.wait_for_selector("#f1 p[tabindex='-1']")
    assert "고유한 표기다" in page.inner_text("#f1")
    page.wait_for_function("document.activeElement.closest('li')?.id === 'f1'")
    assert page.input_value("#why") == "아직 쓰는 중"
    assert Finding.objects.get().state == Finding.State.DISMISSED


def test_a_filter_swaps_the_rows_and_the_address(cast: Cast, live_server: Any, page: Any) -> None:
    cast.in_review(body=GRAVE)
    cast.in_review()
    sign_in(page, live_server, cast.moderator)
    page.select_option("select[name=risk]", "high")
    page.wait_for_url("**risk=high**")
    expect(page.locator("#rows tr")).to_have_count(1)
    expect(page.locator("#count")).to_contain_text("2건 중 1건")
    page.go_back()
    expect(page.locator("#rows tr")).to_have_count(2)


def test_all_of_it_without_javascript(
    cast: Cast, live_server: Any, open_page: Callable[..., Any]
) -> None:
    case = cast.in_review(body=GRAVE)
    page = open_page(java_script_enabled=False)
    sign_in(page, live_server, cast.moderator, "en")
    page.select_option("select[name=risk]", "high")
    page.click("form.filters button")
    page.click("#rows th a")
    page.click("#f1 summary")
    page.fill("#r1", "The name is spelt so.")
    page.click("#f1 button")
    page.wait_for_url(f"**/admin/review/{case.pk}/#f1")
    for box in page.locator("[name=points]").all():
        box.check()
    page.check("[name=outcome][value=approve]")
    page.click("[name=go][value=stay]")
    page.wait_for_selector("#closed")
    assert Case.objects.get().decision.outcome == "approve"


@pytest.mark.console("status of 422")
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_refusal_is_read_out_and_breaks_no_rule(
    cast: Cast, live_server: Any, open_page: Callable[..., Any], language: str
) -> None:
    case = cast.in_review(body=GRAVE)
    page = open_page(viewport={"width": 320, "height": 700})
    sign_in(page, live_server, cast.moderator, language)
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    page.check("[name=outcome][value=reject]")
    page.click("[name=go][value=next]")
    page.wait_for_selector("[role=alert]")
    page.wait_for_function("document.activeElement.getAttribute('role') === 'alert'")
    assert page.is_checked("[name=outcome][value=reject]")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert [said["id"] for said in Axe().run(page).response["violations"]] == []


def test_the_bar_never_hides_what_has_the_focus(cast: Cast, live_server: Any, page: Any) -> None:
    case = cast.in_review(body=GRAVE)
    sign_in(page, live_server, cast.moderator)
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    for _ in range(45):
        page.keyboard.press("Tab")
        assert not page.evaluate(
            """() => {
              const bar = document.querySelector('.dec'), now = document.activeElement;
              if (bar.contains(now) || now === document.body) return false;
              return now.getBoundingClientRect().top >= bar.getBoundingClientRect().top
                && now.getBoundingClientRect().top < innerHeight;
            }"""
        )
