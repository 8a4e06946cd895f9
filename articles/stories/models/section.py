from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class Section(models.Model):
    """A department of the paper. `code` stands in addresses and in people's roles."""

    code = models.SlugField(_("code"), unique=True, max_length=40)
    name_ko = models.CharField(_("name in Korean"), max_length=40)
    name_en = models.CharField(_("name in English"), max_length=40)
    about_ko = models.CharField(_("description in Korean"), max_length=200, blank=True)
    about_en = models.CharField(_("description in English"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name(get_language() or "ko")

    def name(self, language: str) -> str:
        return self.name_ko if language.startswith("ko") else self.name_en

    def about(self, language: str) -> str:
        return self.about_ko if language.startswith("ko") else self.about_en


class Tag(models.Model):
    """A subject word, in one language."""

    name = models.CharField(_("name"), max_length=60)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "name"],
                name="articles_tag_once",
                violation_error_message=_("This tag is there already."),
            )
        ]

    def __str__(self) -> str:
        return self.name
