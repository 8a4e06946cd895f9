"""One writer, who may upload, and a count of the files that lie about."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articles.people.models import SectionRole, User
from articles.people.roles import Role


@pytest.fixture
def jiwoo(db: None) -> User:
    user = User.objects.create_user("jiwoo", "jiwoo@galpi.example", "x", name="김지우")
    SectionRole.objects.create(user=user, role=Role.WRITER)
    return user


@pytest.fixture
def on_disk(settings: Any) -> Callable[[], list[Path]]:
    """All files under MEDIA_ROOT, halves and leftovers included."""
    return lambda: [p for p in Path(settings.MEDIA_ROOT).rglob("*") if p.is_file()]
