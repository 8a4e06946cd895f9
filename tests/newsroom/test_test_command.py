"""`manage.py test`: two databases, one closing line, one exit code."""

import pytest

from newsroom.console import Refusal
from newsroom.management.commands import test as command
from tests import databases


@pytest.fixture
def runs(monkeypatch):
    """Replace pytest by a list of what it was asked, with exit codes to give back."""
    asked, codes = [], []

    def fake(arguments, url, notes):
        asked.append((list(arguments), url, notes))
        return codes.pop(0) if codes else 0

    monkeypatch.setattr(command, "_pytest", fake)
    monkeypatch.delenv("NEWSROOM_TEST_REQUIRE", raising=False)
    fake.asked, fake.codes = asked, codes
    return fake


@pytest.fixture
def no_postgres(monkeypatch):
    def none():
        raise databases.Unavailable("there is none")

    monkeypatch.setattr(databases, "binaries", none)


def test_without_postgresql_sqlite_alone_is_tested_and_the_reason_said(runs, no_postgres):
    assert command.run(["-k", "labels"]) == 0
    [(arguments, url, notes)] = runs.asked
    assert arguments == ["-k", "labels"]
    assert url == ""
    assert "there is none" in notes[0]


def test_postgresql_that_is_asked_for_must_be_there(runs, no_postgres, monkeypatch):
    with pytest.raises(Refusal, match="there is none"):
        command.run(["--postgres"])
    monkeypatch.setenv("NEWSROOM_TEST_REQUIRE", "browser,postgres")
    with pytest.raises(Refusal):
        command.run([])


@pytest.mark.parametrize(
    ("postgres", "sqlite", "together"),
    [(0, 0, 0), (1, 0, 1), (0, 1, 1), (5, 0, 0), (5, 5, 5), (0, 5, 0), (5, 1, 1), (2, 1, 2)],
)
def test_both_exit_codes_count(runs, monkeypatch, postgres, sqlite, together):
    monkeypatch.setattr(databases, "postgres", _given)
    runs.codes[:] = [postgres, sqlite]
    assert command.run([]) == together
    assert [url for _, url, _ in runs.asked] == ["postgres://given", ""]
    failed = postgres not in (0, 5)
    assert ("FAILED" in runs.asked[1][2][0]) is failed


class _given:
    def __enter__(self):
        return "postgres://given"

    def __exit__(self, *_):
        return False
