import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField

from articles.images.models import ImageAsset
from articles.lib.html import sanitise
from articles.lib.slugs import short_id
from articles.people.models import Byline
from articles.stories.models.section import Section, Tag
from articles.stories.workflow import Stage


class Article(models.Model):
    """The working copy of one story in one language. Readers never see it.

    Translations are articles of their own that share `translation_group`. `version` grows by one
    with every save at the desk; a form that comes back with an older one is a conflict.
    """

    public_id = models.CharField(max_length=12, unique=True, default=short_id, editable=False)
    language = models.CharField(
        _("language"), max_length=8, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    translation_group = models.UUIDField(default=uuid.uuid4, editable=False)
    translated_from = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="translations",
        verbose_name=_("translated from"),
    )
    section = models.ForeignKey(
        Section, models.PROTECT, related_name="articles", verbose_name=_("section")
    )
    headline = models.CharField(_("headline"), max_length=200)
    standfirst = models.CharField(_("standfirst"), max_length=400, blank=True)
    body = ProseEditorField(
        _("body"),
        blank=True,
        sanitize=sanitise,
        extensions={
            "Bold": True,
            "Italic": True,
            "Heading": {"levels": [2, 3]},
            "BulletList": True,
            "OrderedList": True,
            "ListItem": True,
            "Blockquote": True,
            "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
            "HardBreak": True,
            "History": True,
        },
    )
    key_points = models.TextField(
        _("key points"), blank=True, help_text=_("One on each line; shown as “At a glance”.")
    )
    slug = models.CharField(
        _("words in the address"),
        max_length=60,
        blank=True,
        help_text=_("Leave it empty to take them from the headline."),
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="articles", verbose_name=_("tags"))
    bylines = models.ManyToManyField(
        Byline, through="ArticleByline", related_name="articles", verbose_name=_("bylines")
    )
    stage = models.CharField(
        _("stage"), max_length=20, choices=Stage.choices, default=Stage.DRAFT, editable=False
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="articles",
        editable=False,
        verbose_name=_("writer"),
    )
    created_at = models.DateTimeField(_("started"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last saved"), auto_now=True)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-updated_at", "-pk"]
        permissions = [("publish_article", _("Can publish articles"))]
        constraints = [
            models.UniqueConstraint(
                fields=["translation_group", "language"],
                name="articles_one_translation_a_language",
                violation_error_message=_("This story already has a version in that language."),
            ),
            models.CheckConstraint(condition=~Q(headline=""), name="articles_headline_is_there"),
        ]
        indexes = [
            models.Index(fields=["-updated_at", "-id"], name="articles_newest_first"),
            models.Index(fields=["stage", "-updated_at"], name="articles_by_stage"),
            models.Index(fields=["created_by", "-updated_at"], name="articles_by_writer"),
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def section_code(self) -> str:
        return self.section.code

    def written_by(self, user: models.Model) -> bool:
        """Whether `user` started this article."""
        return user.pk is not None and self.created_by_id == user.pk

    def latest_revision(self) -> "models.Model | None":
        return self.revisions.order_by("-number").first()


class ArticleByline(models.Model):
    """A name over the story, in its place."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="byline_rows")
    byline = models.ForeignKey(
        Byline, models.PROTECT, related_name="article_rows", verbose_name=_("byline")
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "byline"],
                name="articles_byline_once",
                violation_error_message=_("This name stands there already."),
            )
        ]

    def __str__(self) -> str:
        return str(self.byline)


class Source(models.Model):
    """Where the story has its facts from."""

    class Kind(models.TextChoices):
        PRIMARY = "primary", _("Primary source (document, data, own reporting)")
        SECONDARY = "secondary", _("Another outlet’s report (secondary source)")

    article = models.ForeignKey(Article, models.CASCADE, related_name="sources")
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    outlet = models.CharField(_("outlet"), max_length=120)
    title = models.CharField(_("title"), max_length=300, blank=True)
    url = models.URLField(_("address"), max_length=600, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.SECONDARY)
    language = models.CharField(
        _("language"),
        max_length=8,
        blank=True,
        choices=[
            ("ko", _("Korean")),
            ("en", _("English")),
            ("zh", _("Chinese")),
            ("ja", _("Japanese")),
        ],
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    # For comparison in review only: other people's text, so it never leaves the newsroom.
    text = models.TextField(
        _("text of the source"),
        blank=True,
        max_length=60_000,
        help_text=_("Confidential: used to compare numbers, names and quotations. Never shown."),
    )

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.outlet


class ImagePlacement(models.Model):
    """One use of an image in one article: caption and alt text are in the article's language."""

    class Role(models.TextChoices):
        LEAD = "lead", _("Lead image")

    article = models.ForeignKey(Article, models.CASCADE, related_name="placements")
    asset = models.ForeignKey(
        ImageAsset, models.PROTECT, related_name="placements", verbose_name=_("image")
    )
    role = models.CharField(_("place"), max_length=8, choices=Role.choices, default=Role.LEAD)
    alt = models.TextField(
        _("alt text"),
        blank=True,
        max_length=500,
        help_text=_("What can be seen, for people who cannot see it; in the article’s language."),
    )
    caption = models.TextField(_("caption"), blank=True, max_length=500)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(role="lead"),
                name="articles_one_lead_image",
                violation_error_message=_("An article has one lead image."),
            )
        ]

    def __str__(self) -> str:
        return str(self.asset)
