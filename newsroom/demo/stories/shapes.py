"""The shapes the demo's texts are written in: frozen dataclasses, no Django, no database."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta


@dataclass(frozen=True)
class Person:
    """One member of staff. `username` is the login; a title makes a byline."""

    username: str
    name_ko: str
    name_en: str
    role: str
    byline: str
    title_ko: str
    title_en: str


@dataclass(frozen=True)
class SectionText:
    """A section's code and its name in both languages."""

    code: str
    name_ko: str
    name_en: str


@dataclass(frozen=True)
class System:
    """An AI system the demo newsroom pretends to use; no such product exists."""

    key: str
    name: str
    name_en: str
    version: str
    vendor: str
    purpose_ko: str
    purpose_en: str


@dataclass(frozen=True)
class Use:
    """One AI use, in the words of the disclosure room (`articles.disclosure.stages`).

    The stage "none" is the recorded statement that no AI was used. `why` and `detail` are shown
    to readers; `prompt` stays inside the newsroom. `system` is the key of a System.
    """

    stage: str
    system: str = ""
    extent: str = "whole"
    source_type: str = ""
    why: str = ""
    prompt: str = ""
    detail: str = ""
    people_unchanged: bool = False


@dataclass(frozen=True)
class Asset:
    """A picture of the demo: a file beside this package, its credit, what AI did to it.

    `use` None is a picture of which nothing is known, and readers are told so. `signed` gives the
    file credentials when it is taken in, and lets readers download it; `days` is how long its
    rights last, 0 without an end.
    """

    key: str
    file: str
    credit: str
    source_type: str
    use: Use | None
    licence: str = ""
    licence_url: str = ""
    terms: str = ""
    signed: bool = False
    days: int = 0


@dataclass(frozen=True)
class Picture:
    """An asset as one story shows it: alt text and caption in that story's language."""

    asset: str
    alt: str
    caption: str


@dataclass(frozen=True)
class SourceText:
    """Where a story's facts come from. An empty `url` is a source with no page of its own."""

    outlet: str
    title: str
    url: str = ""
    language: str = "en"
    kind: str = "primary"
    published_on: date | None = None


@dataclass(frozen=True)
class Link:
    """A related story: to another demo story by `to`, or outside by `url` and `title`."""

    kind: str
    to: str = ""
    url: str = ""
    title: str = ""
    outlet: str = ""


@dataclass(frozen=True)
class Correction:
    """What the first edition said wrongly, what is right, and the notice readers see.

    The story's text is the right one; the loader publishes `wrong` in its place at first.
    """

    wrong: str
    right: str
    notice: str
    hours_ago: float


@dataclass(frozen=True)
class Story:
    """One item of the demo newsroom.

    `state` is where it ends: live, scheduled, withdrawn, in_review, changes_requested or draft.
    `hours_ago` is when it reached readers (negative: when it will) or was submitted; the loader
    counts it from the moment of loading, so the front page is fresh on every installation.
    `edits` are (first wording, final wording): what the editor changed in the first draft.
    `reason` is the public reason of a withdrawal, or the moderator's words to the writer.
    """

    key: str
    state: str
    hours_ago: float
    slug: str
    section: str
    headline: str
    standfirst: str
    key_points: tuple[str, ...]
    body: str
    author: str
    language: str = "ko"
    bylines: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    picture: Picture | None = None
    sources: tuple[SourceText, ...] = ()
    uses: tuple[Use, ...] = ()
    links: tuple[Link, ...] = field(default=())
    translation_of: str = ""
    edits: tuple[tuple[str, str], ...] = ()
    correction: Correction | None = None
    reason: str = ""

    def begun(self, now: datetime) -> datetime:
        """When the writer opened the story: some time before it reached anybody else."""
        return now - timedelta(hours=max(self.hours_ago, 2), minutes=75)
