"""Who is told of what happens to a case. Each is told once, in the transaction that is open."""

import datetime as dt
from collections.abc import Iterable

from django.urls import reverse

from articles.moderation.checks import Found, message
from articles.moderation.models import Case, Decision
from articles.notices.tell import tell
from articles.people.models import User


def assigned(case: Case, *, by: User, now: dt.datetime) -> None:
    if case.assigned_to is None or case.assigned_to_id == by.pk:
        return
    tell(
        to=case.assigned_to,
        code="assigned",
        # Given back and assigned again, it is news again.
        key=f"assigned:{case.pk}:{now.timestamp()}",
        data={
            "headline": str(case),
            "who": str(by),
            "due": case.due_at.isoformat(timespec="seconds"),
        },
        url=_address(case),
        at=now,
    )


def taken_over(case: Case, *, holder: User, by: User, now: dt.datetime) -> None:
    tell(
        to=holder,
        code="taken_over",
        key=f"taken_over:{case.pk}:{now.timestamp()}",
        data={"headline": str(case), "who": str(by)},
        url=_address(case),
        at=now,
    )


def decided(decision: Decision) -> None:
    """The writer and who submitted it."""
    case = decision.case
    people = {case.article.created_by, case.opened_by} - {decision.by}
    for person in sorted(people, key=lambda person: person.pk):
        tell(
            to=person,
            code="decided",
            key=f"decided:{case.pk}",
            data={
                "outcome": decision.outcome,
                "headline": str(case),
                "who": str(decision.by),
                "reason": decision.reason,
            },
            url=reverse("admin:articles_article_change", args=[case.article_id]),
            at=decision.at,
        )


def found_later(case: Case, image: str, found: Iterable[Found], *, now: dt.datetime) -> None:
    """Who has the case in hand hears of what a picture showed when it was checked again."""
    people = {case.assigned_to, case.claimed_by} - {None}
    for person in sorted(people, key=lambda person: person.pk):
        titles = [message(each.code, each.data, person.language)[0] for each in found]
        tell(
            to=person,
            code="finding",
            key=f"finding:{case.pk}:{now.timestamp()}",
            data={"name": image, "finding": "; ".join(dict.fromkeys(titles))},
            url=_address(case),
            at=now,
        )


def late(case: Case, people: Iterable[User], *, now: dt.datetime) -> None:
    for person in people:
        tell(
            to=person,
            code="late",
            key=f"late:{case.pk}",
            data={
                "headline": str(case),
                "due": case.due_at.isoformat(timespec="seconds"),
            },
            url=_address(case),
            at=now,
        )


def _address(case: Case) -> str:
    return reverse("moderation:case", args=[case.pk])
