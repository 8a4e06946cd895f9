"""Which cases wait, in which order."""

import datetime as dt
from typing import Any

from django.db import models
from django.utils import timezone


class CaseQuerySet(models.QuerySet):
    def open(self) -> "CaseQuerySet":
        return self.filter(state="open")

    def by_urgency(self) -> "CaseQuerySet":
        """Highest priority first; of equal priority the oldest first."""
        return self.order_by("-priority", "opened_at", "pk")

    def overdue(self, at: dt.datetime | None = None) -> "CaseQuerySet":
        return self.filter(due_at__lt=at or timezone.now())

    def count_up_to(self, most: int) -> int:
        """How many there are; beyond `most` it stops counting, and says one more. Counting all of
        a long queue would cost more than showing its page."""
        return self.order_by().values("pk")[: most + 1].count()

    def lock(self, pk: int) -> Any:
        """One case under its row lock.

        Without joins: PostgreSQL would give a row that waited for its lock with the neighbours it
        had before, or not at all.
        """
        return self.select_for_update().get(pk=pk)

    def for_lists(self) -> "CaseQuerySet":
        """With all that a list row shows, in one query."""
        return self.select_related("revision", "section", "opened_by", "assigned_to", "claimed_by")

    def visible_to(self, user: models.Model) -> "CaseQuerySet":
        """Cases in the sections in which `user` holds any role."""
        rows = user.role_rows()
        if user.is_superuser or any(not section for _, section in rows):
            return self
        return self.filter(section__code__in={section for _, section in rows})
