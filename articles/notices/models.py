from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """One thing for one person to hear of. `code` and `data` become words in their language.

    `key` says what it is about: the same thing is told to the same person once.
    """

    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices", verbose_name=_("to")
    )
    code = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    url = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=120)
    at = models.DateTimeField(_("when"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["to", "key"], name="notices_once")]
        indexes = [
            models.Index(
                fields=["to", "-at"],
                condition=models.Q(read_at__isnull=True),
                name="notices_unread",
            ),
            models.Index(fields=["to", "-id"], name="notices_of_person"),
            models.Index(
                fields=["at"],
                condition=models.Q(mailed_at__isnull=True, read_at__isnull=True),
                name="notices_to_mail",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} · {self.to}"


class MailChoice(models.Model):
    """Whether somebody wants their notices by mail too. Without a row: yes."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="mail_choice"
    )
    wanted = models.BooleanField(_("notices by mail"), default=True)

    class Meta:
        verbose_name = _("notices by mail")
        verbose_name_plural = _("notices by mail")

    def __str__(self) -> str:
        return f"{self.user}: {self.wanted}"
