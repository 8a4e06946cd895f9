"""Lengths of time in a few words."""

import datetime as dt

from django.utils.translation import gettext as _


def span(length: dt.timedelta) -> str:
    """ "1 h 22 min", "47 min", "3 d"; a part of a minute counts as nothing."""
    minutes = max(int(length.total_seconds()) // 60, 0)
    if minutes < 60:
        return _("%(minutes)s min") % {"minutes": minutes}
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        if not minutes:
            return _("%(hours)s h") % {"hours": hours}
        return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}
    return _("%(days)s d") % {"days": hours // 24}
