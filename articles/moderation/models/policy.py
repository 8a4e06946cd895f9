from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.moderation.models.case import Severity
from articles.stories.models import Section


class CheckSetting(models.Model):
    """What an operator says of one check, for one section or for all: off, or how grave."""

    section = models.ForeignKey(
        Section,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("section"),
        help_text=_("Empty: for every section that has no setting of its own."),
    )
    code = models.CharField(_("check"), max_length=40)
    enabled = models.BooleanField(_("on"), default=True)
    severity = models.CharField(
        _("severity"),
        max_length=8,
        choices=Severity.choices,
        blank=True,
        help_text=_("Empty: as the check says."),
    )

    class Meta:
        verbose_name = _("setting of a check")
        verbose_name_plural = _("settings of checks")
        ordering = ["code", "section"]
        constraints = [
            models.UniqueConstraint(
                Coalesce("section", 0), "code", name="moderation_check_setting_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} · {self.section or '*'}"


class ReviewPolicy(models.Model):
    """How a section is reviewed: how soon, by how many, and how far its stories reach."""

    section = models.OneToOneField(
        Section,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="review_policy",
        verbose_name=_("section"),
        help_text=_("Empty: for every section that has no policy of its own."),
    )
    due_minutes = models.PositiveIntegerField(_("due after minutes"), default=60)
    reach = models.PositiveSmallIntegerField(
        _("reach"),
        default=1,
        help_text=_("0 to 3: how many people its stories reach, or how much they matter to them."),
    )
    four_eyes = models.BooleanField(
        _("four eyes"),
        default=True,
        help_text=_("Whoever changed the text in review, even by a suggestion, cannot approve it."),
    )

    class Meta:
        verbose_name = _("review policy")
        verbose_name_plural = _("review policies")
        ordering = ["section"]
        constraints = [
            models.UniqueConstraint(Coalesce("section", 0), name="moderation_one_common_policy"),
            models.CheckConstraint(
                condition=Q(reach__lte=3, due_minutes__gt=0), name="moderation_policy_in_bounds"
            ),
        ]

    def __str__(self) -> str:
        return str(self.section or "*")
