"""Everything without JavaScript: reading and choosing, writing, reviewing, publishing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from articles.editions.models import Edition
from articles.editions.state import PublicState, of_articles
from articles.moderation.models import Case, Decision, Finding
from articles.stories.models import Article
from tests.browser.extras import demo_cast
from tests.browser.served import Served
from tests.cast import ago, ahead

pytestmark = pytest.mark.browser


@pytest.fixture
def plain(newsroom: Served, open_page: Callable[..., Any]) -> Any:
    """One page whose browser runs no script."""
    return open_page(java_script_enabled=False)


def _press(page: Any, selector: str) -> None:
    """Press a button or follow a link, wherever it is folded away."""
    target = page.locator(selector)
    _unfold(target)
    with page.expect_navigation():
        target.click()


def _unfold(target: Any) -> None:
    if not target.is_visible():
        target.locator("xpath=ancestor::details[1]/summary").click()


def _article(page: Any, site: Served, pk: int) -> None:
    page.goto(site / f"/admin/articles/article/{pk}/change/")


# --- readers ------------------------------------------------------------------------------------
def test_a_reader_goes_from_the_front_page_to_the_record(newsroom, plain) -> None:
    plain.goto(newsroom / "/ko/")
    _press(plain, ".front .lead article.card a >> nth=0")
    assert plain.locator("main .ai").first.is_visible()
    plain.locator("#made summary").click()
    assert plain.locator("#made-record").is_visible()
    plain.goto(newsroom / "/")
    assert plain.url.endswith("/ko/")


@pytest.mark.parametrize(("button", "said"), [("no", "거부"), ("yes", "허용")])
def test_the_choice_about_cookies_is_kept(newsroom, plain, button, said) -> None:
    plain.goto(newsroom / "/ko/section/hong-kong/")
    assert plain.context.cookies() == []
    _press(plain, f".ck button[value={button}]")
    assert "/ko/section/hong-kong/" in plain.url
    assert said in plain.locator(".ck [role=status]").inner_text()
    kept = {cookie["name"]: cookie["value"] for cookie in plain.context.cookies()}
    assert kept["consent"] == button
    assert ("visit" in kept) is (button == "yes")
    plain.goto(newsroom / "/ko/")
    assert plain.locator(".ck").count() == 0


def test_earlier_stories_are_a_page_of_their_own(newsroom, plain) -> None:
    cast = demo_cast()
    for day in range(12):
        cast.live(section=cast.economy, now=ago(days=20 + day))
    plain.goto(newsroom / "/ko/section/economy/")
    first = plain.locator("#feed h3").all_inner_texts()
    _press(plain, "#more-link")
    later = plain.locator("#feed h3").all_inner_texts()
    assert len(first) == 10
    assert later and not set(first) & set(later)


def test_the_other_language_is_a_link(newsroom, plain) -> None:
    plain.goto(newsroom / newsroom.ids["ko_corrected"])
    _press(plain, ".util a[hreflang=en]")
    assert plain.locator("html").get_attribute("lang") == "en"
    assert "Shenzhen" in plain.locator("h1").inner_text()


# --- the writer ---------------------------------------------------------------------------------
def test_a_writer_writes_and_submits(newsroom, plain) -> None:
    newsroom.sign_in(plain, "writer")
    _press(plain, "main a[href$='/article/add/']")
    plain.select_option("[name=section]", label="홍콩")
    plain.fill("[name=headline]", "홍콩, 새 다리를 놓는다")
    plain.fill("[name=standfirst]", "두 도시를 잇는 세 번째 다리다.")
    plain.fill("[name=body]", "<p>홍콩이 두 도시를 잇는 다리를 새로 놓는다고 밝혔다.[1]</p>")
    for name, value in (("outlet", "홍콩 정부"), ("url", "https://www.info.gov.hk/1")):
        _fill(plain, f"sources-0-{name}", value)
    _fill(plain, "related-0-target", str(newsroom.ids["live"]))
    _fill(plain, "ai_uses-0-stage", "draft")
    _press(plain, ".aside [name=_save]")
    article = Article.objects.get(headline="홍콩, 새 다리를 놓는다")
    assert [link.target_id for link in article.related_links.all()] == [newsroom.ids["live"]]
    assert article.sources.get().outlet == "홍콩 정부"
    _press(plain, ".aside [name=_submit]")
    article.refresh_from_db()
    assert article.stage == "in_review"
    assert Case.objects.open().filter(article=article).count() == 1


def test_a_writer_changes_the_order_of_the_sources(newsroom, plain) -> None:
    newsroom.enter(plain, "editor")
    _article(plain, newsroom, newsroom.ids["scheduled"])
    before = [row.outlet for row in Article.objects.get(pk=newsroom.ids["scheduled"]).sources.all()]
    plain.fill("[name=sources-0-position]", "9")
    _press(plain, ".aside [name=_save]")
    after = [row.outlet for row in Article.objects.get(pk=newsroom.ids["scheduled"]).sources.all()]
    assert after == [*before[1:], before[0]]


def test_what_was_typed_wrong_is_said_and_kept(newsroom, plain) -> None:
    newsroom.enter(plain, "writer")
    _article(plain, newsroom, newsroom.ids["draft"])
    plain.fill("[name=headline]", "")
    plain.fill("[name=standfirst]", "잃어버리면 안 되는 부제.")
    _press(plain, ".aside [name=_save]")
    assert plain.locator("#faults a[href='#id_headline']").count() == 1
    assert plain.input_value("[name=standfirst]") == "잃어버리면 안 되는 부제."


def _fill(page: Any, name: str, value: str) -> None:
    field = page.locator(f"[name={name}]")
    _unfold(field)
    if page.locator(f"select[name={name}]").count():
        field.select_option(value)
    else:
        field.fill(value)


# --- the moderator ------------------------------------------------------------------------------
def test_a_moderator_filters_the_queue(newsroom, plain) -> None:
    newsroom.sign_in(plain, "moderator")
    plain.goto(newsroom / "/admin/review/")
    plain.select_option(".filters [name=language]", "en")
    _press(plain, "form.filters button")
    assert plain.locator("#rows tr").count() == 1
    assert "HKMA" in plain.locator("#rows").inner_text()


def test_a_moderator_sets_a_finding_aside(newsroom, plain) -> None:
    newsroom.enter(plain, "moderator")
    case = Case.objects.get(pk=newsroom.ids["case_q-qianhai"])
    finding = case.findings.order_by("number").first()
    plain.goto(newsroom / f"/admin/review/{case.pk}/")
    plain.locator(f"#f{finding.number} summary").click()
    plain.fill(f"#r{finding.number}", "인용한 원문의 표기입니다.")
    _press(plain, f"#f{finding.number} form button")
    finding.refresh_from_db()
    assert (finding.state, finding.reason) == (
        Finding.State.DISMISSED,
        "인용한 원문의 표기입니다.",
    )
    assert "인용한 원문의 표기입니다." in plain.locator(f"#f{finding.number}").inner_text()


@pytest.mark.console("status of 422")
def test_a_moderator_decides_and_goes_on_to_the_next(newsroom, plain) -> None:
    newsroom.enter(plain, "moderator")
    case = Case.objects.get(pk=newsroom.ids["case_q-grid"])
    plain.goto(newsroom / f"/admin/review/{case.pk}/")
    plain.check("[name=outcome][value=changes]")
    _press(plain, "#decide [name=go][value=next]")
    assert plain.locator("[role=alert]").count() == 1  # a reason is missing
    plain.fill("#why", "앞의 안내 문구를 지워 주세요.")
    _press(plain, "#decide [name=go][value=next]")
    decision = Decision.objects.get(case=case)
    assert (decision.outcome, decision.by.username) == ("changes", "moderator")
    assert "/admin/review/" in plain.url and not plain.url.endswith(f"/{case.pk}/")


# --- the editor ---------------------------------------------------------------------------------
def test_an_editor_publishes(newsroom, plain) -> None:
    newsroom.sign_in(plain, "editor")
    _article(plain, newsroom, newsroom.ids["approved"])
    _press(plain, ".aside [name=_publish]")
    edition = Edition.objects.get(article=newsroom.ids["approved"])
    plain.goto(newsroom / f"/ko/{edition.section_code}/{edition.public_id}/")
    assert plain.locator("h1").inner_text() == edition.headline


def test_an_editor_schedules_and_calls_it_off(newsroom, plain) -> None:
    newsroom.enter(plain, "editor")
    pk = newsroom.ids["approved"]
    _article(plain, newsroom, pk)
    _unfold(plain.locator("[name=_schedule]"))
    moment = timezone.localtime(ahead(days=1)).replace(second=0, microsecond=0)
    plain.fill("[name=schedule_at]", moment.strftime("%Y-%m-%dT%H:%M"))
    _press(plain, "[name=_schedule]")
    assert of_articles([pk])[pk] == PublicState.SCHEDULED
    assert Edition.objects.get(article=pk).live_from == moment
    _press(plain, ".aside [name=_unschedule]")
    assert of_articles([pk])[pk] == PublicState.NEVER


def test_an_editor_corrects_a_story(newsroom, plain) -> None:
    """A story without AI needs no second review: the notice stands above the corrected text."""
    article = demo_cast().live(ai="none", now=ago(days=1)).article
    newsroom.enter(plain, "editor")
    _article(plain, newsroom, article.pk)
    plain.fill("[name=standfirst]", "두 도시가 내년에 공동 기구를 세운다.")
    _unfold(plain.locator("[name=_correct]"))
    plain.fill("[name=notice]", "연도를 바로잡았습니다.")
    _press(plain, "[name=_correct]")
    edition = Edition.objects.filter(article=article).latest("number")
    assert (edition.kind, edition.notice) == ("correction", "연도를 바로잡았습니다.")
    plain.goto(newsroom / f"/ko/{edition.section_code}/{edition.public_id}/")
    assert "연도를 바로잡았습니다." in plain.locator("main").inner_text()


@pytest.mark.console("status of 410")
def test_an_editor_withdraws_a_story(newsroom, plain) -> None:
    newsroom.enter(plain, "editor")
    pk = newsroom.ids["live"]
    _article(plain, newsroom, pk)
    _unfold(plain.locator("[name=_withdraw]"))
    plain.fill("[name=reason]", "사실과 다른 대목이 있어 내렸습니다.")
    _press(plain, "[name=_withdraw]")
    assert of_articles([pk])[pk] == PublicState.WITHDRAWN
    response = plain.goto(newsroom / newsroom.ids["ko_corrected"])
    assert response.status == 410
    assert "사실과 다른 대목이 있어 내렸습니다." in plain.locator("main").inner_text()
