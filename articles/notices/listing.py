"""A person's notices: how many are unread, and one page of them."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from articles.notices.models import Notice
from articles.notices.words import Words, words
from articles.people.models import User

PAGE = 30
MOST_COUNTED = 99


@dataclass(frozen=True)
class Row:
    id: int
    words: Words
    at: dt.datetime
    unread: bool
    goes: bool  # whether it leads anywhere


def unread(user: User) -> int:
    """How many notices `user` has not read; beyond 99 it stops counting, and says 100."""
    return Notice.objects.filter(to=user, read_at=None)[: MOST_COUNTED + 1].count()


def page(user: User, language: str, before: int | None = None) -> tuple[list[Row], int | None]:
    """The newest notices, or those before the one with that number; and where the next page
    begins. Their order is that of their numbers: a notice is written when it is told."""
    notices = Notice.objects.filter(to=user).order_by("-pk")
    if before is not None:
        notices = notices.filter(pk__lt=before)
    found = list(notices[: PAGE + 1])
    rows = [
        Row(n.pk, words(n.code, n.data, language), n.at, n.read_at is None, bool(n.url))
        for n in found[:PAGE]
    ]
    return rows, rows[-1].id if len(found) > PAGE else None


def read(user: User, pk: int | None = None, now: dt.datetime | None = None) -> int:
    """Mark one notice of `user` as read, or all of them."""
    notices = Notice.objects.filter(to=user, read_at=None)
    if pk is not None:
        notices = notices.filter(pk=pk)
    return notices.update(read_at=now or timezone.now())
