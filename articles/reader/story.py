"""The parts of one story as its page shows them, from what its edition keeps. No query."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.disclosure.labels import Label
from articles.editions.models import Edition
from articles.reader.addresses import origin_address, web_address


@dataclass(frozen=True)
class SourceLine:
    """One numbered source. `url` is empty where there is none that a browser may follow."""

    number: int
    outlet: str
    title: str
    url: str
    published_on: dt.date | None
    kind: str
    language: str
    checked_at: dt.datetime | None


@dataclass(frozen=True)
class Notice:
    """A correction as readers see it."""

    at: dt.datetime
    text: str


def byline(edition: Edition) -> str:
    """The people who answer for the text, in their order: 박도윤 기자, 김서연 편집자."""
    return ", ".join(named(each["name"], each.get("title", "")) for each in edition.bylines)


def reviewer(label: Label) -> str:
    """The person who checked exactly this text; "" where nobody has."""
    if not label.reviewer:
        return ""
    return named(label.reviewer, label.reviewer_title or pgettext("reviewer", "editor"))


def named(name: str, title: str) -> str:
    if not title:
        return name
    return pgettext("person and title", "%(name)s (%(title)s)") % {"name": name, "title": title}


def sources(edition: Edition) -> list[SourceLine]:
    kinds = {
        "primary": _("Primary source (document, data, own reporting)"),
        "secondary": _("Another outlet’s report (secondary source)"),
    }
    languages = {
        "ko": _("Korean"),
        "en": _("English"),
        "zh": _("Chinese"),
        "ja": _("Japanese"),
    }
    return [
        SourceLine(
            number=number,
            outlet=each["outlet"],
            title=each["title"],
            url=web_address(each["url"]),
            published_on=parse_date(each["published_on"] or ""),
            kind=kinds.get(each["kind"], ""),
            language=languages.get(each["language"], ""),
            checked_at=moment(each["checked_at"]),
        )
        for number, each in enumerate(edition.sources, 1)
    ]


def corrections(edition: Edition) -> list[Notice]:
    """The newest first: what was wrong last is what a returning reader looks for."""
    found = [Notice(moment(each["at"]), each["text"]) for each in edition.corrections]
    return found[::-1]


def updated(edition: Edition) -> dt.datetime | None:
    """When the text readers see took the place of an earlier one; None for a first edition."""
    first, this = edition.first_published_at, edition.live_from
    return this if this.replace(microsecond=0) > first.replace(microsecond=0) else None


def zone(edition: Edition) -> str:
    """The name of the clock that the page's times are read from."""
    name = timezone.localtime(edition.live_from).tzname() or ""
    return pgettext("time zone", "KST") if name == "KST" else name


def kind_word(kind: str) -> str:
    """How a related story belongs here; "related" itself goes without saying under its heading."""
    return {
        "background": _("Background"),
        "follow_up": _("Follow-up"),
        "earlier_version": _("Earlier version"),
    }.get(kind, "")


def moment(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


def image_origin(edition: Edition) -> str:
    """The page about the image's origin; "" for editions older than that page."""
    public_id = (edition.image or {}).get("public_id")
    return origin_address(edition.language, public_id) if public_id else ""


def image_facts(edition: Edition) -> dict[str, Any]:
    image = edition.image or {}
    return {key: image.get(key) or "" for key in ("alt", "caption", "credit", "credentials")}
