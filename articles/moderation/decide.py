"""Decide on a case: approve, ask for changes, reject. Bound to the revision's hash."""

import datetime as dt
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.moderation import checklist as checklists
from articles.moderation import policies, rank, telling
from articles.moderation.hands import Refused, check_hands
from articles.moderation.models import Case, Decision, Finding, Severity
from articles.people.models import User
from articles.people.roles import can
from articles.stories import revise, workflow
from articles.stories.models import Article, Revision

EVENTS = {
    Decision.Outcome.APPROVE: workflow.Event.APPROVE,
    Decision.Outcome.CHANGES: workflow.Event.REQUEST_CHANGES,
    Decision.Outcome.REJECT: workflow.Event.REJECT,
}


class Changed(Refused):
    """What is decided on is no longer the text that was read."""

    def __init__(self) -> None:
        super().__init__(
            _("The text has changed since you opened it. Read it as it stands now, then go on.")
        )


class AlreadyDecided(Refused):
    """Somebody else decided first; `decision` is theirs (None where the case was taken back)."""

    def __init__(self, message: str, decision: Decision | None) -> None:
        self.decision = decision
        super().__init__(message)


@transaction.atomic
def decide(
    *,
    case: Case,
    by: User,
    outcome: str,
    reason: str = "",
    checklist: Iterable[str] = (),
    seen: str | None = None,
    now: dt.datetime | None = None,
) -> Decision:
    """Take one decision on `case` and move the article's stage.

    `seen` is the hash of the revision that was read: raises Changed where the case holds another.
    Raises PermissionDenied (also to who wrote the text, and to who would approve a suggestion that
    they applied, where the policy asks for four eyes), AlreadyDecided, Held, or Refused: a reason
    is missing, the checklist is not complete, a grave finding is open. The same decision sent
    twice by the same person gives the first one back.
    """
    outcome = Decision.Outcome(outcome)
    # The article first, then the case: every verb locks in this order, so that none can deadlock.
    article = revise.lock(case.article_id)
    case = Case.objects.lock(case.pk)
    case.article = article
    if not can(by, "case.decide", case):
        raise PermissionDenied(not_allowed(case, by))
    if case.state != Case.State.OPEN:
        return _again(case, by, outcome)
    now = now or timezone.now()
    check_hands(case, by, now)
    if seen is not None and seen != case.revision.sha256:
        raise Changed()
    reason = reason.strip()
    ticked = list(dict.fromkeys(checklist))
    if outcome is Decision.Outcome.APPROVE:
        _check_approval(case, by, ticked)
    elif not reason:
        raise Refused(_("Write to the author what is wrong: a reason is needed here."))
    decision = Decision.objects.create(
        case=case,
        revision=case.revision,
        revision_sha256=case.revision.sha256,
        outcome=outcome,
        reason=reason,
        checklist=ticked,
        by=by,
        at=now,
    )
    Case.objects.filter(pk=case.pk).update(
        state=Case.State.DECIDED,
        closed_at=now,
        assigned_to=by,
        claimed_by=None,
        claimed_until=None,
    )
    stage = workflow.after(article.stage, EVENTS[outcome])
    Article.objects.filter(pk=article.pk).update(stage=stage)
    telling.decided(decision)
    record(
        by,
        f"case.{outcome.value}",
        article,
        at=now,
        case=case.pk,
        revision=case.revision.number,
        sha256=case.revision.sha256,
        reason=reason,
        checklist=ticked,
    )
    return decision


@transaction.atomic
def dismiss(*, finding: Finding, by: User, reason: str, now: dt.datetime | None = None) -> Finding:
    """Say that a finding is not a problem, and why. Raises PermissionDenied or Refused."""
    case = Case.objects.lock(finding.case_id)
    finding = case.findings.filter(pk=finding.pk).first()
    if not can(by, "finding.dismiss", case) or case.written_by(by):
        raise PermissionDenied(not_allowed(case, by))
    if case.state != Case.State.OPEN:
        raise Refused(_("This case is closed; its findings can no longer be changed."))
    if finding is None:
        raise Changed()
    if finding.state == Finding.State.DISMISSED:
        return finding
    if finding.state == Finding.State.APPLIED:
        raise Refused(_("Its suggestion has just been applied; there is nothing to dismiss."))
    check_hands(case, by, now or timezone.now())
    reason = reason.strip()
    if not reason:
        raise Refused(_("Say in a few words why this is not a problem."))
    finding.state = Finding.State.DISMISSED
    finding.resolved_by, finding.resolved_at = by, now or timezone.now()
    finding.reason = reason[:300]
    finding.save(update_fields=["state", "resolved_by", "resolved_at", "reason"])
    rank.refresh(case)
    record(
        by,
        "finding.dismissed",
        case.article,
        at=now,
        case=case.pk,
        finding=finding.number,
        code=finding.code,
        reason=finding.reason,
    )
    return finding


@transaction.atomic
def recall(*, article: Article, now: dt.datetime | None = None) -> None:
    """Close the open case of an article that its author takes back. The caller has the lock and
    records the deed."""
    article.cases.open().update(state=Case.State.RECALLED, closed_at=now or timezone.now())


def approval_of(revision: Revision) -> Decision | None:
    """The approval of exactly this revision, if there is one."""
    return (
        Decision.objects.filter(
            revision=revision,
            revision_sha256=revision.sha256,
            outcome=Decision.Outcome.APPROVE,
        )
        .select_related("by", "by__byline", "case")
        .first()
    )


def needs_other_eyes(case: Case, by: User) -> bool:
    """Whether the section's policy leaves the approval to somebody else, because `by` changed the
    text in review. Without any policy it does."""
    return case.changed_by(by) and policies.of(case.section_id).four_eyes


def _check_approval(case: Case, by: User, ticked: list[str]) -> None:
    if needs_other_eyes(case, by):
        raise PermissionDenied(
            _(
                "You applied suggestions to this text, so another moderator has to approve it. "
                "You can ask for changes or reject."
            )
        )
    grave = case.findings.filter(state=Finding.State.OPEN, severity=Severity.HIGH).count()
    if grave:
        raise Refused(
            _("Grave findings are still open: %(n)s. Resolve them, or ask for changes.")
            % {"n": grave}
        )
    missing = [item for item in checklists.for_case(case) if item.code not in ticked]
    if missing:
        raise Refused(
            _("To approve, confirm each point of the checklist. Still open: %(points)s.")
            % {"points": "; ".join(str(item.text) for item in missing)}
        )


def _again(case: Case, by: User, outcome: str) -> Decision:
    decision = Decision.objects.filter(case=case).select_related("by").first()
    if decision is None:
        raise AlreadyDecided(_("The author has taken this text back; nothing is to decide."), None)
    if decision.by_id == by.pk and decision.outcome == outcome:
        return decision
    raise AlreadyDecided(
        _("%(who)s has already decided on this case: %(outcome)s.")
        % {"who": decision.by, "outcome": decision.get_outcome_display()},
        decision,
    )


def not_allowed(case: Case, by: User) -> str:
    if case.written_by(by):
        return _("Who wrote a text cannot decide on it: another moderator has to.")
    return _("Your role does not allow this decision.")
