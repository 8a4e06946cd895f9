import datetime as dt

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _


class VisitDay(models.Model):
    """How many browsers that allowed it came on one day. No address, no name, no page."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=8)
    visits = models.PositiveIntegerField(_("visits"), default=0)

    class Meta:
        verbose_name = _("visits of a day")
        verbose_name_plural = _("visits by day")
        ordering = ["-day", "language"]
        constraints = [
            models.UniqueConstraint(fields=["day", "language"], name="reader_visits_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.language}: {self.visits}"

    @classmethod
    def add(cls, day: dt.date, language: str) -> None:
        """Count one more. The database adds, so that no two visits become one."""
        rows = cls.objects.filter(day=day, language=language)
        if not rows.update(visits=F("visits") + 1):
            cls.objects.get_or_create(day=day, language=language)
            rows.update(visits=F("visits") + 1)
