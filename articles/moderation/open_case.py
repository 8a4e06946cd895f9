"""Open a case: run the checks over a revision and put it into the queue."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.audit.record import record
from articles.disclosure.labels import Label, from_snapshot
from articles.images.models import ImageAsset
from articles.lib.html import plain
from articles.moderation import around, checks, picture_facts, policies, priority, rank, telling
from articles.moderation.models import Case, Finding
from articles.people.models import User
from articles.stories import revise
from articles.stories.models import Revision


def item(snapshot: dict[str, Any]) -> checks.Item:
    """What the checks look at, taken from a revision's snapshot."""
    return checks.Item(
        language=snapshot["language"],
        headline=snapshot["headline"],
        standfirst=snapshot["standfirst"],
        body_html=snapshot["body"],
        body=plain(snapshot["body"]),
        key_points=tuple(snapshot["key_points"]),
        pictures=picture_facts.pictures(snapshot, timezone.now()),
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
        source_texts=around.source_texts(snapshot),
    )


def look(revision: Revision) -> list[checks.Found]:
    """What the checks see in a revision: asked when it is submitted, and after each change in
    review."""
    seen = around.with_context(item(revision.snapshot), revision)
    return checks.run(seen, around.settings_for(revision.article.section_id))


@transaction.atomic
def open_case(*, revision: Revision, by: User, now: dt.datetime | None = None) -> Case:
    """Put `revision` into the queue with what the checks found. The caller records the deed."""
    now = now or timezone.now()
    snapshot = revision.snapshot
    text, images = from_snapshot(snapshot)
    found = look(revision)
    article = revision.article
    policy = policies.of(article.section_id)
    case = Case(
        article=article,
        revision=revision,
        round=article.cases.count() + 1,
        language=snapshot["language"],
        section=article.section,
        text_label=text.code,
        image_label=_lead(snapshot, images),
        opened_at=now,
        opened_by=by,
        due_at=now + dt.timedelta(minutes=policy.due_minutes),
        risk=rank.risk_of(f.severity for f in found),
    )
    known = rank.facts(case, [f.severity for f in found], policy.reach, now)
    case.priority = priority.score(known)
    case.save()
    Finding.objects.bulk_create(_row(case, number, f) for number, f in enumerate(found, 1))
    return case


def refresh_images(asset: ImageAsset, *, by: User | None = None) -> list[Case]:
    """Bring the open cases in which `asset` stands to what its file and its rights say now: new
    findings are added, open ones that are no longer true go, and what was dismissed stays so.

    Called after a picture was checked again or its rights were changed. Gives the cases that
    changed. A transaction for each case, because each locks its article first.
    """
    waiting = Case.objects.open().filter(article__placements__asset=asset)
    found = list(waiting.order_by("pk").values_list("pk", "article_id").distinct())
    return [
        case for pk, article_id in found if (case := _look_at_images(pk, article_id, asset, by))
    ]


@transaction.atomic
def _look_at_images(pk: int, article_id: int, asset: ImageAsset, by: User | None) -> Case | None:
    """The case where its findings changed; None where not, or where it was closed meanwhile."""
    article = revise.lock(article_id)
    case = Case.objects.lock(pk)
    if case.state != Case.State.OPEN:
        return None
    seen = {(f.code, f.field): f for f in look(case.revision) if f.field.startswith("image:")}
    rows = {(row.code, row.field): row for row in case.findings.filter(field__startswith="image:")}
    gone = [row for key, row in rows.items() if row.state == "open" and key not in seen]
    new = [f for key, f in seen.items() if key not in rows or rows[key].data != f.data]
    stale = [rows[f.code, f.field] for f in new if (f.code, f.field) in rows]
    gone += [row for row in stale if row.state == "open"]
    if not new and not gone:
        return None
    last = case.findings.order_by("-number").values_list("number", flat=True).first() or 0
    Finding.objects.filter(pk__in=[row.pk for row in gone]).delete()
    Finding.objects.bulk_create(_row(case, number, f) for number, f in enumerate(new, last + 1))
    rank.refresh(case)
    if new:
        telling.found_later(case, str(asset), new, now=timezone.now())
    record(
        by,
        "case.images_checked",
        article,
        case=case.pk,
        image=asset.pk,
        found=[f.code for f in new],
        gone=[row.code for row in gone],
    )
    return case


def _row(case: Case, number: int, found: checks.Found) -> Finding:
    return Finding(
        case=case,
        number=number,
        code=found.code,
        severity=found.severity,
        field=found.field,
        start=found.start,
        end=found.end,
        quote=found.quote,
        suggestion=found.suggestion,
        data=found.data,
    )


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
