"""Moments as text. Public and recorded ones go to the second: finer ones break real clients."""

import datetime as dt


def utc_second(moment: dt.datetime) -> str:
    """ISO 8601 in UTC, to the second."""
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")
