"""What a check is given and what it answers: frozen values, no database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

HIGH, MEDIUM, LOW = "high", "medium", "low"
SEVERITIES = (HIGH, MEDIUM, LOW)
FIELDS = (
    "headline",
    "standfirst",
    "body",
    "key_points",
    "image",
    "alt",
    "caption",
    "sources",
    "bylines",
)


@dataclass(frozen=True)
class Right:
    """One thing about a picture's rights: its code in `images.rights`, and the moment it is about
    in ISO 8601, or ""."""

    code: str
    moment: str = ""


@dataclass(frozen=True)
class Picture:
    """A placed picture; `key` names the placement ("lead") and returns in a finding's field.

    `declared` is the source type a person gave, `evidenced` what the file gives; `state`,
    `ai_evidence` and `reasons` are those of its newest report, `recorded` the uses of AI that the
    newsroom recorded ("none" is the recorded statement that there was none). `changed` says that
    the file reads worse now than when the text was saved.
    """

    key: str
    alt: str
    caption: str
    declared: str = ""
    evidenced: str = ""
    state: str = "none"
    ai_evidence: str = "none_declared"
    reasons: tuple[str, ...] = ()
    recorded: tuple[str, ...] = ()
    rights: tuple[Right, ...] = ()
    data_mining: str = ""
    changed: bool = False


@dataclass(frozen=True)
class SourceItem:
    outlet: str
    title: str
    url: str
    published_on: date | None


@dataclass(frozen=True)
class SourceText:
    """What a source says, or the story that this one translates: for comparison, never shown."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Term:
    """How the house writes one name, and how it does not."""

    preferred: str
    variants: tuple[str, ...]


@dataclass(frozen=True)
class Other:
    """Another story in the same language. `text` is its body; `key` and `headline` name it."""

    key: str
    headline: str
    text: str


@dataclass(frozen=True)
class Item:
    """A snapshot of one story in one language; `body` is the plain text of `body_html`.

    What is None or empty is not known here, and what needs it is not checked.
    """

    language: str
    headline: str
    standfirst: str
    body_html: str
    body: str
    key_points: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    sources: tuple[SourceItem, ...] = ()
    bylines: tuple[str, ...] | None = None
    needs_source: bool = False
    source_texts: tuple[SourceText, ...] = ()
    original: SourceText | None = None
    glossary: tuple[Term, ...] = ()
    others: tuple[Other, ...] = ()
    # Hosts a link may lead to beside those of the sources: the site's own.
    hosts: frozenset[str] = frozenset()


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
