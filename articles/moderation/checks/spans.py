"""Where things stand in a text: the word around an offset, and what brackets enclose."""

import regex

_PAIRS = dict(("()", "[]", "（）", "［］", "〈〉", "《》", "「」", "『』"))
_QUOTES = {"“": "”", "‘": "’"}
_MATCHING = {**_PAIRS, **_QUOTES}
_CLOSING = frozenset(_MATCHING.values())
_HANGUL = regex.compile(r"\p{Hangul}")
# A bracket that encloses more than this is a sentence in brackets, and is checked like any other.
_LONGEST_GLOSS = 40
_EDGES = "“”‘’\"'.,!?…:;()[]（）「」『』《》〈〉·"
_BLANK = regex.compile(r"[\s\p{Z}]")


def word_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The run of non-space characters around a span, without punctuation at its edges."""
    left, right = start, end
    while left > 0 and start - left < 40 and not _BLANK.match(text[left - 1]):
        left -= 1
    while right < len(text) and right - end < 40 and not _BLANK.match(text[right]):
        right += 1
    while left < start and text[left] in _EDGES:
        left += 1
    while right > end and text[right - 1] in _EDGES:
        right -= 1
    return left, right


def enclosed(text: str) -> list[bool]:
    """For each character, whether it is cited: in short brackets, or in quotes without Hangul.

    So 쑨동(孫東) and ‘夜に駆ける’ are cited; somebody’s words, “전반에嵌入하는”, are not.
    """
    inside = [False] * len(text)
    waiting: list[tuple[str, int]] = []
    for index, char in enumerate(text):
        if char == "\n":
            waiting.clear()
        elif char in _MATCHING:
            waiting.append((_MATCHING[char], index))
        elif char in _CLOSING and waiting and waiting[-1][0] == char:
            began = waiting.pop()[1]
            short = index - began <= _LONGEST_GLOSS + 1
            if short and (text[began] in _PAIRS or not _HANGUL.search(text, began, index)):
                inside[began : index + 1] = [True] * (index + 1 - began)
    return inside
