from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.images.models.asset import ImageAsset


class Rendition(models.Model):
    """A copy that is shown. Its name tells nothing of the asset and cannot be guessed."""

    class Format(models.TextChoices):
        AVIF = "avif", "AVIF"
        WEBP = "webp", "WebP"
        JPEG = "jpeg", "JPEG"

    asset = models.ForeignKey(
        ImageAsset, models.CASCADE, related_name="renditions", verbose_name=_("image")
    )
    kind = models.CharField(_("kind"), max_length=16)
    format = models.CharField(_("format"), max_length=4, choices=Format)
    width = models.PositiveIntegerField(_("width in pixels"))
    height = models.PositiveIntegerField(_("height in pixels"))
    byte_size = models.PositiveBigIntegerField(_("size in bytes"))
    key = models.CharField(_("public name"), max_length=40, unique=True)
    marks = models.CharField(_("digest of its metadata"), max_length=64, blank=True)
    signed = models.BooleanField(_("signed"), default=False)
    created_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        ordering = ["asset", "width"]
        constraints = [
            models.UniqueConstraint(
                fields=["asset", "kind", "format"], name="images_one_rendition_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}.{self.format}"
