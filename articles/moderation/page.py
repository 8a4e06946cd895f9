"""Everything the review screen shows of one case, gathered before a template begins."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString

from articles.disclosure.labels import Review, from_snapshot, words
from articles.moderation import checklist, panels, queue
from articles.moderation.clock import clock
from articles.moderation.marks import in_html, in_text, spans
from articles.moderation.models import Case, Decision, Finding, Severity
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

    position: int
    total: int
    previous: int | None
    next: int | None


def gather(case: Case, user: User, *, now: dt.datetime, language: str) -> dict[str, Any]:
    """The context of the page. A constant number of queries, however many findings there are."""
    snapshot = case.revision.snapshot
    is_open = case.state == Case.State.OPEN
    wrote = case.written_by(user)
    may_decide = is_open and not wrote and can(user, "case.decide", case)
    found = list(case.findings.select_related("resolved_by"))
    text = _text(snapshot, found)
    now_label, images = from_snapshot(snapshot)
    then_label, _images = from_snapshot(snapshot, _review(user, snapshot["language"], may_decide))
    return {
        "case": case,
        "snapshot": snapshot,
        "is_open": is_open,
        "wrote": wrote,
        "may_decide": may_decide,
        "may_dismiss": may_decide and can(user, "finding.dismiss", case),
        "mine": case.assigned_to_id == user.pk,
        "text": text,
        "findings": [panels.finding_row(each, _marked(text, each), language) for each in found],
        "grave": grave(found),
        "label_now": words(now_label, language),
        "label_then": words(then_label, snapshot["language"]),
        "clock": clock(case.opened_at, case.due_at, now) if is_open else None,
        "place": _place(case, user, may_decide) if is_open else None,
        "decision": Decision.objects.filter(case=case).select_related("by").first(),
        "checklist": checklist.for_case(case),
        "pictures": panels.pictures(snapshot, images, found),
        "sources": panels.sources(snapshot),
        "uses": panels.text_uses(snapshot),
        "compare_url": _compare_url(case),
    }


def grave(findings: Iterable[Finding]) -> int:
    """How many findings stand in the way of an approval."""
    return sum(f.state == Finding.State.OPEN and f.severity == Severity.HIGH for f in findings)


def _text(snapshot: dict[str, Any], findings: list[Finding]) -> Text:
    def marks(field: str) -> list:
        return panels.marks_in(findings, field)

    headline = in_text(snapshot["headline"], marks("headline"))
    standfirst = in_text(snapshot["standfirst"], marks("standfirst"))
    body = in_html(snapshot["body"], marks("body"), sources=len(snapshot["sources"]))
    points = list(spans(marks("key_points"), snapshot["key_points"]))
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


def _review(user: User, language: str, may_decide: bool) -> Review:
    """The approval as the label would tell of it: by this person, or by somebody."""
    if not may_decide:
        return Review("")
    byline = getattr(user, "byline", None)
    return Review(user.public_name(language), byline.title(language) if byline else "")


def _place(case: Case, user: User, may_decide: bool) -> Place:
    cases = queue.open_for(user)
    list_of = queue.to_decide(user) if may_decide else cases
    return Place(
        position=queue.before(cases, case).count() + 1,
        total=cases.count(),
        previous=queue.before(list_of, case).values_list("pk", flat=True).first(),
        next=queue.after(list_of, case).values_list("pk", flat=True).first(),
    )


def _compare_url(case: Case) -> str:
    """Where this revision is set beside the last approved one, else beside the one before."""
    number = case.revision.number
    if number < 2:
        return ""
    approved = (
        Decision.objects.filter(
            case__article_id=case.article_id,
            outcome=Decision.Outcome.APPROVE,
            revision__number__lt=number,
        )
        .order_by("-revision__number")
        .values_list("revision__number", flat=True)
        .first()
    )
    try:
        address = reverse("admin:article_compare", args=[case.article_id])
    except NoReverseMatch:
        return ""
    return f"{address}?a={approved or number - 1}&b={number}"
