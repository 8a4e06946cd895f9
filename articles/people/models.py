from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.people.roles import Role


class User(AbstractUser):
    """Somebody who signs in to the desk. `name` is what readers see when this person checked a
    story; `name_en` is the same name in Latin letters."""

    first_name = None
    last_name = None
    name = models.CharField(_("name"), max_length=80)
    name_en = models.CharField(_("name in Latin letters"), max_length=80, blank=True)
    language = models.CharField(
        _("language of the desk"),
        max_length=2,
        choices=[("ko", _("Korean")), ("en", _("English"))],
        default="ko",
    )
    keys_off = models.BooleanField(
        _("switch off single-key shortcuts"),
        default=False,
        help_text=_("The review screen and the queue then answer to no single letters."),
    )
    REQUIRED_FIELDS = ["name", "email"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)

    def public_name(self, language: str) -> str:
        """The name as readers of `language` see it."""
        return self.name if language == "ko" else self.name_en or self.name

    def role_rows(self) -> frozenset[tuple[str, str]]:
        """All (role, section code) pairs, read once for each instance; "" is every section."""
        if not hasattr(self, "_role_rows"):
            rows = self.section_roles.values_list("role", "section")
            self._role_rows = frozenset(rows) if self.pk else frozenset()
        return self._role_rows

    def role_names(self) -> list[str]:
        """The person's roles in words, the most far-reaching first."""
        held = {role for role, _ in self.role_rows()}
        if self.is_superuser:
            held.add(Role.ADMINISTRATOR)
        return [str(role.label) for role in reversed(Role) if role in held]


class SectionRole(models.Model):
    """What a person is, in one section or in all of them."""

    user = models.ForeignKey(
        User, models.CASCADE, related_name="section_roles", verbose_name=_("person")
    )
    role = models.CharField(_("role"), max_length=16, choices=Role.choices)
    section = models.SlugField(
        _("section code"),
        blank=True,
        help_text=_("Leave it empty for every section."),
    )

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role", "section"],
                name="people_one_role_once",
                violation_error_message=_("This person already has this role there."),
            )
        ]

    def __str__(self) -> str:
        where = f" · {self.section}" if self.section else ""
        return f"{self.get_role_display()}{where}"


class Byline(models.Model):
    """A name over a story, in each language, whether or not that person signs in here."""

    slug = models.SlugField(_("short name"), unique=True)
    name_ko = models.CharField(_("name in Korean"), max_length=80)
    name_en = models.CharField(_("name in English"), max_length=80)
    title_ko = models.CharField(_("title in Korean"), max_length=80, blank=True)
    title_en = models.CharField(_("title in English"), max_length=80, blank=True)
    user = models.OneToOneField(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="byline",
        verbose_name=_("person"),
    )

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["name_ko"]

    def __str__(self) -> str:
        return f"{self.name_ko} ({self.name_en})"

    def name(self, language: str) -> str:
        return self.name_ko if language == "ko" else self.name_en

    def title(self, language: str) -> str:
        return self.title_ko if language == "ko" else self.title_en


class Pipeline(models.Model):
    """A machine that files drafts. It acts under its own name, is never a byline, approves nothing."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    purpose = models.CharField(_("what it does"), max_length=200, blank=True)
    active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("pipeline")
        verbose_name_plural = _("pipelines")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
