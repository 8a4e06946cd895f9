from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.images import source_types
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence


class ImageAsset(models.Model):
    """A picture as it came in. Its bytes are kept untouched and found by their SHA-256."""

    class Format(models.TextChoices):
        JPEG = "JPEG", "JPEG"
        PNG = "PNG", "PNG"
        WEBP = "WEBP", "WebP"
        AVIF = "AVIF", "AVIF"
        GIF = "GIF", "GIF"

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

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="images_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(width__gt=0, height__gt=0, byte_size__gt=0),
                name="images_asset_has_size",
            )
        ]

    def __str__(self) -> str:
        return self.title or self.file_name

    @property
    def report(self) -> "ProvenanceReport | None":
        """The newest report on the file, from what was prefetched where it was."""
        reports = sorted(self.reports.all(), key=lambda r: (r.created_at, r.pk))
        return reports[-1] if reports else None


class ProvenanceReport(models.Model):
    """What the file said of its origin when it was last read. A new reading is a new report."""

    class States(models.TextChoices):
        NONE = State.NONE, _("No Content Credentials")
        REMOTE_UNFETCHED = State.REMOTE_UNFETCHED, _("Credentials kept elsewhere, not fetched")
        UNSUPPORTED = State.UNSUPPORTED, _("Format without readable credentials")
        UNREADABLE = State.UNREADABLE, _("Credentials cannot be read")
        INVALID_TAMPERED = State.INVALID_TAMPERED, _("Invalid: changed after signing")
        INVALID_EXPIRED = State.INVALID_EXPIRED, _("Invalid: certificate expired")
        INVALID_OTHER = State.INVALID_OTHER, _("Credentials invalid")
        VALID_UNTRUSTED = State.VALID_UNTRUSTED, _("Signature valid · signer not confirmed")
        TRUSTED = State.TRUSTED, _("Signature valid · signer on a trust list")

    class AIEvidence(models.TextChoices):
        FULLY = Evidence.FULLY, _("Made wholly with generative AI")
        PARTLY = Evidence.PARTLY, _("Made in part with generative AI")
        POSSIBLY = Evidence.POSSIBLY, _("Possibly made with generative AI")
        NONE = Evidence.NONE, _("No AI use declared in the file")

    asset = models.ForeignKey(
        ImageAsset, models.CASCADE, related_name="reports", verbose_name=_("image")
    )
    state = models.CharField(_("credentials"), max_length=20, choices=States)
    reasons = models.JSONField(_("reasons"), default=list)
    ai_evidence = models.CharField(_("evidence of AI"), max_length=16, choices=AIEvidence)
    # What the file gives, retired codes included: a record, not a declaration, so no choices.
    digital_source_type = models.CharField(_("source type in the file"), max_length=40, blank=True)
    signer = models.CharField(_("signer"), max_length=300, blank=True)
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True)
    actions = models.JSONField(_("recorded steps"), default=list)
    ingredients = models.JSONField(_("materials"), default=list)
    xmp = models.JSONField(_("embedded metadata"), default=dict)
    verifier = models.CharField(_("verifier"), max_length=40)
    verifier_version = models.CharField(_("verifier version"), max_length=40)
    trust_list_digest = models.CharField(_("trust list"), max_length=64, blank=True)
    raw = models.JSONField(_("whole report"), default=dict)
    created_at = models.DateTimeField(_("checked"), default=timezone.now)

    class Meta:
        verbose_name = _("provenance report")
        verbose_name_plural = _("provenance reports")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_state_display()} · {self.get_ai_evidence_display()}"


class Rendition(models.Model):
    """A copy that is shown. Its name tells nothing of the asset and cannot be guessed."""

    class Format(models.TextChoices):
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
