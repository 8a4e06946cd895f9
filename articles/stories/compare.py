"""What differs between two texts and two snapshots of an article. Pure; nothing here is HTML.

Word by word; in Korean the noun and its particle are compared apart. The work has a bound: texts
that differ too much are shown as wholly replaced.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import regex

from articles.lib.html import plain

# The most insertions and removals that are looked for; work grows with length times this.
MOST_EDITS = 600
MOST_PAIRS = 900
ALIKE = 0.3
# A Korean word and the particle at its end are two: 차관은 against 장관은 differ in the noun alone.
_PARTICLES = (
    "에게서|으로서|으로써|이라고|에서는|에게|에서|으로|부터|까지|이라|라고|보다|처럼|은|는|이|가|을|를"
    "|의|에|로|와|과|도|만|며"
)
_TOKEN = regex.compile(
    rf"\s+|\p{{Hangul}}{{2,}}?(?=(?:{_PARTICLES})(?!\p{{Hangul}}))|[\p{{L}}\p{{M}}\p{{N}}]+|.",
    regex.S,
)


@dataclass(frozen=True)
class Piece:
    """A stretch of text: `op` is "same", "del" (only before) or "ins" (only after)."""

    op: str
    text: str


@dataclass(frozen=True)
class Line:
    """One paragraph before and after; an empty side means it was added or removed."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        return any(piece.op != "same" for piece in (*self.before, *self.after))


@dataclass(frozen=True)
class Difference:
    """Two revisions: every paragraph of the body; of the other fields only those that differ, as
    (name, before and after)."""

    body: tuple[Line, ...]
    fields: tuple[tuple[str, Line], ...]
    added: int
    removed: int

    @property
    def places(self) -> int:
        return sum(line.changed for line in self.body)

    @property
    def none(self) -> bool:
        return not self.places and not self.fields


def bodies(before: str, after: str) -> list[Line]:
    """Two bodies (HTML) paragraph by paragraph, as readers would meet their text."""
    return paragraphs(plain(before).split("\n\n"), plain(after).split("\n\n"))


def paragraphs(before: Sequence[str], after: Sequence[str]) -> list[Line]:
    """Two lists of paragraphs, those that are alike side by side."""
    lines: list[Line] = []
    gone: list[str] = []
    come: list[str] = []
    for op, text in [*_edits(before, after), ("same", None)]:
        if op == "del":
            gone.append(text)
        elif op == "ins":
            come.append(text)
        else:
            lines += _replaced(gone, come)
            gone, come = [], []
            if text:
                lines.append(Line((Piece("same", text),), (Piece("same", text),)))
    return lines


def words(before: str, after: str) -> Line:
    """Two short texts, word by word."""
    pieces = _joined(_edits(_TOKEN.findall(before), _TOKEN.findall(after)))
    return Line(
        tuple(_joined((p.op, p.text) for p in pieces if p.op != "ins")),
        tuple(_joined((p.op, p.text) for p in pieces if p.op != "del")),
    )


def counts(lines: Sequence[Line]) -> tuple[int, int]:
    """Characters added and removed, spaces left out."""
    added = sum(_length(piece) for line in lines for piece in line.after if piece.op == "ins")
    removed = sum(_length(piece) for line in lines for piece in line.before if piece.op == "del")
    return added, removed


def facts(snapshot: Mapping[str, Any]) -> dict[str, str]:
    """What else a revision says, by field, as text to be compared. Lists are one item a line."""
    said = {name: snapshot[name] for name in ("language", "section", "headline", "standfirst")}
    said["key_points"] = "\n".join(snapshot["key_points"])
    said["slug"] = snapshot["slug"]
    said["tags"] = ", ".join(snapshot["tags"])
    said["bylines"] = ", ".join(byline["name"] for byline in snapshot["bylines"])
    for image in snapshot["images"]:
        said["image"] = f"{image['asset']}"
        said["alt"] = image["alt"]
        said["caption"] = image["caption"]
        said["credit"] = image["credit"]
    said["sources"] = "\n".join(
        _said(s["outlet"], s["title"], s["url"], s["published_on"], s["checked_at"])
        for s in snapshot["sources"]
    )
    return said


