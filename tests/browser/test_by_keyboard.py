"""Everything by keyboard: reading, writing, reviewing; and the focus can always be seen."""

from typing import Any

import pytest
from playwright.sync_api import expect

from articles.moderation.models import Decision
from articles.people.models import User
from articles.stories.models import Article
from newsroom.demo.passwords import password
from tests.browser import deeds
from tests.browser.served import Served

pytestmark = pytest.mark.browser
FOCUS = """() => {
  let e = document.activeElement;
  if (!e || e === document.body) return null;
  const drawn = (e) => {
    const s = getComputedStyle(e);
    return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;
  };
  const box = e.getBoundingClientRect();
  const at = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 20)];
  const top = document.elementFromPoint(...at);
  return {
    is: e.outerHTML.slice(0, 120),
    seen: drawn(e),
    inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    covered: !!top && !e.contains(top) && !top.contains(e) && !top.closest('label')?.contains(e)
      && /sticky|fixed/.test([...(function* up(n) { while (n) { yield n; n = n.parentElement; } })(top)]
        .map((n) => getComputedStyle(n).position).join()),
  };
}"""


def walk(page: Any, most: int = 250) -> list[str]:
    """Tab through the whole page; return where the focus could not be seen."""
    wrong, first = [], None
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None or focus["is"] == first:
            break
        first = first or focus["is"]
        for what, bad in (
            ("no outline", not focus["seen"]),
            ("outside the window", not focus["inside"]),
            ("under something that sticks", focus["covered"]),
        ):
            if bad:
                wrong.append(f"{what}: {focus['is']}")
    return wrong


def tab_to(page: Any, selector: str, most: int = 120) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => !!document.activeElement?.matches(s)", selector):
            return
    pytest.fail(f"Tab never reaches {selector}")


def press_and_go(page: Any, key: str = "Enter") -> None:
    with page.expect_navigation():
        page.keyboard.press(key)


