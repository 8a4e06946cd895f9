from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.images import source_types

if TYPE_CHECKING:
    from articles.images.models.report import ProvenanceReport


class ImageAsset(models.Model):
    """A picture as it came in. Its bytes are kept untouched and found by their SHA-256."""

    class Format(models.TextChoices):
        JPEG = "JPEG", "JPEG"
        PNG = "PNG", "PNG"
        WEBP = "WEBP", "WebP"
        AVIF = "AVIF", "AVIF"
        GIF = "GIF", "GIF"
        HEIC = "HEIC", "HEIC"

    class ModelRelease(models.TextChoices):
        """PLUS Model Release Status."""

        UNKNOWN = "", _("Not known")
        NOT_APPLICABLE = "MR-NAP", _("Nobody can be recognised")
        NONE = "MR-NON", _("No release")
        LIMITED = "MR-LMR", _("Limited release")
        UNLIMITED = "MR-UMR", _("Release for every use")

    class DataMining(models.TextChoices):
        """PLUS Data Mining: what may be done with the picture by machines that learn."""

        UNSPECIFIED = "", _("Not stated")
        ALLOWED = "DMI-ALLOWED", _("Allowed")
        NO_AI_TRAINING = "DMI-PROHIBITED-AIMLTRAINING", _("No training of AI")
        NO_GENERATIVE = "DMI-PROHIBITED-GENAIMLTRAINING", _("No training of generative AI")
        SEARCH_ONLY = "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING", _("Search engines only")
        PROHIBITED = "DMI-PROHIBITED", _("Prohibited")
        SEE_TERMS = "DMI-PROHIBITED-SEECONSTRAINT", _("As the usage terms say")

    sha256 = models.CharField(
        _("fingerprint (SHA-256)"), max_length=64, unique=True, editable=False
    )
    file_name = models.CharField(_("file name"), max_length=150)
    format = models.CharField(_("format"), max_length=5, choices=Format)
    width = models.PositiveIntegerField(_("width in pixels"))
    height = models.PositiveIntegerField(_("height in pixels"))
    byte_size = models.PositiveBigIntegerField(_("size in bytes"))
    title = models.CharField(_("title"), max_length=200, blank=True)
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who is named beside the picture, for example “Galpi graphics”."),
    )
    copyright_notice = models.CharField(_("copyright notice"), max_length=300, blank=True)
    digital_source_type = models.CharField(
        _("digital source type"),
        max_length=40,
        blank=True,
        choices=source_types.writable,
        help_text=_("How the picture came about (IPTC). Leave it empty where you do not know."),
    )
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    licence_url = models.URLField(_("address of the licence"), max_length=400, blank=True)
    usage_terms = models.TextField(_("usage terms"), max_length=1000, blank=True)
    rights_from = models.DateTimeField(
        _("not before"),
        null=True,
        blank=True,
        help_text=_("Embargo: the picture may not be shown before this moment."),
    )
    rights_until = models.DateTimeField(
        _("rights end"),
        null=True,
        blank=True,
        help_text=_("From this moment on the picture may not be shown any more."),
    )
    model_release = models.CharField(
        _("model release"), max_length=8, choices=ModelRelease, blank=True, default=""
    )
    data_mining = models.CharField(
        _("data mining"), max_length=48, choices=DataMining, blank=True, default=""
    )
    original_public = models.BooleanField(
        _("readers may download the original"),
        default=False,
        help_text=_("Only where the rights allow it: the file goes out as it came in, untouched."),
    )
    # Where the eye should rest, and cut-outs drawn by hand, as fractions of the upright picture:
    # {"wide": [left, top, width, height]}. What is not drawn is cut around the focal point.
    focal_x = models.FloatField(_("focal point, from the left"), default=0.5)
    focal_y = models.FloatField(_("focal point, from the top"), default=0.5)
    crops = models.JSONField(_("crops"), default=dict, blank=True)
    # 64 bits in hexadecimal, from what the picture looks like: near ones differ in few bits.
    phash = models.CharField(max_length=16, blank=True, editable=False, db_index=True)
    uploaded_by = models.ForeignKey(
        "people.User",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    created_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)

    # Set by intake.add on what it returns: these very bytes had come in before.
    already_there = False
    # How many frames the file had when it came in; a moving picture is shown by its first.
    frames = 1

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="images_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0, byte_size__gt=0),
                name="images_asset_has_size",
            ),
            models.CheckConstraint(
                condition=models.Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="images_focal_point_inside",
            ),
            models.CheckConstraint(
                condition=models.Q(rights_from__isnull=True)
                | models.Q(rights_until__isnull=True)
                | models.Q(rights_until__gt=models.F("rights_from")),
                name="images_rights_run_forward",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.file_name

    @property
    def public_id(self) -> str:
        """The name readers see in addresses: told by the bytes, so the same everywhere."""
        return self.sha256[:16]

    @property
    def report(self) -> "ProvenanceReport | None":
        """The newest report on the file, from what was prefetched where it was."""
        reports = sorted(self.reports.all(), key=lambda r: (r.created_at, r.pk))
        return reports[-1] if reports else None
