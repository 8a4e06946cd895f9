"""The readers' pages in Chromium: accessible, quiet, no wider than the screen, with and without
JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from articles.editions.models import Edition
from articles.publishing.correct import correct
from articles.publishing.schedule import schedule
from articles.publishing.submit import submit
from articles.publishing.withdraw import withdraw
from articles.reader import lists
from articles.reader.addresses import article_address
from articles.reader.models import VisitDay
from articles.related.models import RelatedLink
from tests.cast import Cast, ago, ahead
from tests.reader.english import ENGLISH

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOT_FOUND = pytest.mark.console("status of 4(04|10)")


@pytest.fixture
def paper(cast: Cast, published: Callable[..., Edition]) -> dict[str, str]:
    """A small paper with a page of every kind: name -> address."""
    korean = published(now=ago(hours=5))
    english = published(**ENGLISH, translation_group=korean.translation_group)
    for _ in range(4):
        published(now=ago(days=2))
    article = published(now=ago(days=1)).article
    RelatedLink.objects.create(article=article, target=korean.article, kind="background")
    RelatedLink.objects.create(
        article=article, position=1, url="https://www.scmp.com/1", title="바깥 글", outlet="SCMP"
    )
    cast.edit(article, standfirst="고친 부제입니다.")
    cast.approve(submit(article=article, by=cast.writer))
    corrected = correct(article=article, by=cast.editor, notice="날짜를 고쳤습니다.")
    gone = published(now=ago(days=1))
    withdraw(article=gone.article, by=cast.editor, reason="사실과 달랐습니다.")
    schedule(article=cast.approved(), by=cast.editor, at=ahead(days=1))
    return {
        "home": "/ko/",
        "home in English": "/en/",
        "section": "/ko/section/hongkong/",
        "empty section": f"/en/section/{cast.economy.code}/",
        "article": article_address(corrected),
        "article in English": article_address(english),
        "how": "/ko/how-we-use-ai/",
        "how in English": "/en/how-we-use-ai/",
        "labels": "/ko/labels/",
        "labels in English": "/en/labels/",
        "privacy": "/ko/privacy/",
        "privacy in English": "/en/privacy/",
        "gone": article_address(gone),
        "not found": "/ko/nope/",
    }


def stored(page: Any, live_server: Any) -> int:
    """What this tab has stored, asked on an answer without scripts: our pages hide their storage."""
    page.goto(live_server.url + "/healthz")
    return page.evaluate("localStorage.length + sessionStorage.length")


@NOT_FOUND
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(
    open_page: Any, live_server: Any, paper: dict[str, str], width: int, scheme: str
) -> None:
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    troubles = []
    for name, address in paper.items():
        page.goto(live_server.url + address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        found = Axe().run(page).response["violations"]
        troubles += [f"{name}: {v['id']}: {v['nodes'][0]['html']}" for v in found]
    assert not troubles


@NOT_FOUND
@pytest.mark.parametrize("script", [True, False])
def test_no_page_scrolls_sideways_at_320_pixels(
    open_page: Any, live_server: Any, paper: dict[str, str], script: bool
) -> None:
    page = open_page(viewport={"width": 320, "height": 640}, java_script_enabled=script)
    for name, address in paper.items():
        page.goto(live_server.url + address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, name


@pytest.mark.console("healthz.*404|favicon")
def test_the_choice_is_made_in_place_and_the_focus_follows(
    page: Any, live_server: Any, paper: dict[str, str]
) -> None:
    page.goto(live_server.url + paper["article"])
    page.get_by_role("button", name="통계 쿠키 허용").click()
    page.get_by_text("선택을 저장했습니다: 통계 쿠키 허용").wait_for()
    page.wait_for_function("document.activeElement.classList.contains('ck')")
    assert page.url == live_server.url + paper["article"]
    names = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert set(names) == {"consent", "visit"} and names["consent"]["httpOnly"]
    assert VisitDay.objects.get().visits == 1
    assert stored(page, live_server) == 0


def test_without_javascript_the_choice_leads_back_to_the_page(
    open_page: Any, live_server: Any, paper: dict[str, str]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(live_server.url + paper["article"])
    page.get_by_role("button", name="통계 쿠키 거부").click()
    assert page.url == live_server.url + paper["article"] + "?consent=saved"
    assert page.get_by_text("선택을 저장했습니다: 통계 쿠키 거부").is_visible()
    assert [cookie["name"] for cookie in page.context.cookies()] == ["consent"]


@pytest.mark.parametrize("script", [True, False])
def test_earlier_stories_are_added_or_linked(
    open_page: Any,
    live_server: Any,
    paper: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    script: bool,
) -> None:
    monkeypatch.setattr(lists, "PAGE", 3)
    page = open_page(java_script_enabled=script)
    page.goto(live_server.url + paper["section"])
    first = page.locator("#feed > li").count()
    page.get_by_role("link", name="이전 기사 더 보기").click()
    page.wait_for_url("**after=*")
    page.get_by_text("이 섹션의 기사를 모두 보았습니다.").wait_for()
    assert first == 3
    expect(page.locator("#feed > li")).to_have_count(6 if script else 3)
    assert stored(page, live_server) == 0


def test_the_label_opens_and_leads_to_the_record(
    page: Any, live_server: Any, paper: dict[str, str]
) -> None:
    page.goto(live_server.url + paper["article"])
    page.locator("summary", has_text="어떻게 만들었나요").click()
    page.get_by_role("link", name="제작 기록 전체 보기").click()
    page.get_by_role("heading", name="만든 순서").wait_for()


@pytest.mark.nu
@NOT_FOUND
def test_the_nu_checker_finds_nothing(
    client: Any, paper: dict[str, str], nu: Callable[[dict[str, str]], list[str]]
) -> None:
    documents = {name: client.get(at).content.decode() for name, at in paper.items()}
    client.cookies["consent"] = "no"
    documents["chosen"] = client.get("/ko/?consent=saved").content.decode()
    documents["saved"] = client.get("/ko/privacy/?consent=saved").content.decode()
    # Safari no longer calls a list without bullets a list: the role says so again.
    assert [said for said in nu(documents) if "“list” role is unnecessary" not in said] == []
