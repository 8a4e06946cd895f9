"""What a notice says, in the language of who reads it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.lib.hangul import particles

# code, or code/outcome: (title, text). Names in brackets are filled from the notice's data.
CODES = {
    "assigned": (
        _("To review: %(headline)s"),
        _("%(who)s assigned this text to you. It is due %(due)s."),
    ),
    "taken_over": (
        _("Taken over: %(headline)s"),
        _("%(who)s has taken over this text, which you had open."),
    ),
    "decided/approve": (
        _("Approved: %(headline)s"),
        _("%(who)s read the text and approved it. It can be published."),
    ),
    "decided/changes": (
        _("Changes requested: %(headline)s"),
        _("%(who)s asks for changes: “%(reason)s”"),
    ),
    "decided/reject": (
        _("Rejected: %(headline)s"),
        _("%(who)s rejected the text: “%(reason)s”"),
    ),
    "late": (
        _("Overdue: %(headline)s"),
        _("This text was due %(due)s and still waits for review."),
    ),
    "mentioned": (
        _("You were mentioned: %(headline)s"),
        _("%(who)s wrote: “%(text)s”"),
    ),
    "commented": (
        _("Comment on %(headline)s"),
        _("%(who)s wrote: “%(text)s”"),
    ),
    "answered": (
        _("Answer on %(headline)s"),
        _("%(who)s wrote: “%(text)s”"),
    ),
    "finding": (
        _("Found after a new check: %(name)s"),
        _("A later check found something that was not known before: %(finding)s"),
    ),
}
_MOMENTS = frozenset({"due"})


@dataclass(frozen=True)
class Words:
    title: str
    text: str


def words(code: str, data: Mapping[str, Any], language: str) -> Words:
    """Title and text. A code that is no longer known is shown by its bare name."""
    known = CODES.get(f"{code}/{data['outcome']}" if "outcome" in data else code)
    if known is None:
        return Words(code, "")
    with translation.override(language):
        places: dict[str, str] = defaultdict(str)
        for name, value in data.items():
            places[name] = _moment(value) if name in _MOMENTS else str(value)
        title, text = (particles(str(said) % places) for said in known)
    return Words(title, text)


def _moment(value: str) -> str:
    """An ISO moment as the desk writes it; anything else as it stands."""
    try:
        moment = dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return str(value)
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT")
