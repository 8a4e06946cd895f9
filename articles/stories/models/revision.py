from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.stories.models.article import Article


class Revision(models.Model):
    """An article as it stood at one save: immutable (the database refuses change and removal).

    `sha256` is the hash of the canonical JSON of `snapshot`. `needs_review` says whether this text
    may go out only with a moderator's approval; it is decided from the snapshot when it is taken.
    """

    article = models.ForeignKey(Article, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    snapshot = models.JSONField()
    sha256 = models.CharField(max_length=64, db_index=True)
    needs_review = models.BooleanField(_("needs review"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    # Made by applying the suggestion of a check in review, not by writing.
    from_suggestion = models.BooleanField(default=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="revisions",
        verbose_name=_("saved by"),
    )
    created_at = models.DateTimeField(_("saved at"))

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="articles_revision_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.snapshot.get('headline', '')} · {self.number}"
