"""A body's HTML followed to its plain text: which character of which text node stands where. Pure.

The same steps as `articles.lib.html.plain`, which tests hold against it.
"""

import html as entities
import re
from collections.abc import Sequence
from itertools import groupby

from articles.lib.html import BLOCKS, sanitise

# Sanitised HTML is well-formed and its attributes are in double quotes, so a tag is one token.
_TOKEN = re.compile(r'(<(?:[^<>"]++|"[^"]*+")*+>)')
_NAME = re.compile(r"<(/?)([a-z0-9]+)")
_SPACE = re.compile(r"[ \t\n\r\f]+")

Node = list[tuple[str, int | None]]


def tokens(html: str) -> list[str]:
    """Tags and the text between them, of HTML that is sanitised first."""
    return [token for token in _TOKEN.split(sanitise(html)) if token]


def is_tag(token: str) -> bool:
    return token.startswith("<")


def tag(token: str) -> tuple[str, str]:
    """("/" or "", name) of a tag."""
    closing, name = _NAME.match(token).groups()
    return closing, name


def followed(tokens: Sequence[str]) -> tuple[dict[int, Node], str]:
    """For each text token its characters with their positions in the plain text; and that text.

    Runs of white space count as the one space they are shown as; a position is None where the
    plain text does not have the character.
    """
    nodes: dict[int, list] = {}
    paragraphs: list[list[list]] = [[]]
    for index, token in enumerate(tokens):
        if not is_tag(token):
            nodes[index] = [[char, None] for char in _SPACE.sub(" ", entities.unescape(token))]
            paragraphs[-1] += nodes[index]
        elif tag(token)[1] == "br":
            paragraphs[-1].append(["\n", None])
        elif tag(token)[1] in BLOCKS:
            paragraphs.append([])
    text, kept = "", [chars for chars in map(_stripped, paragraphs) if chars]
    for chars in kept:
        text += "\n\n" if text else ""
        for each in chars:
            each[1] = len(text)
            text += each[0]
    return {index: [tuple(each) for each in node] for index, node in nodes.items()}, text


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
