"""What every test may use. The cast of people is in ``tests/cast.py``."""

import os
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

from articles.lib.appendonly import lifted
from tests.cast import Cast

pytest_plugins = ["tests.browser_fixtures", "tests.nu", "tests.other_readers"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run on PostgreSQL what asks a database, and on SQLite all but PostgreSQL's own tests.

    The browser tests and those without a database would only be the same twice.
    """
    on_postgres = "postgres" in os.environ.get("NEWSROOM_TEST_DATABASE_URL", "")
    belongs = _belongs_to_postgres if on_postgres else _belongs_to_sqlite
    config.hook.pytest_deselected(items=[item for item in items if not belongs(item)])
    items[:] = [item for item in items if belongs(item)]
    for item in items:
        if item.get_closest_marker("browser"):
            # Chromium shares the machine with the server it asks. The closing line counts reruns.
            item.add_marker(pytest.mark.flaky(reruns=1))


def _belongs_to_postgres(item: pytest.Item) -> bool:
    if item.get_closest_marker("postgres"):
        return True
    fixtures = set(getattr(item, "fixturenames", ()))
    asks = item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db"}
    return bool(asks) and not item.get_closest_marker("browser")


def _belongs_to_sqlite(item: pytest.Item) -> bool:
    return not item.get_closest_marker("postgres")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Repeat, above the closing line, what the run before this one and the command had to say."""
    for line in filter(None, os.environ.get("NEWSROOM_TEST_NOTES", "").split("\n")):
        terminalreporter.write_line(line, red="FAILED" in line, yellow="FAILED" not in line)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Remember the rows that migrations made: a flush would take them from all later tests."""
    with django_db_blocker.unblock():
        _migrated["rows"] = connection.creation.serialize_db_to_string()


_migrated: dict[str, str] = {}


def _teardown(self: TransactionTestCase) -> None:
    """Empty the database although some tables only grow, then put the migrations' rows back."""
    # Together these stop post_migrate: its rows are among those put back. They are set here and
    # not once, because a running browser gives this thread another connection object.
    self.serialized_rollback = True
    connection._test_serialized_contents = _migrated["rows"]
    with lifted(connection):
        _flush(self)
    connection.creation.deserialize_db_from_string(_migrated["rows"])


_flush = TransactionTestCase._fixture_teardown
TransactionTestCase._fixture_teardown = _teardown


@pytest.fixture(autouse=True)
def _media(tmp_path_factory: pytest.TempPathFactory, settings: Any) -> None:
    """Each test uploads into an empty folder of its own."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")


@pytest.fixture
def cast(db: None) -> Cast:
    """The people and stories of `tests/cast.py`."""
    return Cast()
