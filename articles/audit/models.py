from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One thing that was done. `previous` is the hash of the entry before, `sha256` of this one."""

    at = models.DateTimeField(_("when"))
    actor_kind = models.CharField(_("kind of actor"), max_length=16)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(_("who"), max_length=120)
    verb = models.CharField(_("what"), max_length=64, db_index=True)
    object_kind = models.CharField(_("kind of object"), max_length=64)
    object_id = models.CharField(_("object"), max_length=64)
    object_name = models.CharField(_("name"), max_length=200)
    data = models.JSONField(_("details"), default=dict)
    previous = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit trail")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["object_kind", "object_id"], name="audit_object")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.actor_name} {self.verb} {self.object_name}"


class Head(models.Model):
    """The end of the chain: one row, locked while an entry is added, so that the chain cannot fork."""

    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("end of the audit trail")
        verbose_name_plural = _("end of the audit trail")

    def __str__(self) -> str:
        return self.sha256
