"""Comment on a span of a text in review, answer, resolve. What was said is never changed."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.lib.hangul import nfc
from articles.moderation import fields
from articles.moderation.decide import Changed, Refused
from articles.moderation.mentions import mentioned, people
from articles.moderation.models import Case, Comment
from articles.notices.tell import tell
from articles.people.models import User
from articles.people.roles import can

MOST = 2000


class NotFound(Refused):
    """The words a comment is about do not stand in the text, or stand there more than once."""


def of(case: Case) -> QuerySet[Comment]:
    """What was said in this review, and what earlier ones of the same text had left unresolved
    when it began; in the order of time, answers among them."""
    left = Q(resolved_at=None) | Q(resolved_at__gte=case.opened_at)
    answered = Q(parent__resolved_at=None) | Q(parent__resolved_at__gte=case.opened_at)
    earlier = Q(case__article_id=case.article_id, case__opened_at__lt=case.opened_at)
    return (
        Comment.objects.filter(
            Q(case=case) | earlier & (Q(parent=None) & left | Q(parent__isnull=False) & answered)
        )
        .select_related("by", "resolved_by", "case")
        .prefetch_related("mentions")
        .order_by("at", "pk")
    )


@transaction.atomic
def comment(
    *,
    case: Case,
    by: User,
    text: str,
    quote: str = "",
    field: str = "",
    before: str = "",
    seen: str | None = None,
    now: dt.datetime | None = None,
) -> Comment:
    """Say `text` about the words `quote` of the revision in review; without a quote, about all.

    `field` and `before` (the words in front of it) tell which place is meant. Raises
    PermissionDenied, Changed where `seen` is another revision's hash and the words are no longer
    there, NotFound, or Refused: nothing is said, or too much, or the case is closed.
    """
    now = now or timezone.now()
    case = Case.objects.lock(case.pk)
    _may(by, case)
    if case.state != Case.State.OPEN:
        raise Refused(_("This case is closed. You can answer comments, but not start new ones."))
    said = _said(text)
    snapshot = case.revision.snapshot
    place, start, end = _place(snapshot, quote, field, before) if quote.strip() else ("", 0, 0)
    if quote.strip() and not place:
        if seen is not None and seen != case.revision.sha256:
            raise Changed()
        raise NotFound(_("These words are not in the text. Copy them from it."))
    made = Comment.objects.create(
        case=case,
        revision=case.revision,
        field=place,
        start=start,
        end=end,
        quote=fields.texts(snapshot)[place][start:end] if place else "",
        text=said,
        by=by,
        at=now,
    )
    _mention(made, case)
    writers = {case.opened_by, case.article.created_by}
    _tell(made, case, "commented", writers - set(made.mentions.all()))
    record(
        by,
        "comment.added",
        case.article,
        at=now,
        case=case.pk,
        comment=made.pk,
        revision=case.revision.number,
        field=place,
        quote=made.quote[:300],
        text=said,
    )
    return made


@transaction.atomic
def answer(*, comment: Comment, by: User, text: str, now: dt.datetime | None = None) -> Comment:
    """Answer a comment; what was resolved is open again. Raises PermissionDenied or Refused."""
    now = now or timezone.now()
    case = Case.objects.lock(comment.case_id)
    _may(by, case)
    said = _said(text)
    first = Comment.objects.select_related("parent", "by").get(pk=comment.pk)
    first = first.parent or first
    made = Comment.objects.create(
        case=case, revision=case.revision, parent=first, text=said, by=by, at=now
    )
    Comment.objects.filter(pk=first.pk).update(resolved_by=None, resolved_at=None)
    _mention(made, case)
    spoke = User.objects.filter(
        pk__in=[first.by_id, *first.answers.values_list("by_id", flat=True)]
    )
    _tell(made, case, "answered", set(spoke) - set(made.mentions.all()))
    record(
        by,
        "comment.answered",
        case.article,
        at=now,
        case=case.pk,
        comment=made.pk,
        to=first.pk,
        text=said,
    )
    return made


@transaction.atomic
def resolve(*, comment: Comment, by: User, now: dt.datetime | None = None) -> Comment:
    """Say that a comment is settled. Asked twice, the first one counts. Raises PermissionDenied."""
    now = now or timezone.now()
    case = Case.objects.lock(comment.case_id)
    _may(by, case)
    first = Comment.objects.select_related("parent").get(pk=comment.pk)
    first = first.parent or first
    if first.resolved_at is not None:
        return first
    first.resolved_by, first.resolved_at = by, now
    first.save(update_fields=["resolved_by", "resolved_at"])
    record(by, "comment.resolved", case.article, at=now, case=case.pk, comment=first.pk)
    return first


def _may(by: User, case: Case) -> None:
    if not can(by, "case.comment", case):
        raise PermissionDenied(_("Your role does not allow this."))


def _said(text: str) -> str:
    said = nfc(text.replace("\r\n", "\n").replace("\x00", "").strip())
    if not said:
        raise Refused(_("Write what you want to say."))
    if len(said) > MOST:
        raise Refused(
            _("That is too long: %(n)s characters; %(most)s fit.") % {"n": len(said), "most": MOST}
        )
    return said


def _place(snapshot: dict, quote: str, field: str, before: str) -> tuple[str, int, int]:
    """(field, start, end) of the one place that is meant; ("", 0, 0) where there is none."""
    texts = fields.texts(snapshot)
    if field in texts:
        texts = {field: texts[field]}
    wanted = nfc(quote.strip())
    for ahead in dict.fromkeys([nfc(before), ""]):
        found = [
            (name, *span)
            for name, text in texts.items()
            for span in fields.locate(text, wanted, ahead)
        ]
        if len(found) == 1:
            return found[0]
        if len(found) > 1 and not (ahead == "" and before):
            raise NotFound(_("These words stand in the text more than once. Copy a little more."))
    return found[0] if found else ("", 0, 0)


def _mention(made: Comment, case: Case) -> None:
    meant = mentioned(made.text, people(case.section_code)) if "@" in made.text else []
    made.mentions.set(person for person in meant if person != made.by)
    _tell(made, case, "mentioned", made.mentions.all())


def _tell(made: Comment, case: Case, code: str, to: Iterable[User]) -> None:
    thread = made.parent_id or made.pk
    # Whoever once spoke here, or wrote the text, may have lost the section since.
    may = {person for person in set(to) - {made.by} if can(person, "case.view", case)}
    for person in sorted(may, key=lambda person: person.pk):
        tell(
            to=person,
            code=code,
            key=f"comment:{made.pk}",
            data={
                "headline": str(case),
                "who": str(made.by),
                "text": made.text[:200],
            },
            url=f"{reverse('moderation:case', args=[case.pk])}#t{thread}",
            at=made.at,
        )
