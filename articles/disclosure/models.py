from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.disclosure.stages import Extent, ImageStage, TextStage
from articles.images import source_types
from articles.images.models import ImageAsset
from articles.stories.models import Article


class AISystem(models.Model):
    """A model or tool the newsroom uses, as readers are told of it."""

    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    version = models.CharField(_("version"), max_length=40, blank=True)
    vendor = models.CharField(_("maker"), max_length=80, blank=True)
    purpose_ko = models.CharField(_("what it is used for, in Korean"), max_length=160, blank=True)
    purpose_en = models.CharField(_("what it is used for, in English"), max_length=160, blank=True)

    class Meta:
        verbose_name = _("AI system")
        verbose_name_plural = _("AI systems")
        ordering = ["name", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "version"],
                name="disclosure_system_once",
                violation_error_message=_("This system is on the list already."),
            )
        ]

    def __str__(self) -> str:
        return self.public_name("ko")

    def public_name(self, language: str) -> str:
        name = self.name if language == "ko" else self.name_en or self.name
        return f"{name} {self.version}".strip()


class AIUse(models.Model):
    """One thing AI did to an article's text or to an image, as a person or a file recorded it."""

    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="ai_uses"
    )
    asset = models.ForeignKey(
        ImageAsset,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="ai_uses",
        verbose_name=_("image"),
    )
    stage = models.CharField(_("what AI did"), max_length=16)
    extent = models.CharField(
        _("how much"), max_length=8, choices=Extent.choices, default=Extent.WHOLE, blank=True
    )
    digital_source_type = models.CharField(
        _("digital source type"),
        max_length=48,
        blank=True,
        choices=source_types.writable,
        help_text=_("IPTC’s word for how it came about; empty takes the usual one."),
    )
    system = models.ForeignKey(
        AISystem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="uses",
        verbose_name=_("AI system"),
    )
    why = models.CharField(_("why (readers see this)"), max_length=200, blank=True)
    detail = models.CharField(
        _("what exactly (readers see this)"),
        max_length=200,
        blank=True,
        help_text=_("For an edited image a part of a sentence: “Its background was extended”."),
    )
    people_unchanged = models.BooleanField(
        _("people and events were not changed"),
        default=False,
        help_text=_("Readers are told so only where an editor has checked it."),
    )
    prompt = models.TextField(_("prompt (kept private)"), blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    used_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("AI use")
        verbose_name_plural = _("AI uses")
        ordering = ["used_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(article__isnull=False, asset__isnull=True)
                | Q(article__isnull=True, asset__isnull=False),
                name="disclosure_use_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(article__isnull=False, stage__in=TextStage.values)
                | Q(asset__isnull=False, stage__in=ImageStage.values),
                name="disclosure_stage_fits_thing",
            ),
            models.UniqueConstraint(
                fields=["article", "stage"],
                condition=Q(article__isnull=False),
                name="disclosure_text_stage_once",
                violation_error_message=_("This use of AI is recorded already."),
            ),
            models.UniqueConstraint(
                fields=["asset", "stage"],
                condition=Q(asset__isnull=False),
                name="disclosure_image_stage_once",
                violation_error_message=_("This use of AI is recorded already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.stage_label())

    def stage_label(self) -> str:
        kind = TextStage if self.article_id else ImageStage
        return kind(self.stage).label if self.stage in kind.values else self.stage
