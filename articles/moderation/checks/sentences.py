"""A text's paragraphs and sentences with their places in it."""

from collections.abc import Iterator

import regex

_PARAGRAPH = regex.compile(r"[^\n]+")
# After an end mark, closing quotes and source markers comes a space, or in Chinese and Japanese
# nothing at all. 3.2% and Mr. Kim are no ends: a digit or a short title stands before the point.
_END = regex.compile(
    r"(?:[.?!…]+[\"'”’)\]」』]{0,2}(?:\s?\[\d{1,3}\]){0,4}(?=\s|$)|[。？！]+[”’」』）]{0,2})"
)
_ABBREVIATED = regex.compile(
    r"(?:^|[\s(“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Sen|Rep|Gov|Lt|Col|No|vs|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|U\.N|D\.C|a\.m|p\.m|e\.g|i\.e|\d{1,4})\.$"
)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The span of every line that holds anything, without the space around it."""
    for found in _PARAGRAPH.finditer(text):
        line = found.group()
        bare = line.strip()
        if bare:
            start = found.start() + len(line) - len(line.lstrip())
            yield start, start + len(bare)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The span of every sentence; a paragraph's last may lack its end mark."""
    for left, right in paragraphs(text[start:end]):
        left, right = left + start, right + start
        began = left
        for found in _END.finditer(text, left, right):
            if _ABBREVIATED.search(text, max(left, found.end() - 7), found.end()):
                continue
            yield began, found.end()
            began = found.end()
            while began < right and text[began].isspace():
                began += 1
        if began < right:
            yield began, right
