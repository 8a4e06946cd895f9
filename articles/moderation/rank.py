"""Keep the risk and the priority of cases in step with what they follow from."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from django.db.models import F
from django.utils import timezone

from articles.editions.models import Edition
from articles.moderation import policies, priority
from articles.moderation.models import Case, Finding, Severity
from articles.moderation.priority import A_STEP_OF_REACH, Facts

RISK = {"high": Case.Risk.HIGH, "medium": Case.Risk.MEDIUM, "low": Case.Risk.LOW}


def risk_of(severities: Iterable[str]) -> int:
    """The risk of a case: its heaviest open finding's; low where there is none."""
    return max((RISK[Severity(s).value] for s in severities), default=Case.Risk.LOW)


def facts(
    case: Case, severities: Iterable[str], reach: int, now: dt.datetime | None = None
) -> Facts:
    """What the priority of a case follows from; one query: whether its story is live."""
    found = Counter(str(severity) for severity in severities)
    live = Edition.objects.live(now or timezone.now()).filter(article_id=case.article_id)
    return Facts(
        high=found["high"],
        medium=found["medium"],
        low=found["low"],
        text=case.text_label,
        image=case.image_label,
        reach=reach,
        live=live.exists(),
    )


def refresh(case: Case, now: dt.datetime | None = None) -> None:
    """Reckon risk and priority anew, after a finding changed. Call with the case locked."""
    left = list(case.findings.filter(state=Finding.State.OPEN).values_list("severity", flat=True))
    known = facts(case, left, policies.of(case.section_id).reach, now)
    case.risk, case.priority = risk_of(left), priority.score(known)
    case.save(update_fields=["risk", "priority"])


def reach_changed(before: policies.Policies, after: policies.Policies) -> None:
    """Move the open cases of each section whose reach is another now: an update for each."""
    sections = Case.objects.open().order_by().values_list("section_id", flat=True).distinct()
    for section in list(sections):
        steps = after.of(section).reach - before.of(section).reach
        if steps:
            Case.objects.open().filter(section_id=section).update(
                priority=F("priority") + steps * A_STEP_OF_REACH
            )