def _said(*values: str | None) -> str:
    return " · ".join(value for value in values if value)


def _length(piece: Piece) -> int:
    return sum(not char.isspace() for char in piece.text)


def _edits(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, Any]]:
    """The shortest script from one list to the other (Myers 1986, greedy)."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    return [
        *(("same", item) for item in before[:head]),
        *_script(old, new),
        *(("same", item) for item in before[len(before) - tail :]),
    ]


def _script(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, Any]]:
    whole = [("del", item) for item in old] + [("ins", item) for item in new]
    if not old or not new:
        return whole
    reach, trace = {1: 0}, []
    for edits in range(min(len(old) + len(new), MOST_EDITS) + 1):
        trace.append(dict(reach))
        for k in range(-edits, edits + 1, 2):
            down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
            x = reach[k + 1] if down else reach[k - 1] + 1
            y = x - k
            while x < len(old) and y < len(new) and old[x] == new[y]:
                x, y = x + 1, y + 1
            reach[k] = x
            if x >= len(old) and y >= len(new):
                return _walked_back(old, new, trace)
    return whole


def _walked_back(
    old: Sequence[str], new: Sequence[str], trace: list[dict[int, int]]
) -> list[tuple[str, Any]]:
    script: list[tuple[str, Any]] = []
    x, y = len(old), len(new)
    for edits in range(len(trace) - 1, -1, -1):
        reach, k = trace[edits], x - y
        down = k == -edits or (k != edits and reach[k - 1] < reach[k + 1])
        came_x = reach[k + 1] if down else reach[k - 1]
        came_y = came_x - (k + 1 if down else k - 1)
        while x > max(came_x, 0) and y > max(came_y, 0):
            x, y = x - 1, y - 1
            script.append(("same", old[x]))
        if edits:
            script.append(("ins", new[came_y]) if down else ("del", old[came_x]))
            x, y = came_x, came_y
    return script[::-1]


def _joined(script: Any) -> list[Piece]:
    """Neighbours of one kind as one piece; of a replacement what is gone comes first."""
    out: list[Piece] = []
    for same, run in groupby(script, key=lambda edit: edit[0] == "same"):
        edits = list(run)
        if same:
            out.append(Piece("same", "".join(text for _, text in edits)))
            continue
        for op in ("del", "ins"):
            text = "".join(text for kind, text in edits if kind == op)
            if text:
                out.append(Piece(op, text))
    return out


def _replaced(gone: list[str], come: list[str]) -> list[Line]:
    """Removed and added paragraphs; those that are alike become one line."""
    lines, i, j = [], 0, 0
    for left, right in [*_alike(gone, come), (len(gone), len(come))]:
        lines += [Line((Piece("del", text),), ()) for text in gone[i:left] if text]
        lines += [Line((), (Piece("ins", text),)) for text in come[j:right] if text]
        if left < len(gone) and right < len(come):
            lines.append(words(gone[left], come[right]))
        i, j = left + 1, right + 1
    return lines


def _alike(gone: list[str], come: list[str]) -> list[tuple[int, int]]:
    """Which removed paragraph became which added one: in order, the most alike in sum."""
    if not gone or not come:
        return []
    if len(gone) * len(come) > MOST_PAIRS:
        return [(n, n) for n in range(min(len(gone), len(come)))]
    bags = [[set(_TOKEN.findall(text)) for text in side] for side in (gone, come)]
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
    for i in range(len(gone) + 1):
        for j in range(len(come) + 1):
            if not i or not j:
                best[i, j] = (0.0, ())
                continue
            one, other = bags[0][i - 1], bags[1][j - 1]
            share = 2 * len(one & other) / max(1, len(one) + len(other))
            options = [best[i - 1, j], best[i, j - 1]]
            if share >= ALIKE:
                score, pairs = best[i - 1, j - 1]
                options.append((score + share, (*pairs, (i - 1, j - 1))))
            best[i, j] = max(options, key=lambda option: option[0])
    return list(best[len(gone), len(come)][1])
