from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.editions.querysets import EditionQuerySet
from articles.images.models import ImageAsset
from articles.stories.models import Article, Revision


class Edition(models.Model):
    """What readers see of one article from `live_from` until just before `live_until`.

    Only the end of the range, and why it ended, ever change; the database refuses the rest.
    JSON columns hold what was true when it was published: `bylines` [{slug, name, title}],
    `sources` [{outlet, title, url, published_on, kind, language, checked_at}], `image`
    {asset, public_id, alt, caption, credit, copyright_notice, licence, licence_url,
    digital_source_type, credentials, ai: [{stage, extent, system, why, detail, people_unchanged,
    used_at}], rights_from, rights_until, width, height, label, renditions: [{key, kind, format,
    width, height}], the narrowest first} or null (older rows lack some of these), `related`
    [{kind, article | url, title, outlet}],
    `label`, `image_label` and `record` as `disclosure.labels` writes them, `corrections`
    [{at, text}], oldest first.
    """

    class Kind(models.TextChoices):
        FIRST = "first", _("First edition")
        UPDATE = "update", _("Update")
        CORRECTION = "correction", _("Correction")

    class EndedAs(models.TextChoices):
        REPLACED = "replaced", _("Replaced by a later edition")
        EXPIRED = "expired", _("Expired")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CANCELLED = "cancelled", _("Called off before it began")

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="editions", verbose_name=_("article")
    )
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="editions", verbose_name=_("revision")
    )
    revision_sha256 = models.CharField(max_length=64)
    number = models.PositiveIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)

    public_id = models.CharField(max_length=12)
    language = models.CharField(_("language"), max_length=8)
    translation_group = models.UUIDField()
    section_code = models.SlugField(_("section"), max_length=40)
    section_name = models.CharField(max_length=40)
    slug = models.CharField(max_length=60)
    headline = models.CharField(_("headline"), max_length=200)
    standfirst = models.CharField(_("standfirst"), max_length=400, blank=True)
    key_points = models.JSONField(default=list)
    body_html = models.TextField()
    bylines = models.JSONField(default=list)
    tags = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    image = models.JSONField(null=True)
    related = models.JSONField(default=list)
    label = models.JSONField()
    label_state = models.CharField(_("label"), max_length=24, db_index=True)
    image_label = models.JSONField(null=True)
    image_label_state = models.CharField(max_length=24, blank=True)
    record = models.JSONField(default=dict)
    corrections = models.JSONField(default=list)
    notice = models.TextField(_("correction"), blank=True)
    reading_minutes = models.PositiveSmallIntegerField(default=1)
    review_minutes = models.PositiveIntegerField(null=True)

    first_published_at = models.DateTimeField(_("first published"))
    live_from = models.DateTimeField(_("live from"))
    live_until = models.DateTimeField(_("live until"), null=True, blank=True)
    # The end that was planned when it was released, to return to when a successor is called off.
    planned_until = models.DateTimeField(null=True)
    ended_as = models.CharField(_("ended as"), max_length=12, choices=EndedAs.choices, blank=True)
    public_reason = models.TextField(_("reason readers are given"), blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("published by"),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-live_from", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="editions_number_once"),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
                name="editions_range_runs_forward",
            ),
        ]
        indexes = [
            models.Index(
                fields=["language", "section_code", "-first_published_at", "-id"],
                name="editions_section_page",
            ),
            models.Index(fields=["language", "-first_published_at", "-id"], name="editions_newest"),
            models.Index(fields=["public_id", "-number"], name="editions_by_public_id"),
            models.Index(fields=["translation_group"], name="editions_translations"),
        ]

    def __str__(self) -> str:
        return f"{self.headline} · {self.number}"


class EditionImage(models.Model):
    """Which image stands in which edition: an image's file is public while one of them is live."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="image_rows")
    asset = models.ForeignKey(ImageAsset, models.PROTECT, related_name="edition_rows")

    class Meta:
        verbose_name = _("image of an edition")
        verbose_name_plural = _("images of editions")
        constraints = [
            models.UniqueConstraint(fields=["edition", "asset"], name="editions_image_once")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.asset_id}"


class EditionAI(models.Model):
    """Which AI system did what for an edition: what the public counts are made from."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="ai_rows")
    system = models.CharField(max_length=130)
    stage = models.CharField(max_length=16)
    subject = models.CharField(max_length=8)

    class Meta:
        verbose_name = _("AI use of an edition")
        verbose_name_plural = _("AI uses of editions")
        indexes = [models.Index(fields=["system", "stage"], name="editions_ai_by_system")]

    def __str__(self) -> str:
        return f"{self.system} {self.stage}"
