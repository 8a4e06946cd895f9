"""Fixtures of the browser tests: `newsroom` is fresh for each test, `shown` is shared by a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from newsroom.demo import load
from tests.browser import extras
from tests.browser.served import Served, copy_of, database


@pytest.fixture(scope="session")
def _served(
    django_test_environment: None, django_db_blocker: Any, tmp_path_factory: Any
) -> Iterator[tuple[Served, Path]]:
    """The server, and the file of the database it starts from.

    The database is a file of its own, beside the one of all other tests: a copy is made in no
    time, and nothing has to be emptied afterwards.
    """
    folder = tmp_path_factory.mktemp("demo")
    master, media = folder / "master.sqlite3", folder / "media"
    with django_db_blocker.unblock(), database(master), override_settings(MEDIA_ROOT=media):
        call_command("migrate", verbosity=0)
        load.load(lambda line: None)
        ids = extras.add()
    server = LiveServer("localhost")
    yield Served(server.url, media, ids), master
    server.stop()


def _fresh(served: tuple[Served, Path], blocker: Any) -> Iterator[Served]:
    with blocker.unblock(), copy_of(served[1]):
        yield served[0]


@pytest.fixture
def newsroom(_served: Any, django_db_blocker: Any) -> Iterator[Served]:
    """The demo newsroom as it opens, for a test that changes it."""
    yield from _fresh(_served, django_db_blocker)


@pytest.fixture(scope="module")
def shown(_served: Any, django_db_blocker: Any) -> Iterator[Served]:
    """The demo newsroom for all tests of a file, which only look."""
    yield from _fresh(_served, django_db_blocker)


@pytest.fixture(autouse=True)
def _demo_media(_media: None, _served: Any, settings: Any) -> None:
    """The pictures lie where the demo put them."""
    settings.MEDIA_ROOT = _served[0].media
