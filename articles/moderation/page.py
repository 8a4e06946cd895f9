"""Everything the review screen shows of one case, gathered before a template begins."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from articles.disclosure.labels import Review, from_snapshot, words
from articles.moderation import checklist, claim, compare, panels, queue, threads
from articles.moderation.clock import clock
from articles.moderation.decide import needs_other_eyes
from articles.moderation.hands import holder
from articles.moderation.marks import Mark, in_html, in_text, spans
from articles.moderation.models import Case, Decision, Finding, Severity
from articles.moderation.querysets import CaseQuerySet
from articles.people.models import User
from articles.people.roles import can


@dataclass(frozen=True)
class Text:
    """The story with its findings marked in place."""

    headline: SafeString
    standfirst: SafeString
    body: SafeString
    key_points: tuple[SafeString, ...]
    marked: frozenset[int]


@dataclass(frozen=True)
class Place:
    """Where an open case stands among those that wait."""

    position: str
    total: str
    previous: int | None
    next: int | None


def gather(
    case: Case,
    user: User,
    *,
    now: dt.datetime,
    language: str,
    cases: CaseQuerySet | None = None,
) -> dict[str, Any]:
    """The context of the page; `cases` is the list that is gone through, where it is narrowed.

    A constant number of queries, however many findings and comments there are.
    """
    snapshot = case.revision.snapshot
    is_open = case.state == Case.State.OPEN
    wrote = case.written_by(user)
    may_decide = is_open and not wrote and can(user, "case.decide", case)
    other_eyes = may_decide and needs_other_eyes(case, user)
    found = list(case.findings.select_related("resolved_by"))
    said = threads.gather(case)
    marks = _Marks(found, said)
    text = _text(snapshot, marks)
    now_label, images = from_snapshot(snapshot)
    review = _review(user, snapshot["language"], may_decide and not other_eyes)
    then_label, _images = from_snapshot(snapshot, review)
    may_comment = can(user, "case.comment", case)
    return {
        "case": case,
        "snapshot": snapshot,
        "is_open": is_open,
        "wrote": wrote,
        "may_decide": may_decide,
        "may_dismiss": may_decide and can(user, "finding.dismiss", case),
        "may_apply": may_decide and can(user, "finding.apply", case),
        "may_comment": may_comment and is_open,
        "may_answer": may_comment,
        "other_eyes": other_eyes,
        "held": is_open and holder(case, user, now) is not None,
        "claim": claim.shown(case, user, now),
        "text": text,
        "findings": [panels.finding_row(each, _marked(text, each), language) for each in found],
        "grave": grave(found),
        "threads": said,
        "unresolved": sum(not thread.resolved for thread in said),
        "label_now": words(now_label, language),
        "label_then": words(then_label, snapshot["language"]),
        "clock": clock(case.opened_at, case.due_at, now) if is_open else None,
        "place": _place(case, user, cases, may_decide) if is_open else None,
        "decision": Decision.objects.filter(case=case).select_related("by").first(),
        "checklist": checklist.for_case(case),
        "pictures": panels.pictures(snapshot, images, found, marks.of),
        "sources": panels.sources(snapshot),
        "uses": panels.text_uses(snapshot),
        "originals": compare.originals(case, user),
        "approved_before": compare.approved_before(case),
    }


@dataclass(frozen=True)
class _Marks:
    """Findings and comments as marks, by field."""

    findings: list[Finding]
    threads: list[threads.Thread]

    def of(self, field: str) -> list[Mark]:
        return panels.marks_in(self.findings, field) + threads.marks(self.threads, field)


def grave(findings: Iterable[Finding]) -> int:
    """How many findings stand in the way of an approval."""
    return sum(f.state == Finding.State.OPEN and f.severity == Severity.HIGH for f in findings)


def _text(snapshot: dict[str, Any], marks: _Marks) -> Text:
    headline = in_text(snapshot["headline"], marks.of("headline"))
    standfirst = in_text(snapshot["standfirst"], marks.of("standfirst"))
    body = in_html(snapshot["body"], marks.of("body"), sources=len(snapshot["sources"]))
    points = list(spans(marks.of("key_points"), snapshot["key_points"]))
    return Text(
        headline=headline.html,
        standfirst=standfirst.html,
        body=body.html,
        key_points=tuple(point.html for point in points),
        marked=frozenset().union(*(m.numbers for m in (headline, standfirst, body, *points))),
    )


def _marked(text: Text, finding: Finding) -> Iterable[int]:
    # Alt text and caption are marked in their own panel.
    if finding.field.startswith(("alt:", "caption:")) and finding.start < finding.end:
        return {finding.number}
    return text.marked


def _review(user: User, language: str, may_approve: bool) -> Review:
    """The approval as the label would tell of it: by this person, or by somebody."""
    if not may_approve:
        return Review("")
    byline = getattr(user, "byline", None)
    return Review(user.public_name(language), byline.title(language) if byline else "")


def _place(case: Case, user: User, narrowed: CaseQuerySet | None, may_decide: bool) -> Place:
    """Among the cases as the list was narrowed; N and P lead to those this person may decide on."""
    every = queue.open_for(user)
    cases = every if narrowed is None else narrowed
    list_of = queue.to_decide(user) if may_decide else every
    if narrowed is not None:
        list_of = list_of.filter(pk__in=narrowed.order_by().values("pk"))
    here = queue.before(cases, case).count_up_to(queue.MOST_COUNTED) + 1
    return Place(
        position=queue.many(here),
        total=queue.counted(cases),
        previous=queue.before(list_of, case).values_list("pk", flat=True).first(),
        next=queue.after(list_of, case).values_list("pk", flat=True).first(),
    )
