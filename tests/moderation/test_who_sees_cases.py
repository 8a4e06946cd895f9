"""Every address of the room, asked for by every role."""

import pytest

from articles.moderation.models import Case, Decision
from articles.people.models import SectionRole
from tests.cast import Cast
from tests.moderation.conftest import Desk

STAFF = ["writer", "other_writer", "editor", "moderator", "other_moderator", "administrator"]
DECIDING = ["moderator", "other_moderator", "administrator"]


@pytest.fixture
def paths(grave: Case) -> dict[str, str]:
    base = "/admin/review/"
    return {
        "queue": base,
        "next": f"{base}next/",
        "case": f"{base}{grave.pk}/",
        "take": f"{base}{grave.pk}/take/",
        "dismiss": f"{base}{grave.pk}/findings/1/",
    }


@pytest.mark.parametrize("who", STAFF)
def test_all_staff_read_queue_and_case(
    cast: Cast, desk: type[Desk], paths: dict[str, str], who: str
) -> None:
    browser = desk(getattr(cast, who))
    assert browser.get(paths["queue"]).status_code == 200
    assert browser.get(paths["case"]).status_code == 200
    assert browser.get(paths["next"]).status_code == (302 if who in DECIDING else 403)


@pytest.mark.parametrize("who", STAFF)
@pytest.mark.parametrize("what", ["case", "take", "dismiss"])
def test_only_moderators_act(
    cast: Cast, desk: type[Desk], paths: dict[str, str], grave: Case, who: str, what: str
) -> None:
    data = {"outcome": "reject", "reason": "까닭", "sha256": grave.revision.sha256, "to": "me"}
    response = desk(getattr(cast, who)).client.post(paths[what], data)
    assert response.status_code == (302 if who in DECIDING else 403)
    acted = (
        Decision.objects.exists()
        or Case.objects.filter(assigned_to__isnull=False).exists()
        or grave.findings.filter(state="dismissed").exists()
    )
    assert acted == (who in DECIDING)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("who", ["visitor", None])
def test_others_are_sent_to_sign_in(
    cast: Cast, desk: type[Desk], paths: dict[str, str], who: str | None, method: str
) -> None:
    browser = desk(getattr(cast, who) if who else None)
    for path in paths.values():
        response = getattr(browser.client, method)(path)
        assert response.status_code == 302 and response.url.startswith("/admin/login/")
    assert not Decision.objects.exists()


def test_somebody_whose_account_is_closed_is_out(
    cast: Cast, desk: type[Desk], paths: dict[str, str]
) -> None:
    browser = desk(cast.moderator)
    cast.moderator.is_active = False
    cast.moderator.save()
    assert browser.get(paths["case"]).url.startswith("/admin/login/")


@pytest.mark.parametrize("who", ["writer", "editor", "moderator", "administrator"])
def test_a_case_of_another_section_is_not_there(
    cast: Cast, desk: type[Desk], paths: dict[str, str], grave: Case, who: str
) -> None:
    user = getattr(cast, who)
    SectionRole.objects.filter(user=user).update(section="economy")
    browser = desk(user)
    assert grave.pk not in [row.id for row in browser.get(paths["queue"]).context["rows"]]
    missing = browser.get("/admin/review/999999/")
    for what in ("case", "take", "dismiss"):
        response = browser.client.post(paths[what], {"to": "me", "reason": "x"})
        assert response.status_code == missing.status_code == 404
    assert browser.get(paths["case"]).content == missing.content


@pytest.mark.parametrize(
    ("what", "method"),
    [
        ("queue", "post"),
        ("next", "post"),
        ("take", "get"),
        ("dismiss", "get"),
        ("case", "put"),
        ("case", "delete"),
        ("queue", "trace"),
    ],
)
def test_other_methods_are_refused(
    cast: Cast, desk: type[Desk], paths: dict[str, str], what: str, method: str
) -> None:
    assert getattr(desk(cast.moderator).client, method)(paths[what]).status_code == 405
