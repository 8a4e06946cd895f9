"""Two people at one article, and one person who presses twice: nothing is lost, nothing doubled."""

from collections.abc import Callable
from typing import Any

import pytest

from articles.editions.models import Edition
from articles.moderation.models import Case
from articles.stories.models import Article
from tests.browser import deeds, looks
from tests.browser.served import Served

pytestmark = pytest.mark.browser
# Two clicks before the browser has begun to leave the page.
TWICE = "button => { button.click(); button.click(); }"


@pytest.fixture
def both(newsroom: Served, open_page: Callable[..., Any]) -> tuple[Any, Any]:
    """The writer and the editor, each with the same article open."""
    pages = []
    for username in ("writer", "editor"):
        page = open_page()
        newsroom.enter(page, username)
        _open(page, newsroom, newsroom.ids["draft"])
        pages.append(page)
    return pages[0], pages[1]


def _open(page: Any, site: Served, article: int) -> None:
    page.goto(site / f"/admin/articles/article/{article}/change/")
    page.wait_for_selector(deeds.BODY)


@pytest.mark.console("status of 409")
def test_the_second_to_save_is_told_and_keeps_every_word(newsroom, both) -> None:
    first, second = both
    first.fill("[name=headline]", "[낱말 풀이] 특별행정구란")
    deeds.press(first, "save")
    second.fill("[name=standfirst]", "편집자가 쓴 부제.")
    _type_at_the_end(second, "편집자가 쓴 문장.")
    deeds.press(second, "save")

    told = second.locator("#conflict")
    assert "박도윤" in told.inner_text()
    second.wait_for_function("document.activeElement.id === 'conflict'")
    assert second.input_value("[name=standfirst]") == "편집자가 쓴 부제."
    assert "편집자가 쓴 문장." in second.locator(deeds.BODY).inner_text()
    differs = second.locator("main").inner_text()
    assert "특별행정구란" in differs or second.locator("ins, del").count()
    stored = Article.objects.get(pk=newsroom.ids["draft"])
    assert stored.headline == "[낱말 풀이] 특별행정구란"
    assert "편집자가 쓴 문장." not in stored.body
    assert looks.whole(second) == []


@pytest.mark.console("status of 409")
def test_saving_on_top_is_a_choice_and_both_revisions_stay(newsroom, both) -> None:
    first, second = both
    first.fill("[name=standfirst]", "먼저 저장한 부제.")
    deeds.press(first, "save")
    second.fill("[name=standfirst]", "나중에 저장한 부제.")
    deeds.press(second, "save")
    assert "먼저 저장한 부제." in second.locator("main").inner_text()
    deeds.press(second, "save")
    article = Article.objects.get(pk=newsroom.ids["draft"])
    assert article.standfirst == "나중에 저장한 부제."
    kept = [revision.snapshot["standfirst"] for revision in article.revisions.order_by("number")]
    assert kept[-2:] == ["먼저 저장한 부제.", "나중에 저장한 부제."]


@pytest.mark.console("status of 409")
def test_dropping_mine_shows_what_is_stored(newsroom, both) -> None:
    first, second = both
    first.fill("[name=standfirst]", "먼저 저장한 부제.")
    deeds.press(first, "save")
    second.fill("[name=standfirst]", "나중에 저장한 부제.")
    deeds.press(second, "save")
    second.click("#conflict a.btn")
    second.wait_for_selector(deeds.BODY)
    assert second.input_value("[name=standfirst]") == "먼저 저장한 부제."
    assert second.locator("#conflict").count() == 0


def test_a_double_click_on_save_makes_one_article(newsroom, page) -> None:
    newsroom.enter(page, "writer")
    deeds.start_article(page, newsroom)
    deeds.choose(page, "section", "홍콩")
    page.fill("[name=headline]", "두 번 누른 저장")
    _twice(page, ".aside [name=_save]")
    articles = Article.objects.filter(headline="두 번 누른 저장")
    assert articles.count() == 1
    assert articles.get().revisions.count() == 1


def test_a_double_click_on_submit_opens_one_case(newsroom, page) -> None:
    newsroom.enter(page, "writer")
    _open(page, newsroom, newsroom.ids["two_revisions"])
    _twice(page, ".aside [name=_submit]")
    assert Case.objects.filter(article=newsroom.ids["two_revisions"]).count() == 1
    assert page.locator(".messagelist .error").count() == 0


def test_a_double_click_on_publish_makes_one_edition(newsroom, page) -> None:
    newsroom.enter(page, "editor")
    page.goto(newsroom / f"/admin/articles/article/{newsroom.ids['approved']}/change/")
    _twice(page, ".aside [name=_publish]")
    assert Edition.objects.filter(article=newsroom.ids["approved"]).count() == 1
    assert page.locator(".messagelist .error").count() == 0


def test_a_form_sent_again_with_the_back_button_makes_no_second_article(newsroom, page) -> None:
    newsroom.enter(page, "writer")
    deeds.start_article(page, newsroom)
    deeds.choose(page, "section", "홍콩")
    page.fill("[name=headline]", "다시 보낸 저장")
    deeds.press(page, "save")
    page.go_back()
    page.wait_for_selector(deeds.BODY)
    if page.input_value("[name=headline]") == "다시 보낸 저장":
        deeds.press(page, "save")
    assert Article.objects.filter(headline="다시 보낸 저장").count() == 1


def _twice(page: Any, button: str) -> None:
    page.wait_for_load_state("load")
    with page.expect_navigation():
        page.locator(button).evaluate(TWICE)


def _type_at_the_end(page: Any, words: str) -> None:
    page.click(deeds.BODY)
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.insert_text(words)
