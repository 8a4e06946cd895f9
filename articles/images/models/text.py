from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.images.models.asset import ImageAsset


class ImageText(models.Model):
    """Alt text and caption of a picture in one language, offered wherever it is placed."""

    asset = models.ForeignKey(
        ImageAsset, models.CASCADE, related_name="texts", verbose_name=_("image")
    )
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    alt = models.TextField(_("alt text"), max_length=500, blank=True)
    caption = models.TextField(_("caption"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("text of an image")
        verbose_name_plural = _("texts of images")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["asset", "language"], name="images_text_once")
        ]

    def __str__(self) -> str:
        return f"{self.asset} · {self.get_language_display()}"
