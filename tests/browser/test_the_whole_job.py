"""The whole job by hand: written, sent back, mended, approved, published, read."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articles.audit.models import Entry
from articles.editions.models import Edition
from articles.moderation.models import Decision
from articles.stories.models import Article
from tests.browser import deeds
from tests.browser.pictures import drawing
from tests.browser.served import Served
from tests.browser.story import DEFECT, MENDED, Story, story

pytestmark = pytest.mark.browser
OURS = "디지털 보안의 ‘요새’"
REASON = "둘째 문단에 한자가 한글 낱말 속에 남아 있습니다. 우리말로 고쳐 주세요."
TEXT_LABEL, IMAGE_LABEL = "AI 작성 · 편집자 검토", "AI 생성 이미지"
SHAPES = [(width, scheme) for width in (390, 1280) for scheme in ("light", "dark")]


def test_a_story_goes_from_the_writer_to_the_reader(
    newsroom: Served, open_page: Callable[..., Any], tmp_path: Path
) -> None:
    told = story()
    page = open_page()
    shots = _Shots(tmp_path)

    newsroom.sign_in(page, "writer")
    write(page, newsroom, told, tmp_path)
    article = Article.objects.get(headline=told.headline)
    record_the_image(page, article)
    shots.take(page, "article-form")
    submit(page, newsroom, article)

    newsroom.sign_in(page, "moderator")
    open_the_case(page, newsroom, told)
    see_the_finding(page)
    shots.take(page, "review")
    deeds.decide(page, "changes", REASON)
    assert Decision.objects.latest("pk").outcome == Decision.Outcome.CHANGES
    newsroom.sign_out(page)

    newsroom.sign_in(page, "writer")
    mend(page, newsroom, article)
    submit(page, newsroom, article)

    newsroom.sign_in(page, "moderator")
    open_the_case(page, newsroom, told)
    assert page.get_by_text(DEFECT).count() == 0
    deeds.decide(page, "approve")
    newsroom.sign_out(page)

    newsroom.sign_in(page, "editor")
    publish(page, newsroom, article)
    newsroom.sign_out(page)

    address = newsroom / page_of(article)
    for width, scheme in SHAPES:
        reader = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        read(reader, newsroom, address, told, shots, f"{width}-{scheme}")


def write(page: Any, site: Served, told: Story, folder: Path) -> None:
    """Type the story in, with everything that belongs to it, and save."""
    deeds.start_article(page, site)
    deeds.choose(page, "section", "홍콩")
    deeds.type_text(page, headline=told.headline, standfirst=told.standfirst, body=told.body)
    byline = page.locator("select[name=bylines-0-byline] option:checked")
    assert byline.inner_text() == "박도윤 (Park Do-yun)"  # a new story starts with its writer
    picture = folder / "towers.png"
    picture.write_bytes(drawing(7))
    deeds.upload(
        page,
        picture,
        alt="바다를 사이에 두고 마주 선 두 도시를 그린 그림.",
        caption="두 도시의 협력을 나타낸 그림.",
    )
    deeds.row(
        page,
        "sources",
        outlet="사우스 차이나 모닝 포스트",
        url="https://www.scmp.com/news/china",
        title="Hong Kong deepens fintech ties with Shenzhen",
        kind="secondary",
        published_on="2026-01-15",
        language="en",
    )
    relate(page)
    number = deeds.row(page, "ai_uses", stage="draft", why="보도를 간추리기 위해 썼습니다.")
    deeds.choose(page, f"ai_uses-{number}-system", "요약 모델 3.2")
    deeds.press(page, "save")
    assert "저장했습니다" in page.locator(".messagelist").inner_text()


def relate(page: Any) -> None:
    """One of our own stories, found by searching, and one page elsewhere."""
    number = deeds.row(page, "related", kind="related")
    deeds.search(page, f"related-{number}-target", OURS)
    page.click("[data-add=related]")
    deeds.row(
        page,
        "related",
        url="https://www.info.gov.hk/",
        title="홍콩 정부 보도자료",
        outlet="홍콩 정부",
        kind="background",
    )


def record_the_image(page: Any, article: Article) -> None:
    """On the image's own page: AI made it."""
    with page.expect_navigation():
        page.click("#s-image header a")
    stage = page.locator("select[name$='-0-stage']")
    stage.select_option("generation")
    page.select_option("select[name$='-0-system']", label="그림 모델 2")
    with page.expect_navigation():
        page.click(".submit-row [name=_continue]")
    assert IMAGE_LABEL in page.locator("main .chip").first.inner_text()
    page.goto(page.url.split("/admin/")[0] + f"/admin/articles/article/{article.pk}/change/")
    assert IMAGE_LABEL in page.locator("#s-image .chip").inner_text()


