"""What the review screen shows, to whom, and what it costs."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.disclosure.models import AIUse
from articles.moderation.comments import answer, comment, resolve
from articles.moderation.models import Case, Finding
from articles.publishing.submit import recall, submit
from articles.stories.models import Source
from tests.cast import Cast, ago
from tests.lib.payloads import XSS
from tests.moderation.conftest import GRAVE, Desk


def page(desk: type[Desk], user: object, case: Case, language: str = "en") -> str:
    response = desk(user, language).get(f"/admin/review/{case.pk}/")
    assert response.status_code == 200
    return response.text


def test_a_finding_is_marked_in_the_text_and_leads_back(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    html = page(desk, cast.moderator, grave)
    assert '<mark class="fd hi" id="m1">전반에<span lang="zh-Hant">嵌入</span>하는' in html
    assert 'href="#f1" aria-label="Finding 1, High"' in html
    assert '<li id="f1">' in html and 'href="#m1"' in html


def test_it_says_which_label_readers_will_get_and_which_it_is_now(
    cast: Cast, desk: type[Desk]
) -> None:
    html = page(desk, cast.moderator, cast.in_review())
    promise = html.split("If you approve, readers get this label:")[1].split("</div>")[0]
    then, now = promise.split('<span class="sub">', 1)
    assert "<b>AI 작성</b> · 편집자 검토" in then
    assert "<b>AI-written</b> · not yet checked" in now
    assert "이하준" in promise


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Checklist", "Submitted text", "Untranslated Chinese characters")),
        ("ko", ("확인 목록", "원고", "번역되지 않은 한자")),
    ],
)
def test_it_speaks_the_moderators_language(
    cast: Cast, desk: type[Desk], grave: Case, language: str, said: tuple[str, ...]
) -> None:
    html = page(desk, cast.moderator, grave, language)
    for words in said:
        assert words in html


def test_alt_text_findings_lead_to_the_panel_when_there_is_no_place_in_the_text(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    Finding.objects.create(
        case=grave, number=2, code="source_missing", severity="high", field="sources"
    )
    Finding.objects.create(case=grave, number=3, code="cut_off", severity="low", field="body")
    html = page(desk, cast.moderator, grave)
    for goal in ("at-sources", "at-body"):
        assert f'href="#{goal}"' in html and f'id="{goal}"' in html


def test_a_finding_of_a_check_that_is_gone_still_shows(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    grave.findings.update(code="no_such_check")
    assert "1. no_such_check" in page(desk, cast.moderator, grave)


def test_sources_and_recorded_uses_are_there_the_private_prompt_too(
    cast: Cast, desk: type[Desk]
) -> None:
    article = cast.article()
    AIUse.objects.create(
        article=article,
        stage="headline",
        prompt="제목을 다섯 개 써 줘",
        why="시간을 아끼려고",
        system=cast.system,
        recorded_by=cast.writer,
    )
    html = page(desk, cast.moderator, submitted(cast, article))
    for said in (
        "제목을 다섯 개 써 줘",
        "시간을 아끼려고",
        "Suggested headlines",
        "요약 모델 3.2",
        "사우스 차이나 모닝 포스트",
        'rel="noopener noreferrer"',
        'datetime="2026-01-15"',
    ):
        assert said in html


def submitted(cast: Cast, article: object) -> Case:
    cast.revision(article)
    return submit(article=article, by=cast.writer)


def test_an_address_that_is_no_web_address_is_no_link(cast: Cast, desk: type[Desk]) -> None:
    article = cast.article()
    Source.objects.create(article=article, outlet="X", url="javascript:alert(1)", position=2)
    assert 'href="javascript:' not in page(desk, cast.moderator, submitted(cast, article))


@pytest.mark.parametrize("payload", XSS[::4])
def test_hostile_text_stays_text(cast: Cast, desk: type[Desk], payload: str) -> None:
    clean = payload.replace("\x00", "")
    case = cast.in_review(
        headline=clean[:200],
        standfirst=clean[:400],
        body=f"<p>홍콩.</p>{clean}",
        key_points=clean,
    )
    Finding.objects.create(
        case=case,
        number=99,
        code="markdown_left",
        severity="low",
        field="headline",
        end=5,
        quote=clean,
        suggestion=clean,
        data={"seen": clean},
    )
    html = page(desk, cast.moderator, case)
    main = html.split("<main")[1].split("</main>")[0]
    lower = main.lower()
    assert "<script" not in lower and "<iframe" not in lower and "<svg onload" not in lower
    assert "<img" not in lower


def test_who_wrote_it_reads_the_findings_and_cannot_decide(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    html = page(desk, cast.writer, grave)
    assert "Untranslated Chinese characters" in html
    assert 'name="outcome"' not in html and "Mark as not a problem" not in html
    assert "somebody else decides" in html


def test_a_decided_case_says_who_when_what_and_why(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    desk(cast.moderator).decide(grave, "changes", reason="한자를 옮겨 주세요.")
    html = page(desk, cast.other_moderator, grave)
    for said in ("Changes requested", "이하준", "한자를 옮겨 주세요.", "revision 1"):
        assert said in html
    assert 'name="outcome"' not in html


def test_an_approved_case_shows_what_was_confirmed(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review()
    cast.approve(case)
    assert "<li>I have read the whole text</li>" in page(desk, cast.writer, case)


def test_a_case_that_was_taken_back_says_so(cast: Cast, desk: type[Desk], grave: Case) -> None:
    recall(article=grave.article, by=cast.writer)
    html = page(desk, cast.moderator, grave)
    assert "The writer took the text back" in html and 'name="outcome"' not in html


def test_previous_and_next_follow_the_queue(cast: Cast, desk: type[Desk]) -> None:
    cases = [cast.in_review() for _ in range(3)]
    html = page(desk, cast.moderator, cases[1])
    assert f'href="/admin/review/{cases[0].pk}/" data-key="p"' in html
    assert f'href="/admin/review/{cases[2].pk}/" data-key="n"' in html
    assert "2 of 3" in html


def test_a_second_round_can_be_compared_with_what_was_approved(
    cast: Cast, desk: type[Desk]
) -> None:
    article = cast.approved()
    cast.edit(article, headline="고친 제목")
    cast.edit(article, headline="또 고친 제목")
    case = submitted(cast, article)
    html = page(desk, cast.moderator, case)
    assert f'href="/admin/review/{case.pk}/beside/?with=approved"' in html
    assert "Compare with revision 1" in html
    assert "round 2" in html


def test_the_late_clock_says_so(cast: Cast, desk: type[Desk], grave: Case) -> None:
    Case.objects.filter(pk=grave.pk).update(opened_at=ago(hours=2), due_at=ago(hours=1))
    assert "1 h overdue" in page(desk, cast.moderator, grave)


def test_the_number_of_queries_does_not_grow_with_findings_and_comments(
    cast: Cast, desk: type[Desk], grave: Case, django_assert_num_queries: Any
) -> None:
    browser, path = desk(cast.moderator), f"/admin/review/{grave.pk}/"
    fill(cast, grave, range(2, 4))
    browser.get(path)
    with CaptureQueriesContext(connection) as few:
        browser.get(path)
    fill(cast, grave, range(4, 42))
    with django_assert_num_queries(len(few)):
        html = browser.get(path).text
    assert html.count('<li id="t') == 40 and html.count('<li id="f') == 41
    assert len(few) <= 25


def fill(cast: Cast, case: Case, numbers: range) -> None:
    """As many findings and threads, each with an answer and a mention."""
    for n in numbers:
        Finding.objects.create(
            case=case,
            number=n,
            code="cut_off",
            severity="low",
            field="body",
            start=n % 20,
            end=n % 20 + 1,
            quote="가",
            suggestion="나",
            state="dismissed" if n % 2 else "open",
            resolved_by=cast.moderator,
            resolved_at=ago(hours=1),
            reason="괜찮다",
            data={"ending": "가"},
        )
        thread = comment(case=case, by=cast.other_moderator, text=f"@박도윤 {n}", quote="선전시는")
        answer(comment=thread, by=cast.writer, text="네")
        if n % 3 == 0:
            resolve(comment=thread, by=cast.writer)


def test_the_body_is_shown_once_however_many_rounds(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review(body=GRAVE)
    assert page(desk, cast.moderator, case).count("계획을 내놓았다") == 1


def test_filters_go_along_from_item_to_item(cast: Cast, desk: type[Desk]) -> None:
    first, _other, last = (
        cast.in_review(section=section)
        for section in (cast.hong_kong, cast.economy, cast.hong_kong)
    )
    browser = desk(cast.moderator)
    html = browser.get(f"/admin/review/{first.pk}/", section="hongkong", evil="1").text
    assert f'href="/admin/review/{last.pk}/?section=hongkong" data-key="n"' in html
    assert "1 of 2" in html and "evil" not in html.split("<main")[1]
    response = browser.client.post(
        f"/admin/review/{first.pk}/?section=hongkong",
        {"outcome": "reject", "reason": "x", "sha256": first.revision.sha256, "go": "next"},
    )
    assert response.url == f"/admin/review/next/?after={first.pk}&section=hongkong"
    assert browser.client.get(response.url).url == f"/admin/review/{last.pk}/?section=hongkong"
