"""Findings marked in the text they are about. Pure; everything that comes out is escaped.

Offsets count code points in the plain text of a field. A body is HTML, so its plain text is
followed back to the text nodes it came from; a mark never crosses a tag.
"""

import html as entities
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.lib.html import plain, render_body
from articles.moderation import follow

# On the review screen the story stands below a panel's heading, so its own come further down.
_HEADINGS = {"h2": "h4", "h3": "h5"}
_WORST = ("hi", "mid", "lo", "cm", "off")


@dataclass(frozen=True)
class Mark:
    """A span in a field: of a finding (`look` hi, mid, lo, or off where it is resolved), or of a
    comment (cm)."""

    number: int
    start: int
    end: int
    look: str
    name: str = ""  # what a screen reader says for the number: "Finding 3, high"
    comment: bool = False

    @property
    def id(self) -> str:
        """What leads to it: `f3` in the list of findings, `c3` in that of comments."""
        return f"{'c' if self.comment else 'f'}{self.number}"

    @property
    def anchor(self) -> str:
        """Its own place in the text."""
        return f"m{'c' if self.comment else ''}{self.number}"


@dataclass(frozen=True)
class Marked:
    """HTML ready to show, and the numbers of the findings and comments that have a mark in it."""

    html: SafeString
    numbers: frozenset[int] = frozenset()
    comments: frozenset[int] = frozenset()


@dataclass
class _Ink:
    """Writes stretches of text; knows which marks have begun and where each ends."""

    marks: Sequence[Mark]
    last: dict[str, int] = field(default_factory=dict)  # id -> position of its last character
    begun: set[str] = field(default_factory=set)
    held: list[Mark] = field(default_factory=list)
    sources: int = 0
    links: int = 0

    def write(self, stretch: Sequence[tuple[str, int | None]]) -> str:
        """HTML of characters that share a text node; each with its position or None."""
        out = []
        for covering, run in groupby(stretch, key=lambda each: self._covering(each[1])):
            chars = list(run)
            text = shown("".join(char for char, _at in chars), 0 if self.links else self.sources)
            out.append(self._wrapped(text, covering, chars) if covering else text)
        return "".join(out)

    def released(self) -> str:
        """The numbers held back while a link was open: a link cannot hold another."""
        held, self.held = self.held, []
        return "".join(
            format_html('<span class="fd {}">{}</span>', mark.look, _number(mark)) for mark in held
        )

    def _covering(self, at: int | None) -> tuple[Mark, ...]:
        return () if at is None else tuple(m for m in self.marks if m.start <= at < m.end)

    def _wrapped(
        self, text: SafeString, covering: tuple[Mark, ...], chars: list[tuple[str, int | None]]
    ) -> str:
        new = [mark for mark in covering if mark.id not in self.begun]
        self.begun.update(mark.id for mark in new)
        anchors = [format_html('<span id="{}"></span>', mark.anchor) for mark in new[1:]]
        here = {at for _char, at in chars}
        ending = [mark for mark in covering if self.last[mark.id] in here]
        if self.links:
            self.held += ending
            ending = []
        return format_html(
            '<mark class="fd {}"{}>{}{}{}</mark>',
            min((mark.look for mark in covering), key=_WORST.index),
            format_html(' id="{}"', new[0].anchor) if new else "",
            mark_safe("".join(anchors)),  # noqa: S308 - made by format_html above
            text,
            mark_safe("".join(_number(mark) for mark in ending)),  # noqa: S308 - likewise
        )


def in_text(text: str, marks: Iterable[Mark], *, offset: int = 0) -> Marked:
    """Plain text with its marks; `offset` is where this text begins in its field."""
    end = offset + len(text)
    inside = [m for m in marks if m.start < m.end and m.start < end and m.end > offset]
    ink = _Ink(inside, {m.id: min(m.end, end) - 1 for m in inside})
    # A finding that began in an earlier line already has its anchor there.
    ink.begun.update(m.id for m in inside if m.start < offset)
    written = ink.write([(char, offset + n) for n, char in enumerate(text)])
    return _marked(written, inside)


def in_html(html: str, marks: Iterable[Mark], *, sources: int = 0) -> Marked:
    """A body's HTML with its marks, its source numbers leading to `#src1` and so on.

    Where the positions cannot be followed (a letter and its accent in two tags) nothing is marked
    and `numbers` is empty.
    """
    tokens = follow.tokens(html)
    nodes, text = follow.followed(tokens)
    sure = text == plain(html)
    inside = [m for m in marks if sure and m.start < m.end and m.start < len(text)]
    # Between paragraphs the plain text has line breaks that no node shows: look back from there.
    there = {at for node in nodes.values() for _char, at in node if at is not None}
    last = {m.id: _last(m, len(text), there) for m in inside}
    inside = [m for m in inside if last[m.id] >= 0]
    ink = _Ink(inside, last, sources=sources)
    out = []
    for index, token in enumerate(tokens):
        out.append(_tag(token, ink) if follow.is_tag(token) else ink.write(nodes[index]))
    return _marked("".join(out), inside)


def shown(text: str, sources: int = 0) -> SafeString:
    """Text as it stands in a story: escaped, hanja marked as Chinese, `[1]` leading to its source."""
    return _safe(
        render_body(
            entities.escape(text, quote=False),
            source_count=sources,
            source_label=lambda n: _("Source %(n)s") % {"n": n},
            language="ko",
        )
    )


def _last(mark: Mark, length: int, there: set[int]) -> int:
    """The last position of a mark that some node shows; -1 where none does."""
    wanted = range(min(mark.end, length) - 1, mark.start - 1, -1)
    return next((at for at in wanted if at in there), -1)


def _tag(token: str, ink: _Ink) -> str:
    closing, name = follow.tag(token)
    if name == "a":
        ink.links += -1 if closing else 1
        return token + (ink.released() if closing else "")
    if name in _HEADINGS:
        return f"<{closing}{_HEADINGS[name]}>"
    return token


def _number(mark: Mark) -> SafeString:
    return format_html(
        '<sup><a href="#{}" aria-label="{}">{}</a></sup>', mark.id, mark.name, mark.number
    )


def _marked(html: str, marks: Iterable[Mark]) -> Marked:
    found = {True: set(), False: set()}
    for mark in marks:
        found[mark.comment].add(mark.number)
    return Marked(_safe(html), frozenset(found[False]), frozenset(found[True]))


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - sanitised or escaped part by part


def spans(marks: Iterable[Mark], lines: Sequence[str]) -> Iterator[Marked]:
    """Lines of one field that were joined by a line break, each with its own marks."""
    marks, offset = list(marks), 0
    for line in lines:
        yield in_text(line, marks, offset=offset)
        offset += len(line) + 1