def submit(page: Any, site: Served, article: Article) -> None:
    page.goto(site / f"/admin/articles/article/{article.pk}/change/")
    deeds.press(page, "submit")
    article.refresh_from_db()
    assert article.stage == "in_review"
    assert Entry.objects.filter(verb="article.submitted").latest("pk").object_id == str(article.pk)
    site.sign_out(page)


def open_the_case(page: Any, site: Served, told: Story) -> None:
    page.goto(site / "/admin/review/")
    with page.expect_navigation():
        page.get_by_role("link", name=told.headline).click()
    assert page.locator("h1").inner_text() == told.headline


def see_the_finding(page: Any) -> None:
    finding = page.locator(".find > li", has_text=DEFECT)
    assert finding.count() == 1
    assert finding.locator(".sev").inner_text() == "높음"
    assert page.locator("#at-body mark", has_text=DEFECT).count() == 1


def mend(page: Any, site: Served, article: Article) -> None:
    """Find the article among what was sent back, read why, and put the word right."""
    page.goto(site / "/admin/")
    with page.expect_navigation():
        page.locator(".todo").get_by_role("link", name=article.headline).click()
    assert REASON in page.locator("main").inner_text()
    page.wait_for_selector(deeds.BODY)
    deeds.replace(page, DEFECT, MENDED)
    deeds.press(page, "save")
    article.refresh_from_db()
    assert MENDED in article.body and DEFECT not in article.body


def publish(page: Any, site: Served, article: Article) -> None:
    page.goto(site / f"/admin/articles/article/{article.pk}/change/")
    deeds.press(page, "publish")
    edition = Edition.objects.get(article=article)
    assert edition.label_state == "generated"
    assert Entry.objects.filter(verb="article.published").latest("pk").object_id == str(article.pk)


def page_of(article: Article) -> str:
    edition = Edition.objects.get(article=article)
    return f"/ko/{edition.section_code}/{edition.public_id}/"


def read(page: Any, site: Served, address: str, told: Story, shots: Any, shape: str) -> None:
    """The labels are on the story, and on its card wherever that stands."""
    for place in ("/ko/", "/ko/section/hong-kong/"):
        page.goto(site / place)
        card = page.locator("article.card", has=page.get_by_role("link", name=told.headline)).first
        assert TEXT_LABEL in card.inner_text()
        assert IMAGE_LABEL in card.inner_text()
        shots.take(page, f"{'home' if place == '/ko/' else 'section'}-{shape}")
    page.goto(address)
    assert page.locator("h1").inner_text() == told.headline
    assert TEXT_LABEL in page.locator("main .ai").first.inner_text()
    assert page.locator("main .ai").first.is_visible()
    assert IMAGE_LABEL in page.locator(".hero .chip").inner_text()
    assert MENDED in page.locator("main").inner_text()
    shots.take(page, f"article-{shape}")


class _Shots:
    """Pictures of the way, in the test's folder and where NEWSROOM_TEST_SHOTS says."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(os.environ.get("NEWSROOM_TEST_SHOTS") or folder)

    def take(self, page: Any, name: str) -> None:
        page.evaluate("() => document.querySelectorAll('img').forEach((i) => i.loading = 'eager')")
        page.wait_for_function("() => [...document.images].every((i) => i.complete)")
        page.evaluate("() => document.fonts.ready")
        page.screenshot(path=self.folder / f"{name}.png", full_page=True)
