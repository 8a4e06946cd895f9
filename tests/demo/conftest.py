"""The demo, loaded once for all tests of a file and then rolled back."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings

from newsroom.demo import load


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[list[str]]:
    """What the loader said. The tests read what it left in the database."""
    lines: list[str] = []
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("demo"))
    with django_db_blocker.unblock(), media, transaction.atomic():
        load.load(lines.append)
        yield lines
        transaction.set_rollback(True)
