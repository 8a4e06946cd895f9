"""Put a check's suggestion into the text in review: one finding, one span, one new revision."""

import datetime as dt
from collections import defaultdict
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.moderation import fields, rank
from articles.moderation.checks import Found
from articles.moderation.decide import Changed, Refused, not_allowed
from articles.moderation.hands import check_hands
from articles.moderation.models import Case, Finding
from articles.moderation.open_case import look
from articles.people.models import User
from articles.people.roles import can
from articles.stories import revise
from articles.stories.models import Article, ImagePlacement, Revision


@transaction.atomic
def apply(
    *, finding: Finding, by: User, seen: str | None = None, now: dt.datetime | None = None
) -> Finding:
    """Replace exactly the span of `finding` by its suggestion.

    The article's working copy has it at once, a new revision by `by` holds it, and the case moves
    on to that revision: the checks look at it again, and what had been dismissed stays dismissed.
    Asked twice, it acts once. Raises PermissionDenied, Changed where `seen` is another revision's
    hash, or Refused where the text no longer stands as the finding saw it.
    """
    now = now or timezone.now()
    # The article first, then the case: every verb locks in this order, so that none can deadlock.
    article = revise.lock(Case.objects.values_list("article_id", flat=True).get(pk=finding.case_id))
    case = Case.objects.lock(finding.case_id)
    case.article = article
    if not can(by, "finding.apply", case) or case.written_by(by):
        raise PermissionDenied(not_allowed(case, by))
    found = case.findings.filter(pk=finding.pk).first()
    if found is not None and found.state == Finding.State.APPLIED:
        return found
    if case.state != Case.State.OPEN:
        raise Refused(_("This case is closed; its text can no longer be changed here."))
    check_hands(case, by, now)
    if found is None or (seen is not None and seen != case.revision.sha256):
        raise Changed()
    content = _changed(case, found)
    _write(article, case.revision.snapshot, content, now)
    before, revision = case.revision, revise.amend(article=article, content=content, by=by, now=now)
    _mark(found, by, now)
    gone = _look_again(case, revision, found, before)
    Case.objects.filter(pk=case.pk).update(revision=revision)
    rank.refresh(case)
    record(
        by,
        "finding.applied",
        article,
        at=now,
        case=case.pk,
        finding=found.number,
        code=found.code,
        field=found.field,
        was=found.quote,
        now=found.suggestion,
        revision=revision.number,
        sha256=revision.sha256,
        gone=gone,
    )
    return found


def _changed(case: Case, finding: Finding) -> dict[str, Any]:
    """The snapshot with the suggestion in it. Raises Refused."""
    if finding.state != Finding.State.OPEN:
        raise Refused(_("This was marked as not a problem, so it is not applied."))
    if not finding.suggestion:
        raise Refused(_("There is no suggestion to apply here."))
    said = fields.texts(case.revision.snapshot).get(finding.field)
    whole = finding.start == finding.end == 0
    stands = said if whole else (said or "")[finding.start : finding.end]
    if said is None or stands != finding.quote:
        raise Changed()
    content = fields.replaced(
        case.revision.snapshot, finding.field, finding.start, finding.end, finding.suggestion
    )
    if content is None:
        raise Refused(
            _("This suggestion reaches over more than one paragraph. Ask the writer to change it.")
        )
    name = finding.field.partition(":")[0]
    most = {"headline": 200, "standfirst": 400, "alt": 500, "caption": 500}.get(name)
    made = fields.texts(content)[finding.field]
    if most and len(made) > most:
        raise Refused(_("With the suggestion this would be too long: %(n)s.") % {"n": len(made)})
    if name == "headline" and not made.strip():
        raise Refused(_("A story cannot be without a headline."))
    return content


def _write(
    article: Article, before: dict[str, Any], content: dict[str, Any], now: dt.datetime
) -> None:
    """Bring the working copy to what the new revision says. Raises Changed where it already said
    something else than the revision in review."""
    rows: dict[str, Any] = {"updated_at": now}
    stored = revise.snapshot(article)
    for name in ("headline", "standfirst", "body", "key_points"):
        if content[name] == before[name]:
            continue
        if stored[name] != before[name]:
            raise Changed()
        rows[name] = "\n".join(content[name]) if name == "key_points" else content[name]
    Article.objects.filter(pk=article.pk).update(**rows)
    for old, new in zip(before["images"], content["images"], strict=True):
        changed = {name: new[name] for name in ("alt", "caption") if new[name] != old[name]}
        if changed:
            placed = ImagePlacement.objects.filter(
                article=article, role=new["role"], asset=new["asset"]
            )
            if not placed.update(**changed):
                raise Changed()


def _mark(finding: Finding, by: User, now: dt.datetime) -> None:
    finding.state = Finding.State.APPLIED
    finding.resolved_by, finding.resolved_at = by, now
    finding.save(update_fields=["state", "resolved_by", "resolved_at"])


def _look_again(case: Case, revision: Revision, applied: Finding, before: Revision) -> list[str]:
    """Make the case's findings those of `revision`; returns the codes of those that are gone.

    A finding of the same check on the same words keeps its number and, where it was dismissed, its
    dismissal. What was applied stays as a record.
    """
    known: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for row in case.findings.exclude(state=Finding.State.APPLIED).order_by("number"):
        known[row.code, row.field, row.quote].append(row)
    last = case.findings.order_by("-number").values_list("number", flat=True).first() or 0
    kept, new = [], []
    for found in look(revision):
        rows = known.get((found.code, found.field, found.quote))
        if rows:
            kept.append(_as_found(rows.pop(0), found))
        else:
            new.append(_as_found(Finding(case=case, number=last + len(new) + 1), found))
    Finding.objects.bulk_update(kept, ["severity", "start", "end", "suggestion", "data"])
    Finding.objects.bulk_create(new)
    gone = [row for rows in known.values() for row in rows]
    Finding.objects.filter(pk__in=[row.pk for row in gone]).delete()
    _move_applied(case, applied)
    return [row.code for row in gone]


def _as_found(row: Finding, found: Found) -> Finding:
    for name in ("code", "severity", "field", "start", "end", "quote", "suggestion", "data"):
        setattr(row, name, getattr(found, name))
    return row


def _move_applied(case: Case, applied: Finding) -> None:
    """Let what was applied stand where its words stand now; earlier ones behind it move along."""
    change = len(applied.suggestion) - (applied.end - applied.start)
    if applied.start == applied.end == 0:
        return
    end = applied.end
    others = case.findings.filter(state=Finding.State.APPLIED, field=applied.field)
    moved = []
    for row in others.exclude(pk=applied.pk).exclude(start=0, end=0):
        if row.start >= end:
            row.start, row.end = row.start + change, row.end + change
        elif row.end > applied.start:
            row.start = row.end = 0
        moved.append(row)
    applied.end += change
    Finding.objects.bulk_update([*moved, applied], ["start", "end"])
