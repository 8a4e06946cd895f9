"""A sentence or paragraph that stands in the body twice, as generators and copying leave them."""

from collections.abc import Iterator

import regex

from .item import HIGH, MEDIUM, Found, Item
from .sentences import paragraphs, sentences

# Shorter ones are repeated on purpose: refrains, “그는 이렇게 말했다.”
_LEAST, _LEAST_ASIAN = 25, 15
_SURE = 50
_MOST = 20
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")
_MARKER = regex.compile(r"\s?\[\d{1,3}\]")


def check(item: Item) -> Iterator[Found]:
    told = 0
    whole: list[tuple[int, int]] = []
    for found in _paragraphs(item):
        whole.append((found.start, found.end))
        told += 1
        yield found
        if told >= _MOST:
            return
    for found in _sentences(item):
        if any(start <= found.start and found.end <= end for start, end in whole):
            continue
        told += 1
        yield found
        if told >= _MOST:
            return


def _paragraphs(item: Item) -> Iterator[Found]:
    """Paragraphs of several sentences; of one, the sentence says it."""
    seen: set[str] = set()
    for start, end in paragraphs(item.body):
        text = item.body[start:end]
        letters = _letters(text)
        if len(letters) < _least(item):
            continue
        if letters in seen and len(list(sentences(item.body, start, end))) > 1:
            severity = HIGH if len(letters) >= _SURE else MEDIUM
            yield Found("doubled_paragraph", severity, "body", start, end, text)
        seen.add(letters)


def _sentences(item: Item) -> Iterator[Found]:
    seen: set[str] = set()
    before = (0, 0, "")
    for start, end in sentences(item.body):
        letters = _letters(item.body[start:end])
        if len(letters) >= _least(item) and letters in seen:
            # One directly after the other: which of the two goes makes no difference.
            twice = before[2] == letters and "\n" not in item.body[before[1] : start]
            began = before[0] if twice else start
            yield Found(
                "doubled_sentence",
                MEDIUM,
                "body",
                began,
                end,
                item.body[began:end],
                suggestion=item.body[start:end] if twice else "",
                data={"seen": item.body[start:end]},
            )
        else:
            before = (start, end, letters)
        seen.add(letters)


def _least(item: Item) -> int:
    return _LEAST if item.language == "en" else _LEAST_ASIAN


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", _MARKER.sub("", text)).casefold()
