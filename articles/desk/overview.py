"""The review overview: what waits, how long reviewing takes, what is found. Constant queries."""

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Prefetch
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.dashboard import Bar, bars
from articles.desk.menu import language
from articles.desk.spans import span
from articles.disclosure.labels import Words, from_snapshot, words
from articles.moderation import policies
from articles.moderation.checks.messages import message
from articles.moderation.late import tell_late
from articles.moderation.models import Case, Decision, Finding
from articles.moderation.priority import band
from articles.moderation.querysets import CaseQuerySet
from articles.moderation.queue import MOST_COUNTED, many
from articles.people.models import User
from articles.people.roles import can

FIRST = 5
WEEK = dt.timedelta(days=7)
SEVERITY = {3: "hi", 2: "mid", 1: "lo"}


@dataclass(frozen=True)
class Waiting:
    """One item of the queue, as the overview shows it."""

    case_id: int
    headline: str
    words: Words
    said: str
    severity: str
    severity_words: str
    since: str
    late: bool


def overview(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    user = request.user
    if not can(user, "case.decide"):
        raise PermissionDenied
    now, lang = timezone.now(), language()
    waiting = Case.objects.open().visible_to(user)
    tell_late(now)
    sums = _sums(waiting, now)
    this_week, last_week = _medians(user, now)
    return "admin/overview.html", {
        "title": _("Review overview"),
        "sums": sums,
        "target": policies.read().common().due_minutes,
        "longest": span(now - sums["oldest"]) if sums["oldest"] else "",
        "median": span(this_week) if this_week is not None else "",
        "median_before": span(last_week) if last_week is not None else "",
        "mine": _mine_today(user, now),
        "first": _first(waiting, now, lang),
        "decisions": list(
            Decision.objects.filter(by=user).select_related("revision", "case")[:FIRST]
        ),
        "kinds": _kinds(waiting, lang),
        "findings": _frequent(user, now, lang),
    }


def _sums(waiting: CaseQuerySet, now: dt.datetime) -> dict[str, Any]:
    """What stands in the four boxes. Nothing is counted beyond a thousand; and of the overdue the
    one that was due first is taken for the longest waiting, which an index knows."""
    late = waiting.overdue(now)
    high = waiting.filter(priority__gte=band(Case.Risk.HIGH)[0])
    n = waiting.count_up_to(MOST_COUNTED)
    late_n = late.count_up_to(MOST_COUNTED)
    high_n = high.count_up_to(MOST_COUNTED)
    return {
        "all": n,
        "all_said": many(n),
        "late": late_n,
        "late_said": many(late_n),
        "high": high_n,
        "high_said": many(high_n),
        "oldest": late.order_by("due_at").values_list("opened_at", flat=True).first(),
    }


def _first(waiting: Any, now: dt.datetime, lang: str) -> list[Waiting]:
    findings = Prefetch(
        "findings",
        Finding.objects.filter(state=Finding.State.OPEN).order_by("number"),
        "open_findings",
    )
    rows = []
    for case in waiting.by_urgency().select_related("revision").prefetch_related(findings)[:FIRST]:
        titles: dict[str, int] = {}
        for finding in case.open_findings:
            said = title(finding.code, finding.data, lang)
            titles[said] = titles.get(said, 0) + 1
        rows.append(
            Waiting(
                case_id=case.pk,
                headline=case.revision.snapshot["headline"],
                words=words(from_snapshot(case.revision.snapshot)[0], lang),
                said=" · ".join(f"{said} {n}" for said, n in list(titles.items())[:3]),
                severity=SEVERITY[case.risk],
                severity_words=case.get_risk_display(),
                since=span(now - case.opened_at),
                late=case.due_at < now,
            )
        )
    return rows


def title(code: str, data: dict[str, Any], lang: str) -> str:
    """A finding's title; its bare code where its check is no longer there."""
    try:
        return message(code, data, lang)[0]
    except KeyError:
        return code


def _medians(user: User, now: dt.datetime) -> tuple[dt.timedelta | None, dt.timedelta | None]:
    """How long cases waited for their decision: the median of these seven days, and of the seven
    before."""
    decided = (
        Case.objects.visible_to(user)
        .filter(state=Case.State.DECIDED, closed_at__gt=now - 2 * WEEK)
        .order_by("-closed_at")
        .values_list("opened_at", "closed_at")[:5000]
    )
    new: list[float] = []
    old: list[float] = []
    for opened, closed in decided:
        (new if closed > now - WEEK else old).append((closed - opened).total_seconds())
    return tuple(dt.timedelta(seconds=median(each)) if each else None for each in (new, old))


def _mine_today(user: User, now: dt.datetime) -> dict[str, Any]:
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    counted = (
        Decision.objects.filter(by=user, at__gte=midnight)
        .order_by()
        .values("outcome")
        .annotate(n=Count("pk"))
    )
    by = {row["outcome"]: row["n"] for row in counted}
    parts = [f"{o.label} {by[o.value]}" for o in Decision.Outcome if o.value in by]
    return {"n": sum(by.values()), "said": " · ".join(parts)}


def _kinds(waiting: Any, lang: str) -> list[Bar]:
    texts: dict[str, int] = {}
    images: dict[str, int] = {}
    # Of a queue without end the first thousand tell enough.
    first = waiting.by_urgency().values_list("text_label", "image_label")[:MOST_COUNTED]
    for text, image in first:
        texts[text] = texts.get(text, 0) + 1
        if image not in ("", "none"):
            images[image] = images.get(image, 0) + 1
    whole = sum(texts.values()) or 1
    made = bars(list(texts.items()), lang, "text") + bars(list(images.items()), lang, "image")
    # Texts and images of the same cases: each bar is a share of the cases, not of all bars.
    return [Bar(bar.name, bar.n, round(100 * bar.n / whole), bar.words) for bar in made]


def _frequent(user: User, now: dt.datetime, lang: str) -> list[Bar]:
    """The checks that found most in what was submitted these seven days."""
    cases = Case.objects.visible_to(user).filter(opened_at__gt=now - WEEK)
    cases = cases.order_by("-pk").values("pk")[:MOST_COUNTED]
    counted = list(
        Finding.objects.filter(case__in=cases)
        .order_by()
        .values("code")
        .annotate(n=Count("pk"), example=Max("pk"))
        .order_by("-n", "code")[:5]
    )
    data = dict(
        Finding.objects.filter(pk__in=[row["example"] for row in counted]).values_list("pk", "data")
    )
    most = max((row["n"] for row in counted), default=1)
    return [
        Bar(
            title(row["code"], data[row["example"]], lang),
            row["n"],
            round(100 * row["n"] / most),
        )
        for row in counted
    ]
