from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.moderation.models.case import Case
from articles.stories.models import Revision


class Decision(models.Model):
    """What a moderator decided about exactly one revision. Never changed, never removed."""

    class Outcome(models.TextChoices):
        APPROVE = "approve", _("Approved")
        CHANGES = "changes", _("Changes requested")
        REJECT = "reject", _("Rejected")

    case = models.OneToOneField(
        Case, models.PROTECT, related_name="decision", verbose_name=_("case")
    )
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="decisions", verbose_name=_("revision")
    )
    revision_sha256 = models.CharField(max_length=64)
    outcome = models.CharField(_("decision"), max_length=8, choices=Outcome.choices)
    reason = models.TextField(_("reason"), blank=True)
    checklist = models.JSONField(_("checklist"), default=list)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="decisions",
        verbose_name=_("moderator"),
    )
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["revision", "outcome"], name="moderation_approvals"),
            models.Index(fields=["by", "-at"], name="moderation_by_moderator"),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} · {self.case}"
