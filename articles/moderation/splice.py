"""Replace a stretch of a body's plain text in its HTML, and nothing else. Pure."""

import html as entities
import os
import re

from articles.lib.html import plain, sanitise
from articles.moderation import follow

# One character of text as it stands in HTML: an entity, a run of white space, or itself.
_UNIT = re.compile(r"&(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);|[ \t\n\r\f]+|.", re.S)


def splice(html: str, start: int, end: int, text: str) -> str | None:
    """The HTML with `text` in place of the code points `start` to `end` of its plain text.

    Tags stay where they are, also those inside the stretch; the new text goes where it began, and
    what is then empty is removed. None where the positions cannot be followed, or where the result
    would not read as exactly that replacement (a stretch over the end of a paragraph).
    """
    tokens = follow.tokens(html)
    nodes, before = follow.followed(tokens)
    if before != plain(html) or not 0 <= start < end <= len(before):
        return None
    wanted = before[:start] + text + before[end:]
    start, end, text = _least(before, start, end, text)
    out, written = [], False
    for index, token in enumerate(tokens):
        if follow.is_tag(token):
            out.append(token)
            continue
        units, chars = _units(token, len(nodes[index])), nodes[index]
        for unit, (_char, at) in zip(units or _escaped(chars), chars, strict=True):
            if at is None or not start <= at < end:
                out.append(unit)
            elif not written:
                out.append(entities.escape(text, quote=False))
                written = True
    made = sanitise("".join(out))
    return made if written and _read(plain(made)) == _read(wanted) else None


def _least(before: str, start: int, end: int, text: str) -> tuple[int, int, str]:
    """The same change without what stays: a word that loses a character keeps its tags. Something
    of the old text is always in it, for the new text to stand in its place."""
    old = before[start:end]
    head = len(os.path.commonprefix([old, text]))
    tail = len(os.path.commonprefix([old[head:][::-1], text[head:][::-1]]))
    if head + tail == len(old):
        head, tail = (head - 1, tail) if head else (head, tail - 1)
    return start + head, end - tail, text[head : len(text) - tail]


def _units(token: str, length: int) -> list[str] | None:
    """The source of each character of a text node; None where they do not pair up."""
    units = _UNIT.findall(token)
    return units if len(units) == length else None


def _escaped(chars: follow.Node) -> list[str]:
    return [entities.escape(char, quote=False) for char, _at in chars]


def _read(text: str) -> list[str]:
    """Paragraphs as they are read: how many spaces stand between words makes no difference."""
    return [" ".join(each.split()) for each in text.split("\n\n") if each.strip()]
