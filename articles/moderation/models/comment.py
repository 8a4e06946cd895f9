from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.moderation.models.case import Case
from articles.stories.models import Revision


class Comment(models.Model):
    """Something said about a span of a text in review. Its words are never changed.

    `start` and `end` are code points in the plain text of `field` in `revision`; both 0 mean the
    whole of it. An answer has a `parent` and no span of its own.
    """

    case = models.ForeignKey(Case, models.CASCADE, related_name="comments")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="answers"
    )
    field = models.CharField(_("where"), max_length=40, blank=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    quote = models.TextField(_("what it is about"), blank=True)
    text = models.TextField(_("comment"), max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"), default=timezone.now)
    mentions = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="mentioned_in"
    )
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["case", "at"], name="moderation_comments")]

    def __str__(self) -> str:
        return self.text[:80]