# --- readers ------------------------------------------------------------------------------------
def test_the_first_tab_offers_to_skip_to_the_content(shown, page) -> None:
    page.goto(shown / "/ko/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("e => e === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.wait_for_function("document.querySelector('main').contains(document.activeElement)")


def test_a_reader_goes_to_a_section_and_opens_the_record(shown, page) -> None:
    page.goto(shown / "/ko/")
    tab_to(page, ".nav a[href='/ko/section/hong-kong/']")
    press_and_go(page)
    tab_to(page, "#feed h3 a")
    press_and_go(page)
    tab_to(page, "#made summary")
    page.keyboard.press("Enter")
    assert page.locator("#made-record").is_visible()
    page.keyboard.press("Space")
    assert not page.locator("#made-record").is_visible()


def test_a_reader_answers_about_cookies_and_the_focus_goes_on_from_there(shown, page) -> None:
    page.goto(shown / "/ko/")
    tab_to(page, ".ck button[value=no]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ck [role=status]")
    page.wait_for_function("document.activeElement.closest('.ck') !== null")
    page.keyboard.press("Tab")
    page.wait_for_function("document.activeElement.closest('.ck a') !== null")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/ko/", "/ko/section/hong-kong/", "/ko/privacy/", "story"])
def test_the_focus_is_seen_on_readers_pages(shown, open_page, path, width) -> None:
    page = open_page(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    page.goto(shown / (shown.ids["ko_corrected"] if path == "story" else path))
    assert walk(page) == []


# --- the desk -----------------------------------------------------------------------------------
DESK = {
    "draft": ("writer", "/admin/articles/article/{draft}/change/"),
    "articles": ("editor", "/admin/articles/article/"),
    "queue": ("moderator", "/admin/review/"),
    "review": ("moderator", "/admin/review/{in_review_case}/"),
    "image": ("writer", "/admin/images/imageasset/{image}/change/"),
}


@pytest.mark.parametrize("name", DESK)
@pytest.mark.parametrize("width", [390, 1280])
def test_the_focus_is_seen_at_the_desk(shown, open_page, name, width) -> None:
    role, path = DESK[name]
    page = open_page(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    shown.enter(page, role)
    page.goto(shown / path.format(**shown.ids))
    page.wait_for_load_state("load")
    assert walk(page) == []


def test_from_the_login_to_a_saved_article(newsroom: Served, page: Any) -> None:
    page.goto(newsroom / "/admin/login/?next=/admin/")
    if not page.evaluate("document.activeElement.matches('[name=username]')"):
        tab_to(page, "[name=username]")
    page.keyboard.type("writer")
    tab_to(page, "[name=password]")
    page.keyboard.type(password("writer"))
    press_and_go(page)
    tab_to(page, "main a[href$='/article/add/']")
    press_and_go(page)
    page.wait_for_selector(deeds.BODY)
    tab_to(page, "[name=section]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "[name=headline]")
    page.keyboard.insert_text("손을 떼지 않고 쓴 기사")
    tab_to(page, deeds.BODY)
    page.keyboard.insert_text("본문도 글쇠로만 쓴다.")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("둘째 문단이다.")
    tab_to(page, ".aside [name=_save]")
    press_and_go(page)
    article = Article.objects.get(headline="손을 떼지 않고 쓴 기사")
    assert article.body == "<p>본문도 글쇠로만 쓴다.</p><p>둘째 문단이다.</p>"


def test_related_stories_are_moved_by_keyboard_and_it_is_said(newsroom, page) -> None:
    newsroom.enter(page, "editor")
    pk = newsroom.ids["scheduled"]
    page.goto(newsroom / f"/admin/articles/article/{pk}/change/")
    before = [link.target_id for link in Article.objects.get(pk=pk).related_links.all()]
    page.wait_for_selector("#rows-related [data-move=down]")
    page.locator("#rows-related [data-move=down]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#moved[role=status]")).to_contain_text("2")
    tab_to(page, ".aside [name=_save]")
    press_and_go(page)
    after = [link.target_id for link in Article.objects.get(pk=pk).related_links.all()]
    assert after == [before[1], before[0], *before[2:]]


# --- reviewing ----------------------------------------------------------------------------------
def test_a_case_is_decided_with_single_keys(newsroom, page) -> None:
    newsroom.enter(page, "moderator")
    page.goto(newsroom / f"/admin/review/{newsroom.ids['case_q-grid']}/")
    page.wait_for_load_state("load")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert _current(page) == 1
    page.keyboard.press("k")
    assert _current(page) == 0
    page.keyboard.press("c")
    expect(page.locator("[name=outcome][value=changes]")).to_be_checked()
    page.keyboard.press("a")
    expect(page.locator("[name=outcome][value=approve]")).to_be_checked()
    page.keyboard.press("c")
    tab_to(page, "#why")
    page.keyboard.insert_text("안내 문구를 지워 주세요.")
    press_and_go(page, "Control+Enter")
    decision = Decision.objects.latest("pk")
    assert (decision.case_id, decision.outcome) == (newsroom.ids["case_q-grid"], "changes")
    assert not page.url.endswith(f"/{newsroom.ids['case_q-grid']}/")


def test_the_queue_is_walked_with_single_keys(newsroom, page) -> None:
    newsroom.enter(page, "moderator")
    page.goto(newsroom / "/admin/review/")
    page.wait_for_load_state("load")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("#rows th a").nth(1)
    expect(second).to_be_focused()
    press_and_go(page)
    assert "/admin/review/" in page.url and page.locator("#decide").count() == 1


def test_letters_typed_into_a_field_are_only_letters(newsroom, page) -> None:
    newsroom.enter(page, "moderator")
    page.goto(newsroom / f"/admin/review/{newsroom.ids['case_q-grid']}/")
    page.wait_for_load_state("load")
    page.focus("#why")
    page.keyboard.type("jack arc")
    assert page.input_value("#why") == "jack arc"
    assert page.locator("[name=outcome]:checked").count() == 0
    assert _current(page) is None


def test_single_keys_can_be_switched_off(newsroom, page) -> None:
    User.objects.filter(username="moderator").update(keys_off=True)
    newsroom.enter(page, "moderator")
    page.goto(newsroom / f"/admin/review/{newsroom.ids['case_q-grid']}/")
    page.wait_for_load_state("load")
    for key in "jac":
        page.keyboard.press(key)
    assert page.locator("[name=outcome]:checked").count() == 0
    assert _current(page) is None


def _current(page: Any) -> int | None:
    """The number of the finding the cursor is on."""
    now = page.evaluate(
        "[...document.querySelectorAll('.find > li')].findIndex((e) => e.classList.contains('cur'))"
    )
    return None if now < 0 else now
