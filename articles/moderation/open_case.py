"""Open a case: run the checks over a revision and put it into the queue."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.disclosure.labels import Label, from_snapshot
from articles.lib.html import plain
from articles.moderation import checks
from articles.moderation.models import Case, Finding, Severity
from articles.people.models import User
from articles.stories.models import Revision

RISK = {Severity.HIGH: Case.Risk.HIGH, Severity.MEDIUM: Case.Risk.MEDIUM}
DUE_WITHIN = dt.timedelta(minutes=60)


def item(snapshot: dict[str, Any]) -> checks.Item:
    """What the checks look at, taken from a revision's snapshot."""
    return checks.Item(
        language=snapshot["language"],
        headline=snapshot["headline"],
        standfirst=snapshot["standfirst"],
        body_html=snapshot["body"],
        body=plain(snapshot["body"]),
        key_points=tuple(snapshot["key_points"]),
        pictures=tuple(
            checks.Picture(key=image["role"], alt=image["alt"], caption=image["caption"])
            for image in snapshot["images"]
        ),
        sources=tuple(
            checks.SourceItem(
                outlet=source["outlet"],
                title=source["title"],
                url=source["url"],
                published_on=_date(source["published_on"]),
            )
            for source in snapshot["sources"]
        ),
        bylines=tuple(byline["name"] for byline in snapshot["bylines"]),
        needs_source=_needs_source(snapshot),
    )


@transaction.atomic
def open_case(*, revision: Revision, by: User, now: dt.datetime | None = None) -> Case:
    """Put `revision` into the queue with what the checks found. The caller records the deed."""
    now = now or timezone.now()
    snapshot = revision.snapshot
    text, images = from_snapshot(snapshot)
    found = checks.run(item(snapshot))
    article = revision.article
    case = Case.objects.create(
        article=article,
        revision=revision,
        round=article.cases.count() + 1,
        language=snapshot["language"],
        section=article.section,
        text_label=text.code,
        image_label=_lead(snapshot, images),
        opened_at=now,
        opened_by=by,
        due_at=now + DUE_WITHIN,
        risk=risk_of(f.severity for f in found),
    )
    Finding.objects.bulk_create(
        Finding(
            case=case,
            number=number,
            code=f.code,
            severity=f.severity,
            field=f.field,
            start=f.start,
            end=f.end,
            quote=f.quote,
            suggestion=f.suggestion,
            data=f.data,
        )
        for number, f in enumerate(found, 1)
    )
    return case


def risk_of(severities: Any) -> int:
    """The risk of a case: its heaviest open finding's; low where there is none."""
    return max((RISK.get(Severity(s), Case.Risk.LOW) for s in severities), default=Case.Risk.LOW)


def _lead(snapshot: dict[str, Any], images: dict[int, Label]) -> str:
    for image in snapshot["images"]:
        if image["role"] == "lead" and image["asset"] in images:
            return images[image["asset"]].code
    return ""


def _needs_source(snapshot: dict[str, Any]) -> bool:
    """A text that AI drafted, translated or summarised has its facts from somewhere."""
    stages = {use["stage"] for use in snapshot["ai_uses"]["text"]}
    return bool(stages & {"draft", "translation", "summary", "research"})


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
