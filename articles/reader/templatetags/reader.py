"""Dates as readers' pages write them: `{% load reader %}`."""

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

register = template.Library()


@register.filter
def iso(moment: dt.datetime | dt.date | None) -> str:
    """For `datetime` attributes: whole seconds and the offset; HTML has no microseconds."""
    if isinstance(moment, dt.datetime):
        return timezone.localtime(moment).isoformat(timespec="seconds")
    return moment.isoformat() if moment else ""


@register.filter
def day(moment: dt.datetime) -> str:
    """The day in words; the year only where it is another one."""
    when, now = timezone.localtime(moment), timezone.localtime()
    return date_format(when, "MONTH_DAY_FORMAT" if when.year == now.year else "DATE_FORMAT")


@register.filter
def feed_day(moment: dt.datetime) -> str:
    """Today, yesterday, or the day in few characters."""
    when, today = timezone.localtime(moment).date(), timezone.localdate()
    if when == today:
        return _("Today")
    if when == today - dt.timedelta(days=1):
        return _("Yesterday")
    if when.year != today.year:
        return date_format(when, pgettext("month of another year", "M Y"))
    return date_format(when, "SHORT_DATE_FORMAT")


@register.filter
def after(moment: dt.datetime, first: dt.datetime) -> str:
    """A later moment beside an earlier one: the time alone where the day is the same."""
    when, then = timezone.localtime(moment), timezone.localtime(first)
    same = when.date() == then.date()
    return date_format(when, "TIME_FORMAT" if same else "DATETIME_FORMAT")


@register.filter
def full_day(moment: dt.datetime) -> str:
    """2026년 1월 16일 금요일; Friday, 16 January 2026."""
    return date_format(timezone.localtime(moment), pgettext("date with weekday", "l, j F Y"))
