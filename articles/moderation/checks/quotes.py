"""Quotation marks and brackets that are opened and not closed, or closed with the wrong mark.

Advisory: quotations run over paragraphs, and lists number with a lone bracket.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from .item import LOW, Found, Item, texts
from .sentences import paragraphs

_BRACKETS = dict(("()", "[]", "（）", "［］", "〈〉", "《》", "「」", "『』", "【】"))
_OPENING = {**_BRACKETS, "“": "”", "‘": "’"}
_CLOSING = {close: open_ for open_, close in _OPENING.items()}
_QUOTES = '“”‘’"'
# 1) 가) a) and smileys close what nothing opened; 5'10", 12" and ’26 are no quotation marks.
_NUMBERING = regex.compile(r"(?:^|[\s(])(?:\d{1,3}|[a-zA-Z]|[가-하]|[ivx]{1,5})\)$")
_SMILEY = regex.compile(r"[:;=8]-?[()]$")
_INCHES = regex.compile(r"\d\"$")
_MOST = 10


@dataclass(frozen=True)
class _Open:
    mark: str
    at: int


def check(item: Item) -> Iterator[Found]:
    for field, text in texts(item):
        spans = list(paragraphs(text))
        told = 0
        for number, (start, end) in enumerate(spans):
            follows = text[spans[number + 1][0]] if number + 1 < len(spans) else ""
            for found in _paragraph(item.language, field, text, start, end, follows):
                told += 1
                if told > _MOST:
                    break
                yield found


def _paragraph(
    language: str, field: str, text: str, start: int, end: int, follows: str
) -> Iterator[Found]:
    waiting: list[_Open] = []
    straight = _straight(text, start, end)
    for at in range(start, end):
        char = text[at]
        if char in _OPENING:
            if char == "‘" and (language == "en" or not _opens(text, at)):
                continue
            if char in "([" and _SMILEY.search(text, max(start, at - 2), at + 1):
                continue
            waiting.append(_Open(char, at))
        elif char in _CLOSING:
            if _matched(waiting, char):
                continue
            if char == "’" or (char == ")" and _lone(text, start, at)):
                continue
            # ”…” : the first was turned the wrong way.
            turned = char == "”" and text.find("”", at + 1, end) > 0 and _opens(text, at)
            if turned:
                waiting.append(_Open("“", at))
            kind = "unbalanced_quote" if char in _QUOTES else "unbalanced_bracket"
            yield _found(kind, field, text, at, "“" if turned else "", _CLOSING[char])
    for one in waiting:
        if one.mark == "“" and follows in ("“", '"'):
            continue  # A quotation that goes on is opened again in its next paragraph.
        if one.mark == "“" and len(straight) == 1 and straight[0] > one.at:
            yield _found("unbalanced_quote", field, text, straight[0], "”", "“")
            straight = []
            continue
        kind = "unbalanced_quote" if one.mark in _QUOTES else "unbalanced_bracket"
        yield _found(kind, field, text, one.at, "", _OPENING[one.mark])
    if len(straight) % 2 and follows not in ("“", '"'):
        yield _found("unbalanced_quote", field, text, straight[-1], "", '"')


def _straight(text: str, start: int, end: int) -> list[int]:
    return (
        [
            at
            for at in range(start, end)
            if text[at] == '"' and not _INCHES.search(text, max(start, at - 1), at + 1)
        ]
        if '"' in text[start:end]
        else []
    )


def _matched(waiting: list[_Open], close: str) -> bool:
    """Take the nearest opening mark off; what stands open above it stays."""
    for index in range(len(waiting) - 1, max(-1, len(waiting) - 20), -1):
        if waiting[index].mark == _CLOSING[close]:
            del waiting[index]
            return True
    return False


def _opens(text: str, at: int) -> bool:
    """Whether a mark stands where one is opened: before a letter, after a space or a bracket."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([“‘") and after[:1].isalpha()


def _lone(text: str, start: int, at: int) -> bool:
    window = max(start, at - 7)
    return bool(_NUMBERING.search(text, window, at + 1) or _SMILEY.search(text, window, at + 1))


def _found(code: str, field: str, text: str, at: int, suggestion: str, other: str) -> Found:
    data = {"seen": text[at], "other": other, "near": _near(text, at)}
    return Found(code, LOW, field, at, at + 1, text[at], suggestion, data)


def _near(text: str, at: int) -> str:
    """A few words around, so that the message can be read without the text."""
    line = text[max(0, at - 12) : at + 24].split("\n")
    return max(line, key=len).strip()
