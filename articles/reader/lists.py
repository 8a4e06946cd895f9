"""The front page and the section pages: which stories stand where. Gathered once, as in `page`."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse

from articles.disclosure.labels import words
from articles.editions.models import Edition
from articles.editions.sections import PublicSection, all_sections
from articles.reader.addresses import LANGUAGES
from articles.reader.cards import Card, card
from articles.reader.chrome import chrome
from articles.reader.label_guide import text_example
from articles.reader.withheld import image_of, live

FRONT, FEED, ALSO, BLOCK, PAGE = 60, 7, 2, 4, 10
# A section with fewer stories than this has no block of its own.
ENOUGH, OTHERS = 3, 6
KEY = ("none", "assisted", "translated", "generated")
_CURSOR = re.compile(r"(\d{1,17})-(\d{1,18})", re.ASCII)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)


@dataclass(frozen=True)
class Block:
    """One section on the front page."""

    section: PublicSection
    cards: list[Card]


@dataclass(frozen=True)
class Front:
    """The front page: one lead, two beside it, two lines under it, the newest, the sections, and
    together what remains of sections with few stories."""

    lead: Card | None
    also: list[Card]
    two: list[Card]
    feed: list[Card]
    blocks: list[Block]
    others: list[Card]


def home_page(language: str, request: HttpRequest, at: dt.datetime) -> dict[str, Any]:
    """The context of `reader/home.html`. Two queries, however many stories there are."""
    sections = all_sections(language)
    newest = list(live(at).in_language(language).newest().cards()[:FRONT])
    other = reverse("reader:home", args=[_second(language)])
    return {
        **chrome(language, sections, page="home", other=other, request=request),
        "front": front(newest, sections),
        "today": at,
        "key": [words(text_example(code), language) for code in KEY],
    }


def front(newest: list[Edition], sections: list[PublicSection]) -> Front:
    """Lay out the newest stories: pictures come to the top, words go under them.

    What stands at the top is not repeated below.
    """
    pictured = [each for each in newest if image_of(each)]
    top = [*pictured, *(each for each in newest if not image_of(each))][:3]
    rest = [each for each in newest if each not in top]
    also, below = rest[:ALSO], rest[ALSO:]
    by_code = {section.code: [] for section in sections}
    for each in below:
        by_code.setdefault(each.section_code, []).append(each)
    small = {code for code, own in by_code.items() if len(own) < ENOUGH}
    return Front(
        lead=card(top[0]) if top else None,
        also=[card(each) for each in also],
        two=[card(each) for each in top[1:]],
        feed=[card(each) for each in newest[:FEED]],
        blocks=[
            Block(section, [card(each) for each in by_code[section.code][:BLOCK]])
            for section in sections
            if section.code not in small
        ],
        others=[card(each) for each in below if each.section_code in small][:OTHERS],
    )


def section_page(language: str, code: str, request: HttpRequest, at: dt.datetime) -> dict[str, Any]:
    """The context of `reader/section.html`. Two queries; raises Http404 for a section that is
    not there and for a cursor that we did not write."""
    sections = all_sections(language)
    section = next((each for each in sections if each.code == code), None)
    if section is None:
        raise Http404
    found = live(at).in_language(language).in_section(code).newest().cards()
    cursor = request.GET.get("after")
    if cursor is not None:
        found = found.page_after(*read_cursor(cursor))
    rows = list(found[: PAGE + 1])
    other = reverse("reader:section", args=[_second(language), code])
    return {
        **chrome(language, sections, page="section", section=code, other=other, request=request),
        "section": section,
        "cards": [card(each) for each in rows[:PAGE]],
        "later": write_cursor(rows[PAGE - 1]) if len(rows) > PAGE else "",
        "first_page": cursor is None,
    }


def write_cursor(edition: Edition) -> str:
    """The place after which the next page begins: microseconds since 1970, then the row."""
    return f"{(edition.first_published_at - _EPOCH) // _MICROSECOND}-{edition.pk}"


def read_cursor(text: str) -> tuple[dt.datetime, int]:
    found = _CURSOR.fullmatch(text)
    if found is None:
        raise Http404
    try:
        return _EPOCH + int(found[1]) * _MICROSECOND, int(found[2])
    except OverflowError as error:
        raise Http404 from error


def _second(language: str) -> str:
    return next(code for code in LANGUAGES if code != language)
