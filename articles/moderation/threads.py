"""Comments as the review screen shows them: threads in the order of time, each with its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from articles.moderation import comments, fields, panels
from articles.moderation.marks import Mark
from articles.moderation.models import Case, Comment


@dataclass(frozen=True)
class Said:
    """One comment or answer. `told` are the people it mentions."""

    comment: Comment
    language: str
    told: str


@dataclass(frozen=True)
class Thread:
    """A comment with its answers. `stale`: its words no longer stand in the text (or stand there
    more than once), so only its quote tells what it was about."""

    number: int
    first: Said
    answers: tuple[Said, ...]
    place: str
    goal: str
    stale: bool
    resolved: bool
    round: int  # 0 where it is of this review, else of which earlier one
    span: tuple[str, int, int] | None


def gather(case: Case) -> list[Thread]:
    """All threads of a case. Two queries, however many there are."""
    found = list(comments.of(case))
    answers: dict[int, list[Comment]] = {}
    for each in found:
        if each.parent_id:
            answers.setdefault(each.parent_id, []).append(each)
    texts = fields.texts(case.revision.snapshot)
    firsts = [each for each in found if not each.parent_id]
    return [
        _thread(n, each, answers.get(each.pk, []), case, texts) for n, each in enumerate(firsts, 1)
    ]


def marks(threads: Iterable[Thread], field: str) -> list[Mark]:
    """The unresolved ones that stand in a field, for its text."""
    return [
        Mark(
            thread.number,
            thread.span[1],
            thread.span[2],
            "cm",
            _("Comment %(n)s") % {"n": thread.number},
            comment=True,
        )
        for thread in threads
        if thread.span and thread.span[0] == field and not thread.resolved
    ]


def _thread(
    number: int, first: Comment, answers: list[Comment], case: Case, texts: dict[str, str]
) -> Thread:
    span = _span(first, case, texts)
    name = first.field.partition(":")[0]
    resolved = first.resolved_at is not None
    goal = ""
    if span and span[0]:
        goal = f"at-{first.field}".replace(":", "-") if resolved else f"mc{number}"
    return Thread(
        number=number,
        first=_said(first),
        answers=tuple(_said(each) for each in answers),
        place=str(panels.PLACES.get(name, "")),
        goal=goal,
        stale=bool(first.quote) and span is None,
        resolved=resolved,
        round=0 if first.case_id == case.pk else first.case.round,
        span=span,
    )


def _said(comment: Comment) -> Said:
    told = ", ".join(str(person) for person in comment.mentions.all())
    return Said(comment, panels.spoken(comment.text), told)


def _span(comment: Comment, case: Case, texts: dict[str, Any]) -> tuple[str, int, int] | None:
    """Where the words of a comment stand now."""
    text = texts.get(comment.field)
    if not comment.quote or text is None:
        return None
    if text[comment.start : comment.end] == comment.quote:
        return comment.field, comment.start, comment.end
    places = fields.locate(text, comment.quote)
    return (comment.field, *places[0]) if len(places) == 1 else None
