from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.images.models.asset import ImageAsset
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence


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
    # The chain as the file tells it, the active manifest first.
    manifests = models.JSONField(_("chain"), default=list)
    warnings = models.JSONField(_("warnings"), default=list)
    xmp = models.JSONField(_("embedded metadata"), default=dict)
    exif = models.JSONField(_("camera data"), default=dict)
    tc260 = models.JSONField(_("AIGC mark"), default=dict)
    verifier = models.CharField(_("verifier"), max_length=40)
    verifier_version = models.CharField(_("verifier version"), max_length=40)
    trust_list_digest = models.CharField(_("trust list"), max_length=64, blank=True)
    raw = models.JSONField(_("whole report"), default=dict)
    created_at = models.DateTimeField(_("checked"), default=timezone.now)

    # Set by images.recheck on what it returns: whether this reading says anything new, and whether
    # the credentials are in a worse state than before.
    is_new = False
    got_worse = False

    class Meta:
        verbose_name = _("provenance report")
        verbose_name_plural = _("provenance reports")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_state_display()} · {self.get_ai_evidence_display()}"
