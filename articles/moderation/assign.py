"""Put a case into somebody's hands: take it, take it over, give it back, assign it."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.lib.hangul import particles
from articles.moderation import claim, telling
from articles.moderation.hands import Refused, check_hands
from articles.moderation.models import Case
from articles.people.models import User
from articles.people.roles import can


@transaction.atomic
def assign(
    *,
    case: Case,
    by: User,
    to: User | None,
    was: int | None,
    held: int | None = None,
    now: dt.datetime | None = None,
) -> Case:
    """Put the case into the hands of `to`, or of nobody.

    `was` is whom `by` saw it with, `held` who `by` saw has it open (keys of User): raises Refused
    where that is no longer true, so that nobody is passed over unseen. Who takes a case claims it;
    who gives it away lets go of it. Raises PermissionDenied for who may not assign, and where `to`
    may not decide on it. Asked twice, it acts once.
    """
    now = now or timezone.now()
    case = Case.objects.lock(case.pk)
    _may(case, by, to)
    if case.state != Case.State.OPEN:
        raise Refused(_("This case is closed; nothing is left to take."))
    if case.assigned_to != to and case.assigned_to_id != was:
        if case.assigned_to is None:
            raise Refused(_("The case has just been given back. Look again before you take it."))
        raise Refused(particles(_("%(who)s has just taken this case.") % {"who": case.assigned_to}))
    passed_over = claim.holder(case, now) if to == by else None
    if passed_over in (None, by):
        passed_over = None
    elif passed_over.pk != held:
        check_hands(case, by, now)
    if case.assigned_to == to and passed_over is None:
        _claim(case, by, to, now)
        return case
    before, case.assigned_to = case.assigned_to_id, to
    _claim(case, by, to, now)
    if passed_over is not None:
        telling.taken_over(case, holder=passed_over, by=by, now=now)
    telling.assigned(case, by=by, now=now)
    record(
        by,
        "case.assigned",
        case.article,
        at=now,
        case=case.pk,
        to=to.pk if to else None,
        was=before,
        **({"open_with": passed_over.pk} if passed_over else {}),
    )
    return case


def _may(case: Case, by: User, to: User | None) -> None:
    if not can(by, "case.assign", case):
        raise PermissionDenied(_("Your role does not allow you to assign cases."))
    if to is None or can(to, "case.decide", case):
        return
    if to == by:
        raise PermissionDenied(_("You cannot decide on this case, so it cannot be yours."))
    raise PermissionDenied(
        particles(
            _(
                "%(who)s cannot decide on this case: because of their role, or because they wrote it."
            )
            % {"who": to}
        )
    )


def _claim(case: Case, by: User, to: User | None, now: dt.datetime) -> None:
    """Claim for who takes; let go for who gives away what they had open."""
    if to == by:
        case.claimed_by, case.claimed_until = by, claim.until(now)
    elif case.claimed_by_id == by.pk:
        case.claimed_by = case.claimed_until = None
    case.save(update_fields=["assigned_to", "claimed_by", "claimed_until"])
