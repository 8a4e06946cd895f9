from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TrustList(models.Model):
    """Certificates that an operator trusts to sign pictures, or to stamp the time of signing."""

    class Kind(models.TextChoices):
        SIGNERS = "signers", _("Signers")
        TIMESTAMPS = "timestamps", _("Timestamps")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name = models.CharField(_("name"), max_length=120)
    pem = models.TextField(_("certificates"))
    sha256 = models.CharField(_("fingerprint (SHA-256)"), max_length=64)
    certificates = models.PositiveIntegerField(_("number of certificates"))
    issued_at = models.DateTimeField(_("issued"), null=True, blank=True)
    next_update_at = models.DateTimeField(_("next update"), null=True, blank=True)
    installed_at = models.DateTimeField(_("installed"), default=timezone.now)
    installed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("installed by"),
    )

    class Meta:
        verbose_name = _("trust list")
        verbose_name_plural = _("trust lists")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="images_trust_list_once")
        ]

    def __str__(self) -> str:
        return self.name
