"""What a check is given and what it answers: frozen values, no database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

HIGH, MEDIUM, LOW = "high", "medium", "low"
SEVERITIES = (HIGH, MEDIUM, LOW)
FIELDS = ("headline", "standfirst", "body", "key_points", "alt", "caption", "sources", "bylines")


@dataclass(frozen=True)
class Picture:
    """A placed picture; `key` names the placement ("lead") and returns in a finding's field."""

    key: str
    alt: str
    caption: str


@dataclass(frozen=True)
class SourceItem:
    outlet: str
    title: str
    url: str
    published_on: date | None


@dataclass(frozen=True)
class Item:
    """A snapshot of one story in one language; `body` is the plain text of `body_html`."""

    language: str
    headline: str
    standfirst: str
    body_html: str
    body: str
    key_points: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sources: tuple[SourceItem, ...] = ()
    bylines: tuple[str, ...] = ()
    needs_source: bool = False


@dataclass(frozen=True)
class Found:
    """One finding. `start`, `end`: code points in the field's plain text; 0, 0 is all of it.

    `quote` is exactly that span. `suggestion` replaces the span, and is given only where it is
    certain. `data` fills the message and is JSON-able.
    """

    code: str
    severity: str
    field: str
    start: int
    end: int
    quote: str
    suggestion: str = ""
    data: dict = field(default_factory=dict)


def texts(item: Item) -> Iterator[tuple[str, str]]:
    """(field, plain text) of everything that is written to be read; key points one a line."""
    yield "headline", item.headline
    yield "standfirst", item.standfirst
    yield "body", item.body
    yield "key_points", "\n".join(item.key_points)
    for picture in item.pictures:
        yield f"alt:{picture.key}", picture.alt
        yield f"caption:{picture.key}", picture.caption
