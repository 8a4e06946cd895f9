from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.moderation.querysets import CaseQuerySet
from articles.stories.models import Article, Revision, Section


class Severity(models.TextChoices):
    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    LOW = "low", _("Low")


class Case(models.Model):
    """One submission that waits for a moderator, and what became of it.

    `risk` is the weight of its heaviest finding that is open (3 high, 2 medium, 1 low).
    `assigned_to` ought to review it; `claimed_by` has it on the screen until `claimed_until`.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Waiting")
        DECIDED = "decided", _("Decided")
        RECALLED = "recalled", _("Taken back")

    class Risk(models.IntegerChoices):
        HIGH = 3, _("High")
        MEDIUM = 2, _("Medium")
        LOW = 1, _("Low")

    article = models.ForeignKey(
        Article, models.PROTECT, related_name="cases", verbose_name=_("article")
    )
    revision = models.ForeignKey(
        Revision, models.PROTECT, related_name="cases", verbose_name=_("revision")
    )
    round = models.PositiveSmallIntegerField(_("round"), default=1)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    risk = models.PositiveSmallIntegerField(_("risk"), choices=Risk.choices, default=Risk.LOW)
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    section = models.ForeignKey(
        Section, models.PROTECT, related_name="cases", verbose_name=_("section")
    )
    text_label = models.CharField(_("text label"), max_length=24)
    image_label = models.CharField(_("image label"), max_length=24, blank=True)
    opened_at = models.DateTimeField(_("submitted"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="cases_opened",
        verbose_name=_("submitted by"),
    )
    due_at = models.DateTimeField(_("due"))
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cases_assigned",
        verbose_name=_("moderator"),
    )
    # Who has the text on the screen now, and until when nobody else is given it.
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cases_claimed",
        verbose_name=_("claimed by"),
    )
    claimed_until = models.DateTimeField(_("claimed until"), null=True, blank=True)
    # 0 to 999, from severity, kind of AI use, section and reach: what the queue is sorted by.
    priority = models.PositiveSmallIntegerField(_("priority"), default=0)
    late_told_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-priority", "opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(state="open"),
                name="moderation_one_open_case",
            ),
        ]
        indexes = [
            models.Index(
                F("priority").desc(),
                "opened_at",
                "id",
                condition=Q(state="open"),
                name="moderation_queue",
            ),
            # The same order within a section and for a person: narrow lists read no more than they
            # show, however long the whole queue is.
            models.Index(
                "section",
                F("priority").desc(),
                "opened_at",
                "id",
                condition=Q(state="open"),
                name="moderation_queue_section",
            ),
            models.Index(
                "assigned_to",
                F("priority").desc(),
                "opened_at",
                "id",
                condition=Q(state="open"),
                name="moderation_queue_person",
            ),
            models.Index(fields=["state", "due_at"], name="moderation_due"),
            models.Index(
                fields=["due_at"],
                condition=Q(state="open", late_told_at__isnull=True),
                name="moderation_late_untold",
            ),
        ]

    def __str__(self) -> str:
        return str(self.revision.snapshot.get("headline", ""))

    @property
    def section_code(self) -> str:
        return self.section.code

    def written_by(self, user: models.Model) -> bool:
        """Whether `user` saved any revision of this article: who wrote it does not decide on it.

        Applying a check's suggestion in review is not writing; `changed_by` knows of that.
        """
        if self.opened_by_id == user.pk or self.article.created_by_id == user.pk:
            return True
        # Asked many times for one page; a verb asks a case that it has just locked.
        known = self.__dict__.setdefault("_wrote", {})
        if user.pk not in known:
            saved = Revision.objects.filter(article_id=self.article_id, created_by=user.pk)
            known[user.pk] = saved.filter(from_suggestion=False).exists()
        return known[user.pk]

    def changed_by(self, user: models.Model) -> bool:
        """Whether `user` applied a suggestion to this text that nobody has approved since."""
        changes = Revision.objects.filter(
            article_id=self.article_id, created_by=user.pk, from_suggestion=True
        )
        last = changes.aggregate(last=models.Max("number"))["last"]
        if last is None:
            return False
        approved = Case.objects.filter(
            article_id=self.article_id,
            decision__outcome="approve",
            decision__revision__number__gte=last,
        )
        return not approved.exists()


class Finding(models.Model):
    """Something a check saw in a case: what, how grave, and exactly where.

    `start` and `end` are code points in the plain text of `field`; both 0 mean the whole of it.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        DISMISSED = "dismissed", _("Not a problem")
        APPLIED = "applied", _("Suggestion applied")

    case = models.ForeignKey(Case, models.CASCADE, related_name="findings")
    number = models.PositiveSmallIntegerField(_("number"))
    code = models.CharField(_("check"), max_length=40)
    severity = models.CharField(_("severity"), max_length=8, choices=Severity.choices)
    field = models.CharField(_("where"), max_length=40)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    quote = models.TextField(_("what was seen"), blank=True)
    suggestion = models.TextField(_("suggestion"), blank=True)
    data = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number"], name="moderation_finding_number_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["code", "case"], condition=Q(state="open"), name="moderation_open_findings"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.code}"
