from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.stories.models import Article


class RelatedLink(models.Model):
    """One line under “Related stories”, in the order an editor gave it."""

    class Kind(models.TextChoices):
        RELATED = "related", _("Related")
        BACKGROUND = "background", _("Background")
        FOLLOW_UP = "follow_up", _("Follow-up")
        EARLIER_VERSION = "earlier_version", _("Earlier version")

    article = models.ForeignKey(Article, models.CASCADE, related_name="related_links")
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.RELATED)
    target = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="linked_from",
        verbose_name=_("our article"),
    )
    url = models.URLField(_("outside address"), max_length=600, blank=True)
    title = models.CharField(_("title of the outside page"), max_length=200, blank=True)
    outlet = models.CharField(_("outlet"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("related story")
        verbose_name_plural = _("related stories")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(target__isnull=False) & Q(url=""))
                | (Q(target__isnull=True) & ~Q(url="") & ~Q(title="")),
                name="related_ours_or_outside",
                violation_error_message=_(
                    "Choose one of our articles, or give an outside address with its title."
                ),
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | ~Q(target=F("article")),
                name="related_not_itself",
                violation_error_message=_("An article cannot be related to itself."),
            ),
            models.UniqueConstraint(
                fields=["article", "target"],
                condition=Q(target__isnull=False),
                name="related_target_once",
                violation_error_message=_("That article is on the list already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.target) if self.target_id else self.title

    def clean(self) -> None:
        if self.url and not self.url.lower().startswith(("http://", "https://")):
            raise ValidationError({"url": _("The address must begin with http:// or https://.")})
