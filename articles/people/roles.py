"""Who may do what: one table, one question."""

from typing import Protocol

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    WRITER = "writer", _("Writer")
    EDITOR = "editor", _("Editor")
    MODERATOR = "moderator", _("Moderator")
    ADMINISTRATOR = "administrator", _("Administrator")


class Person(Protocol):
    """What `can` needs to know of somebody."""

    pk: int | None
    is_active: bool
    is_authenticated: bool
    is_superuser: bool

    def role_rows(self) -> frozenset[tuple[str, str]]: ...


WRITER, EDITOR, MODERATOR, ADMIN = Role
EVERYONE = frozenset(Role)
DESK = frozenset({EDITOR, ADMIN})

# A verb and the roles that may use it. What is not in the table, nobody may do.
VERBS: dict[str, frozenset[Role]] = {
    "desk.enter": EVERYONE,
    "article.view": EVERYONE,
    "article.add": frozenset({WRITER, EDITOR, ADMIN}),
    "article.change": frozenset({WRITER, EDITOR, ADMIN}),
    "article.change_others": DESK,
    "article.submit": frozenset({WRITER, EDITOR, ADMIN}),
    "article.publish": DESK,
    "article.schedule": DESK,
    "article.correct": DESK,
    "article.withdraw": DESK,
    "image.view": EVERYONE,
    "image.add": frozenset({WRITER, EDITOR, ADMIN}),
    "image.change": frozenset({WRITER, EDITOR, ADMIN}),
    "image.check": DESK | {MODERATOR},
    "trust_list.view": EVERYONE,
    "trust_list.change": frozenset({ADMIN}),
    "case.view": EVERYONE,
    "case.comment": EVERYONE,
    "case.assign": frozenset({EDITOR, MODERATOR, ADMIN}),
    "case.decide": frozenset({MODERATOR, ADMIN}),
    "finding.dismiss": frozenset({MODERATOR, ADMIN}),
    "finding.apply": frozenset({MODERATOR, ADMIN}),
    "review_policy.view": EVERYONE,
    "review_policy.change": DESK,
    "tag.view": EVERYONE,
    "tag.add": frozenset({WRITER, EDITOR, ADMIN}),
    "tag.change": DESK,
    "byline.view": EVERYONE,
    "byline.change": DESK,
    "section.view": EVERYONE,
    "section.change": DESK,
    "ai_system.view": EVERYONE,
    "ai_system.change": DESK,
    "audit.view": frozenset({EDITOR, MODERATOR, ADMIN}),
    "people.view": frozenset({ADMIN}),
    "people.change": frozenset({ADMIN}),
}
# Verbs in which being the author of the thing narrows or bars.
OWN_ONLY = {"article.change": "article.change_others", "article.submit": "article.change_others"}
NEVER_OWN = frozenset({"case.decide"})
# What reaches into every section at once: a role that counts in one section is not enough. Who
# looks after people could otherwise give themselves any role; the trail names every draft.
WHOLE_PAPER = frozenset(
    {
        "people.view",
        "people.change",
        "section.change",
        "audit.view",
        "trust_list.change",
        "review_policy.change",
    }
)


def can(user: Person, verb: str, obj: object | None = None) -> bool:
    """Whether `user` may do `verb`, to `obj` where one is given.

    An object may say `section_code` (roles held in one section count only there) and
    `written_by(user)` (a writer changes only what is theirs; nobody decides on what they wrote,
    an administrator no more than anybody else).
    """
    if not user.is_authenticated or not user.is_active:
        return False
    allowed = VERBS.get(verb)
    if allowed is None:
        raise LookupError(f"no such verb: {verb}")
    wrote = obj is not None and hasattr(obj, "written_by") and obj.written_by(user)
    if verb in NEVER_OWN and wrote:
        return False
    if not _holds(user, allowed, obj, whole=verb in WHOLE_PAPER):
        return False
    if obj is not None and verb in OWN_ONLY and not wrote:
        return _holds(user, VERBS[OWN_ONLY[verb]], obj)
    return True


def _holds(
    user: Person, allowed: frozenset[Role], obj: object | None, *, whole: bool = False
) -> bool:
    if user.is_superuser and ADMIN in allowed:
        return True
    section = getattr(obj, "section_code", None)
    for role, where in user.role_rows():
        if role not in allowed:
            continue
        if not where or (not whole and (section is None or where == section)):
            return True
    return False
