"""Reviewing in Chromium: by keyboard alone, with htmx, and without JavaScript."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.moderation.comments import answer, comment
from articles.moderation.models import Case, Comment, Decision, Finding
from articles.publishing.submit import submit
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
    first, second = cast.in_review(body=GRAVE, headline="홍콩과 선전이 손잡는다"), cast.in_review()
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
    case = cast.in_review(body=GRAVE, headline="홍콩과 선전이 손잡는다")
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
    cast.in_review(body=GRAVE, headline="홍콩과 선전이 손잡는다")
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
    case = cast.in_review(body=GRAVE, headline="홍콩과 선전이 손잡는다")
    page = open_page(java_script_enabled=False)
    sign_in(page, live_server, cast.moderator, "en")
    page.select_option("select[name=risk]", "high")
    page.click("form.filters button")
    page.click("#rows th a")
    page.click("#f1 summary")
    page.fill("#r1", "The name is spelt so.")
    page.click("#f1 button")
    page.wait_for_url(f"**/admin/review/{case.pk}/**#f1")
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
    case = cast.in_review(body=GRAVE, headline="홍콩과 선전이 손잡는다")
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
    case = cast.in_review(body=GRAVE, headline="홍콩과 선전이 손잡는다")
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


HIDDEN = "<p>홍콩과 선\u200b전이 손잡는다. 시 당국이 밝혔다.</p>"


def test_a_suggestion_is_applied_and_the_text_is_new_at_once(
    cast: Cast, live_server: Any, page: Any
) -> None:
    case = cast.in_review(body=HIDDEN, headline="홍콩과 선전이 손잡는다")
    row = f"#f{case.findings.get(code='invisible_character').number}"
    sign_in(page, live_server, cast.moderator)
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    page.fill("#why", "아직 쓰는 중")
    page.locator(f"{row} h3").click()
    expect(page.locator("#copy mark.fd.mid")).to_have_count(1)
    page.keyboard.press("j")
    while page.evaluate("document.querySelector('#found > .cur')?.id") != row[1:]:
        page.keyboard.press("j")
    page.keyboard.press("f")
    expect(page.locator(f"{row} [data-apply]")).to_have_count(0)
    expect(page.locator("#copy mark.fd.off")).to_have_count(1)
    expect(page.locator("#facts")).to_contain_text("판 2")
    expect(page.locator("#eyes")).to_be_visible()
    page.wait_for_function("document.activeElement.closest('li')?.id", timeout=5000)
    assert page.input_value("#why") == "아직 쓰는 중"
    case.refresh_from_db()
    assert page.input_value("#decide [name=sha256]") == case.revision.sha256
    assert "\u200b" not in case.revision.snapshot["body"]


def test_selected_words_become_a_comment(cast: Cast, live_server: Any, page: Any) -> None:
    case = cast.in_review(body=HIDDEN, headline="홍콩과 선전이 손잡는다")
    sign_in(page, live_server, cast.moderator)
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    page.evaluate(
        """() => {
          const walk = document.createTreeWalker(document.querySelector('#at-body'), 4);
          let node;
          while ((node = walk.nextNode()) && !node.data.includes('당국이'));
          const at = node.data.indexOf('당국이');
          getSelection().setBaseAndExtent(node, at, node, at + 3);
        }"""
    )
    expect(page.locator("#say-here")).to_be_visible()
    page.keyboard.press("m")
    expect(page.locator("#say-text")).to_be_focused()
    assert page.input_value("#say-quote") == "당국이"
    page.keyboard.insert_text("@박도윤 어느 당국인가요?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#threads > li")).to_have_count(1)
    expect(page.locator("#copy mark.cm")).to_have_text("당국이1")
    expect(page.locator("#say-text")).to_have_value("")
    made = Comment.objects.get()
    assert (made.field, made.quote) == ("body", "당국이")
    page.click("#threads details summary")
    page.fill("#threads textarea", "부산시입니다")
    page.click("#threads details button")
    expect(page.locator("#threads .answers li")).to_have_count(1)
    page.click("#threads .deeds > form button")
    expect(page.locator("#n-said")).to_have_text(re.compile("모두 해결됨|all resolved"))
    expect(page.locator("#copy mark.cm")).to_have_count(0)


def test_suggestion_and_comment_without_javascript(
    cast: Cast, live_server: Any, open_page: Callable[..., Any]
) -> None:
    case = cast.in_review(body=HIDDEN, headline="홍콩과 선전이 손잡는다")
    page = open_page(java_script_enabled=False, viewport={"width": 320, "height": 700})
    sign_in(page, live_server, cast.moderator, "en")
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    with page.expect_navigation():
        page.click("[data-apply]")
    expect(page.locator("#facts")).to_contain_text("revision 2")
    page.click("#say summary")
    page.fill("#say-quote", "당국이 밝혔다")
    page.fill("#say-text", "Which authority?")
    with page.expect_navigation():
        page.click("#say form button")
    expect(page.locator("#copy mark.cm")).to_have_count(1)
    expect(page.locator("#threads")).to_contain_text("Which authority?")


def test_keys_switched_off_do_nothing(cast: Cast, live_server: Any, page: Any) -> None:
    case = cast.in_review(body=HIDDEN, headline="홍콩과 선전이 손잡는다")
    cast.moderator.keys_off = True
    cast.moderator.save()
    sign_in(page, live_server, cast.moderator)
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    for key in "jfmxa":
        page.keyboard.press(key)
    expect(page.locator("#found > .cur")).to_have_count(0)
    expect(page.locator("#say")).not_to_have_attribute("open", "")
    expect(page.locator("[name=outcome]:checked")).to_have_count(0)
    assert not Comment.objects.exists() and case.article.revisions.count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_comments_and_comparisons_break_no_rule(
    cast: Cast, live_server: Any, open_page: Callable[..., Any], scheme: Any
) -> None:
    article = cast.article(body=HIDDEN)
    article.sources.update(text="Shenzhen said so.\nIn 2026.", language="en")
    cast.revision(article)
    case = submit(article=article, by=cast.writer)
    thread = comment(case=case, by=cast.moderator, text="누가요? @박도윤", quote="당국이")
    answer(comment=thread, by=cast.writer, text="부산시요")
    page = open_page(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    sign_in(page, live_server, cast.moderator)
    page.goto(f"{live_server.url}/admin/review/{case.pk}/")
    for fold in page.locator("main details").all():
        fold.evaluate("fold => { fold.open = true }")
    assert [said["id"] for said in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(f"{live_server.url}/admin/review/{case.pk}/beside/")
    expect(page.locator(".diff.both")).to_be_visible()
    assert [said["id"] for said in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
