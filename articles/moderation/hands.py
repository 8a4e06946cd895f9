"""In whose hands a case is: what another moderator has on the screen is not decided over."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from articles.lib.hangul import particles
from articles.moderation.models import Case
from articles.people.models import User


class Refused(Exception):
    """The deed cannot be done. `str()` says why, in a full sentence."""


class Held(Refused):
    """Another moderator has the case on the screen; taking it over comes first."""


def holder(case: Case, by: User, now: dt.datetime) -> User | None:
    """Who else has this case on the screen at `now`."""
    if case.claimed_by_id in (None, by.pk) or case.claimed_until is None:
        return None
    return case.claimed_by if case.claimed_until > now else None


def check_hands(case: Case, by: User, now: dt.datetime) -> None:
    """Raise Held where somebody else has the case on the screen."""
    other = holder(case, by, now)
    if other is None:
        return
    until = timezone.localtime(case.claimed_until)
    said = _("%(who)s has this text open until %(until)s. Take it over first, or wait.")
    raise Held(particles(said % {"who": other, "until": f"{until:%H:%M}"}))
