"""/healthz and /readyz: what a machine asks before it sends readers here."""

import pytest
from django.db import OperationalError

from newsroom import health


def test_healthz_answers_without_the_database(client):
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_readyz_is_ready_when_every_migration_is_there(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["status"] == "ok"
    assert not response.cookies


@pytest.mark.django_db
def test_readyz_waits_for_a_migration(client, monkeypatch):
    monkeypatch.setattr(health, "needed", lambda: frozenset({("people", "9999_tomorrow")}))
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["database"] == "not migrated"


def test_readyz_says_that_the_database_is_away_and_no_more(client, monkeypatch):
    def away(_connection):
        raise OperationalError("password authentication failed for user galpi")

    monkeypatch.setattr(health, "MigrationRecorder", away)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert "galpi" not in response.content.decode()


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_only_get_and_head_are_answered(client, path):
    assert client.post(path).status_code == 405
