"""Findings marked in the text they are about. Pure; everything that comes out is escaped.

Offsets count code points in the plain text of a field. A body is HTML, so its plain text is
followed back to the text nodes it came from; a mark never crosses a tag.
"""

import html as entities
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.lib.html import BLOCKS, plain, render_body, sanitise

# Sanitised HTML is well-formed and its attributes are in double quotes, so a tag is one token.
_TOKEN = re.compile(r'(<(?:[^<>"]++|"[^"]*+")*+>)')
_NAME = re.compile(r"<(/?)([a-z0-9]+)")
_SPACE = re.compile(r"[ \t\n\r\f]+")
# On the review screen the story stands below a panel's heading, so its own come further down.
_HEADINGS = {"h2": "h4", "h3": "h5"}
_WORST = ("hi", "mid", "lo", "off")


@dataclass(frozen=True)
class Mark:
    """One finding's span in a field. `look` is hi, mid, lo, or off where it was dismissed."""

    number: int
    start: int
    end: int
    look: str
    name: str = ""  # what a screen reader says for the number: "Finding 3, high"


@dataclass(frozen=True)
class Marked:
    """HTML ready to show, and the numbers of the findings that have a mark in it."""

    html: SafeString
    numbers: frozenset[int] = frozenset()


@dataclass
class _Ink:
    """Writes stretches of text; knows which marks have begun and where each ends."""

    marks: Sequence[Mark]
    last: dict[int, int] = field(default_factory=dict)  # number -> position of its last character
    begun: set[int] = field(default_factory=set)
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
        new = [mark for mark in covering if mark.number not in self.begun]
        self.begun.update(mark.number for mark in new)
        anchors = [format_html('<span id="m{}"></span>', mark.number) for mark in new[1:]]
        here = {at for _char, at in chars}
        ending = [mark for mark in covering if self.last[mark.number] in here]
        if self.links:
            self.held += ending
            ending = []
        return format_html(
            '<mark class="fd {}"{}>{}{}{}</mark>',
            min((mark.look for mark in covering), key=_WORST.index),
            format_html(' id="m{}"', new[0].number) if new else "",
            mark_safe("".join(anchors)),  # noqa: S308 - made by format_html above
            text,
            mark_safe("".join(_number(mark) for mark in ending)),  # noqa: S308 - likewise
        )


def in_text(text: str, marks: Iterable[Mark], *, offset: int = 0) -> Marked:
    """Plain text with its marks; `offset` is where this text begins in its field."""
    end = offset + len(text)
    inside = [m for m in marks if m.start < m.end and m.start < end and m.end > offset]
    ink = _Ink(inside, {m.number: min(m.end, end) - 1 for m in inside})
    # A finding that began in an earlier line already has its anchor there.
    ink.begun.update(m.number for m in inside if m.start < offset)
    written = ink.write([(char, offset + n) for n, char in enumerate(text)])
    return Marked(_safe(written), frozenset(m.number for m in inside))


def in_html(html: str, marks: Iterable[Mark], *, sources: int = 0) -> Marked:
    """A body's HTML with its marks, its source numbers leading to `#src1` and so on.

    Where the positions cannot be followed (a letter and its accent in two tags) nothing is marked
    and `numbers` is empty.
    """
    tokens = [token for token in _TOKEN.split(sanitise(html)) if token]
    nodes, text = _followed(tokens)
    sure = text == plain(html)
    inside = [m for m in marks if sure and m.start < m.end and m.start < len(text)]
    # Between paragraphs the plain text has line breaks that no node shows: look back from there.
    there = {at for node in nodes.values() for _char, at in node if at is not None}
    last = {m.number: _last(m, len(text), there) for m in inside}
    inside = [m for m in inside if last[m.number] >= 0]
    ink = _Ink(inside, last, sources=sources)
    out = []
    for index, token in enumerate(tokens):
        out.append(_tag(token, ink) if token.startswith("<") else ink.write(nodes[index]))
    return Marked(_safe("".join(out)), frozenset(m.number for m in inside))


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


def _followed(tokens: Sequence[str]) -> tuple[dict[int, list[tuple[str, int | None]]], str]:
    """For each text token its characters with their positions in the plain text; and that text.

    The same steps as `articles.lib.html.plain`, which a test holds against it.
    """
    nodes: dict[int, list] = {}
    paragraphs: list[list[list]] = [[]]
    for index, token in enumerate(tokens):
        if not token.startswith("<"):
            nodes[index] = [[char, None] for char in _SPACE.sub(" ", entities.unescape(token))]
            paragraphs[-1] += nodes[index]
        elif _name(token) == "br":
            paragraphs[-1].append(["\n", None])
        elif _name(token) in BLOCKS:
            paragraphs.append([])
    text, kept = "", [chars for chars in map(_stripped, paragraphs) if chars]
    for chars in kept:
        text += "\n\n" if text else ""
        for each in chars:
            each[1] = len(text)
            text += each[0]
    return {index: [tuple(each) for each in node] for index, node in nodes.items()}, text


def _last(mark: Mark, length: int, there: set[int]) -> int:
    """The last position of a mark that some node shows; -1 where none does."""
    wanted = range(min(mark.end, length) - 1, mark.start - 1, -1)
    return next((at for at in wanted if at in there), -1)


def _stripped(chars: list[list]) -> list[list]:
    """A paragraph without the spaces at the ends of its lines and the blanks at its own."""
    out: list[list] = []
    for is_break, run in groupby(chars, key=lambda each: each[0] == "\n"):
        line = list(run)
        out += line if is_break else _trimmed(line, " ")
    return _trimmed(out, None)


def _trimmed(chars: list[list], blanks: str | None) -> list[list]:
    text = "".join(each[0] for each in chars)
    left = len(text) - len(text.lstrip(blanks))
    return chars[left : left + len(text.strip(blanks))]


def _tag(token: str, ink: _Ink) -> str:
    closing, name = _NAME.match(token).groups()
    if name == "a":
        ink.links += -1 if closing else 1
        return token + (ink.released() if closing else "")
    if name in _HEADINGS:
        return f"<{closing}{_HEADINGS[name]}>"
    return token


def _name(token: str) -> str:
    return _NAME.match(token)[2]


def _number(mark: Mark) -> SafeString:
    return format_html(
        '<sup><a href="#f{0}" aria-label="{1}">{0}</a></sup>', mark.number, mark.name
    )


def _safe(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - sanitised or escaped part by part


def spans(marks: Iterable[Mark], lines: Sequence[str]) -> Iterator[Marked]:
    """Lines of one field that were joined by a line break, each with its own marks."""
    marks, offset = list(marks), 0
    for line in lines:
        yield in_text(line, marks, offset=offset)
        offset += len(line) + 1
