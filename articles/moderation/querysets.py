"""Which cases wait, in which order."""

import datetime as dt

from django.db import models
from django.utils import timezone


class CaseQuerySet(models.QuerySet):
    def open(self) -> "CaseQuerySet":
        return self.filter(state="open")

    def by_urgency(self) -> "CaseQuerySet":
        """Highest risk first; of equal risk the oldest first."""
        return self.order_by("-risk", "opened_at", "pk")

    def overdue(self, at: dt.datetime | None = None) -> "CaseQuerySet":
        return self.filter(due_at__lt=at or timezone.now())

    def for_lists(self) -> "CaseQuerySet":
        """With all that a list row shows, in one query."""
        return self.select_related("revision", "section", "opened_by", "assigned_to")

    def visible_to(self, user: models.Model) -> "CaseQuerySet":
        """Cases in the sections in which `user` holds any role."""
        rows = user.role_rows()
        if user.is_superuser or any(not section for _, section in rows):
            return self
        return self.filter(section__code__in={section for _, section in rows})
