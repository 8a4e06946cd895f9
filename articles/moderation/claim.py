"""Who has a case on the screen now. A claim ends by itself: whether it stands is a comparison.

It is a courtesy between moderators, not the lock: two decisions are kept apart by the database.
What it keeps others from doing without taking over stands in `hands.py`.
"""

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from articles.moderation.models import Case
from articles.moderation.moderators import moderators
from articles.people.models import User
from articles.people.roles import can


def until(now: dt.datetime) -> dt.datetime:
    return now + dt.timedelta(minutes=settings.CLAIM_MINUTES)


def free(user: User, now: dt.datetime) -> Q:
    """The cases that nobody but `user` has open."""
    return Q(claimed_by=None) | Q(claimed_by=user) | Q(claimed_until__lte=now)


def holder(case: Case, now: dt.datetime) -> User | None:
    """Who has the case open at `now`; None where nobody has, or has had no longer."""
    if case.claimed_by_id is None or case.claimed_until is None or case.claimed_until <= now:
        return None
    return case.claimed_by


def look(*, case: Case, by: User, now: dt.datetime | None = None) -> bool:
    """Claim the case for who opens it, or renew the claim; False where another has it.

    One statement that compares and sets, so that of two who come at once one gets it. `case` says
    afterwards what the database does. Who may not decide on it claims nothing.
    """
    now = now or timezone.now()
    if case.state != Case.State.OPEN or not can(by, "case.decide", case):
        return False
    got = (
        Case.objects.open()
        .filter(free(by, now), pk=case.pk)
        .update(claimed_by=by, claimed_until=until(now))
    )
    case.refresh_from_db(fields=["claimed_by", "claimed_until"])
    return bool(got)


@dataclass(frozen=True)
class Shown:
    """What the review screen says of it. `holder` and `time` are empty where nobody has it."""

    holder: str
    holder_id: int | None
    time: str
    mine: bool
    assigned: str
    assigned_id: int | None
    assigned_to_me: bool
    may_take: bool
    may_assign: bool
    people: tuple[User, ...]  # whom it can be assigned to


def shown(case: Case, user: User, now: dt.datetime) -> Shown:
    who = holder(case, now)
    may_assign = case.state == Case.State.OPEN and can(user, "case.assign", case)
    return Shown(
        holder=str(who) if who else "",
        holder_id=who.pk if who else None,
        time=clock_time(case.claimed_until) if who else "",
        mine=who == user,
        assigned=str(case.assigned_to or ""),
        assigned_id=case.assigned_to_id,
        assigned_to_me=case.assigned_to_id == user.pk,
        may_take=can(user, "case.decide", case),
        may_assign=may_assign,
        people=tuple(moderators()) if may_assign else (),
    )


def clock_time(moment: dt.datetime) -> str:
    return date_format(timezone.localtime(moment), "TIME_FORMAT")
