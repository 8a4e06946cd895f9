"""How long a case has waited and how long it still may, in words and as a share. Pure."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Clock:
    """`share` is what has passed of the time until due, in percent, at most 100."""

    waited: str
    left: str  # "22 min left", or "5 min overdue"
    share: int
    late: bool


def clock(opened_at: dt.datetime, due_at: dt.datetime, now: dt.datetime) -> Clock:
    late = now > due_at
    whole = (due_at - opened_at).total_seconds()
    gone = (now - opened_at).total_seconds()
    left = (_("%(span)s overdue") if late else _("%(span)s left")) % {
        "span": span(abs(due_at - now))
    }
    share = 100 if late or whole <= 0 else max(0, min(100, round(100 * gone / whole)))
    return Clock(span(now - opened_at), left, share, late)


def span(length: dt.timedelta) -> str:
    """ "22 min", "1 h 22 min", "3 d"; a part of a minute counts as nothing."""
    minutes = max(0, int(length.total_seconds()) // 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 24:
        return _("%(days)s d") % {"days": hours // 24}
    if hours and rest:
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}
    if hours:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(minutes)s min") % {"minutes": rest}
