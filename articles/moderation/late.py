"""Cases that are overdue: whoever ought to look hears of it, once."""

import datetime as dt
from collections.abc import Iterable

from django.db import connection, transaction
from django.utils import timezone

from articles.moderation import telling
from articles.moderation.models import Case
from articles.moderation.querysets import CaseQuerySet
from articles.people.models import User
from articles.people.roles import Role

# What a page that is loaded does on the side, at most.
A_FEW = 20


def tell_late(now: dt.datetime | None = None, limit: int = A_FEW) -> int:
    """Tell of at most `limit` overdue cases, the longest overdue first; returns of how many.

    There is no worker: the queue and the overview call this when they are loaded, and so does
    `manage.py send_notices`. Where nothing is late it costs one look into an index.
    """
    now = now or timezone.now()
    if not _untold(now).exists():
        return 0
    with transaction.atomic():
        # Another page that tells at the same moment has the rest.
        mine = list(
            _untold(now)
            .select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked)
            .order_by("due_at")
            .values_list("pk", flat=True)[:limit]
        )
        ours = Case.objects.filter(pk__in=mine)
        ours.update(late_told_at=now)
        cases = list(ours.select_related("section", "assigned_to", "revision", "article"))
        moderators = list(
            User.objects.filter(is_active=True, section_roles__role=Role.MODERATOR)
            .distinct()
            .prefetch_related("section_roles")
        )
        for case in cases:
            people = [case.assigned_to] if case.assigned_to else _of_section(case, moderators)
            telling.late(case, people, now=now)
    return len(cases)


def _untold(now: dt.datetime) -> CaseQuerySet:
    return Case.objects.open().filter(late_told_at=None, due_at__lt=now)


def _of_section(case: Case, moderators: Iterable[User]) -> list[User]:
    """The moderators of its section, but for who has written or submitted the text."""
    return [
        user
        for user in moderators
        if user.pk not in {case.opened_by_id, case.article.created_by_id}
        and any(
            row.role == Role.MODERATOR and row.section in ("", case.section.code)
            for row in user.section_roles.all()
        )
    ]
