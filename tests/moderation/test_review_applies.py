"""Applying a suggestion on the screen, with htmx and without."""

import re

import pytest

from articles.audit.models import Entry
from articles.moderation.apply import apply
from articles.moderation.models import Case, Finding
from articles.stories.models import Article, Revision
from tests.cast import Cast, ahead
from tests.moderation.conftest import Desk

BODY = "<p>홍콩과 선\u200b전이 협력한다.</p><p>선전시는 사회 전반에嵌入하는 계획을 내놓았다.</p>"


@pytest.fixture
def case(cast: Cast) -> Case:
    return cast.in_review(body=BODY, headline="홍콩과 선전, 협력을 넓힌다")


def number(case: Case) -> int:
    return case.findings.get(code="invisible_character").number


def path(case: Case) -> str:
    return f"/admin/review/{case.pk}/findings/{number(case)}/apply/"


def test_without_javascript_it_leads_back_to_the_finding(
    cast: Cast, desk: type[Desk], case: Case
) -> None:
    browser = desk(cast.moderator)
    html = browser.get(f"/admin/review/{case.pk}/").text
    assert f'action="{path(case)}"' in html
    response = browser.client.post(path(case), {"sha256": case.revision.sha256})
    assert response.url == f"/admin/review/{case.pk}/#f{number(case)}"
    after = browser.get(f"/admin/review/{case.pk}/").text
    assert "Suggestion applied" in after and "revision 2" in after
    assert "\u200b" not in Article.objects.get(pk=case.article_id).body
    assert Entry.objects.filter(verb="finding.applied").count() == 1


def test_htmx_swaps_everything_that_changed(cast: Cast, desk: type[Desk], case: Case) -> None:
    part = desk(cast.moderator).htmx("post", path(case), {"sha256": case.revision.sha256})
    assert part.status_code == 200 and "<html" not in part.text
    case.refresh_from_db()
    assert 'id="eyes" data-hx-swap-oob="true"' in part.text
    for swapped in ("copy", "grave", "facts", "promise", "headline", "n-found"):
        assert f'id="{swapped}" data-hx-swap-oob="innerHTML"' in part.text, swapped
    assert f'value="{case.revision.sha256}" data-hx-swap-oob="outerHTML:.seen"' in part.text
    copy = part.text.split('id="copy"')[1]
    assert '<mark class="fd off" id="m' in copy


def test_the_page_then_says_that_another_moderator_approves(
    cast: Cast, desk: type[Desk], case: Case
) -> None:
    browser = desk(cast.moderator)
    browser.client.post(path(case), {"sha256": case.revision.sha256})
    html = browser.get(f"/admin/review/{case.pk}/").text
    assert '<p class="sub" id="eyes">You applied suggestions' in html
    assert 'value="approve" required disabled aria-describedby="eyes"' in html
    case.refresh_from_db()
    response = browser.decide(case, "approve")
    assert response.status_code == 403 and "another moderator has to approve it" in response.text


@pytest.mark.parametrize("htmx", [True, False])
def test_an_older_page_is_refused_in_words(
    cast: Cast, desk: type[Desk], case: Case, htmx: bool
) -> None:
    browser = desk(cast.moderator)
    headers = {"HX-Request": "true"} if htmx else {}
    response = browser.client.post(path(case), {"sha256": "0" * 64}, headers=headers)
    assert response.status_code == 409
    assert "has changed since you opened it" in response.text
    assert Revision.objects.filter(article=case.article_id).count() == 1


def test_a_decision_from_an_older_page_is_refused(cast: Cast, desk: type[Desk], case: Case) -> None:
    old = case.revision.sha256
    apply(finding=case.findings.get(code="invisible_character"), by=cast.moderator)
    response = desk(cast.other_moderator).decide(case, "reject", reason="안 된다", sha256=old)
    assert response.status_code == 409 and "has changed since" in response.text
    assert "안 된다" in response.text
    case.refresh_from_db()
    assert case.state == Case.State.OPEN


@pytest.mark.parametrize("deed", ["", "apply/"])
def test_a_finding_that_a_change_has_settled_says_so(
    cast: Cast, desk: type[Desk], case: Case, deed: str
) -> None:
    gone = Finding.objects.create(
        case=case, number=50, code="x", severity="low", field="body", quote="가", suggestion="나"
    )
    apply(finding=case.findings.get(code="invisible_character"), by=cast.moderator)
    address = f"/admin/review/{case.pk}/findings/{gone.number}/{deed}"
    response = desk(cast.moderator).htmx("post", address, {"reason": "x"})
    assert response.status_code == 409 and "has changed since" in response.text


def test_a_dismissal_marks_the_text_at_once(cast: Cast, desk: type[Desk], case: Case) -> None:
    n = number(case)
    part = desk(cast.moderator).htmx(
        "post", f"/admin/review/{case.pk}/findings/{n}/", {"reason": "그대로 둔다"}
    )
    copy = part.text.split('id="copy" data-hx-swap-oob="innerHTML"')[1]
    assert re.search(rf'<mark class="fd off"[^>]*id="m{n}"', copy)


@pytest.mark.parametrize("who", ["writer", "editor"])
def test_who_may_not_is_told(cast: Cast, desk: type[Desk], case: Case, who: str) -> None:
    response = desk(getattr(cast, who)).client.post(path(case), {"sha256": case.revision.sha256})
    assert response.status_code == 403
    assert Revision.objects.filter(article=case.article_id).count() == 1


def test_what_another_moderator_has_open_is_taken_over_first(
    cast: Cast, desk: type[Desk], case: Case
) -> None:
    Case.objects.filter(pk=case.pk).update(
        claimed_by=cast.other_moderator, claimed_until=ahead(minutes=10)
    )
    browser = desk(cast.moderator)
    html = browser.get(f"/admin/review/{case.pk}/").text
    assert "한민서 has this text open until" in html and "Take over" in html
    response = browser.client.post(path(case), {"sha256": case.revision.sha256})
    assert response.status_code == 409 and "Take it over first" in response.text
    assert browser.decide(case, "reject", reason="x").status_code == 409
    browser.client.post(
        f"/admin/review/{case.pk}/take/", {"to": "me", "was": "", "held": cast.other_moderator.pk}
    )
    assert browser.decide(case, "reject", reason="안 된다").status_code == 302


def test_opening_the_screen_claims_it(cast: Cast, desk: type[Desk], case: Case) -> None:
    desk(cast.moderator).get(f"/admin/review/{case.pk}/")
    case.refresh_from_db()
    assert case.claimed_by == cast.moderator
    desk(cast.other_moderator).get(f"/admin/review/{case.pk}/")
    case.refresh_from_db()
    assert case.claimed_by == cast.moderator
