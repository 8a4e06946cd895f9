from articles.audit.models import Entry
from articles.moderation.models import Case, Finding
from tests.cast import Cast
from tests.moderation.conftest import Desk


def test_a_finding_that_is_no_problem_is_closed_with_its_reason(
    cast: Cast, desk: type[Desk], grave: Case
) -> None:
    response = desk(cast.moderator).dismiss(grave, 1, "고유한 표기다")
    assert response.url == f"/admin/review/{grave.pk}/#f1"
    finding = grave.findings.get()
    assert (finding.state, finding.reason) == (Finding.State.DISMISSED, "고유한 표기다")
    assert Entry.objects.get(verb="finding.dismissed").data["reason"] == "고유한 표기다"
    grave.refresh_from_db()
    assert grave.risk == Case.Risk.LOW


def test_the_page_then_says_who_and_why(cast: Cast, desk: type[Desk], grave: Case) -> None:
    browser = desk(cast.moderator)
    browser.dismiss(grave, 1, "고유한 표기다")
    html = browser.get(f"/admin/review/{grave.pk}/").text
    assert "고유한 표기다" in html and "none stands in the way" in html
    assert '<mark class="fd off" id="m1">' in html


def test_htmx_swaps_the_row_and_the_count(cast: Cast, desk: type[Desk], grave: Case) -> None:
    path = f"/admin/review/{grave.pk}/findings/1/"
    part = desk(cast.moderator).htmx("post", path, {"reason": "고유한 표기다"})
    assert part.status_code == 200 and "<html" not in part.text
    assert '<li id="f1">' in part.text and "none stands in the way" in part.text
    assert 'id="grave" data-hx-swap-oob="innerHTML"' in part.text


def test_without_a_reason_it_stays_open(cast: Cast, desk: type[Desk], grave: Case) -> None:
    response = desk(cast.moderator).dismiss(grave, 1, " ")
    assert response.status_code == 422
    assert "Say in a few words why this is not a problem." in response.text
    assert 'aria-describedby="e1"' in response.text
    assert grave.findings.get().state == Finding.State.OPEN


def test_htmx_says_so_in_the_row(cast: Cast, desk: type[Desk], grave: Case) -> None:
    path = f"/admin/review/{grave.pk}/findings/1/"
    part = desk(cast.moderator).htmx("post", path, {"reason": ""})
    assert part.status_code == 422 and "<details open>" in part.text


def test_a_reason_too_long_is_kept(cast: Cast, desk: type[Desk], grave: Case) -> None:
    response = desk(cast.moderator).dismiss(grave, 1, "가" * 301)
    assert response.status_code == 422 and "가" * 301 in response.text


def test_a_closed_case_keeps_its_findings(cast: Cast, desk: type[Desk], grave: Case) -> None:
    desk(cast.moderator).decide(grave, "reject", reason="안 된다")
    assert desk(cast.other_moderator).dismiss(grave, 1).status_code == 409
    assert grave.findings.get().state == Finding.State.OPEN


def test_the_writer_cannot_wave_findings_away(cast: Cast, desk: type[Desk], grave: Case) -> None:
    response = desk(cast.writer).dismiss(grave, 1)
    assert response.status_code == 403 and 'role="alert"' in response.text
    assert grave.findings.get().state == Finding.State.OPEN


def test_a_finding_of_another_case_is_not_there(cast: Cast, desk: type[Desk], grave: Case) -> None:
    other = cast.in_review()
    assert desk(cast.moderator).dismiss(other, 99).status_code == 404
    assert desk(cast.moderator).dismiss(grave, 99).status_code == 404
