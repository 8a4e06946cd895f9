from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class GlossaryTerm(models.Model):
    """How the house writes one name, and the ways it is not written."""

    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    preferred = models.CharField(_("how we write it"), max_length=80)
    variants = models.TextField(
        _("other spellings"),
        max_length=600,
        help_text=_("One a line: each of them is pointed out."),
    )
    source_form = models.CharField(_("in its own script"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["language", "preferred"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "preferred"], name="moderation_glossary_once"
            )
        ]

    def __str__(self) -> str:
        return self.preferred
