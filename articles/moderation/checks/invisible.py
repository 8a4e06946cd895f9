"""Characters nobody sees: zero-width, direction controls, tags, fillers, broken or loose letters.

They come from copied pages and from generators, break search and links, and can make a text read
differently from what it says. What emoji and Persian or Indic words need is left alone.
"""

import re
from collections.abc import Iterator

import regex

from articles.lib.hangul import nfc

from .item import HIGH, LOW, MEDIUM, Found, Item, texts
from .spans import word_at

_KINDS = {
    "direction_control": (HIGH, "[\u202a-\u202e\u2066-\u2069]"),
    "tag_characters": (HIGH, "[\U000e0000-\U000e007f]"),
    "broken_character": (HIGH, "[\ufffd\ufffe\uffff]"),
    "hangul_filler": (HIGH, "[\u115f\u1160\u3164\uffa0]"),
    "loose_jamo": (
        MEDIUM,
        "[\u1100-\u115e\ua960-\ua97c][\u1161-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff]?|[가-힣][\u11a8-\u11c2]",
    ),
    "invisible_character": (
        MEDIUM,
        "[\u200b-\u200f\u061c\u2060-\u2064\u206a-\u206f\ufeff\u180e\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]",
    ),
    "soft_hyphen": (LOW, "\u00ad"),
    "variation_selector": (LOW, "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"),
    "private_use": (LOW, r"[\p{Co}]"),
}
_ANY = regex.compile("|".join(f"(?P<{name}>(?:{kind[1]})++)" for name, kind in _KINDS.items()))
# Nearly every text has none of them: asked first, as one set, this costs next to nothing.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u1100-\u11ff\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ua960-\ua97c\ud7b0-\ud7fb\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufffd-\uffff"
    "\U000e0000-\U000e01ef\U000f0000-\U0010ffff]"
)
# A flag is 🏴 and tags; a family is joined by U+200D; a heart has a selector; all are one picture.
_EMOJI = regex.compile(
    r"\U0001F3F4[\U000E0020-\U000E007E]++\U000E007F"
    r"|[\p{Extended_Pictographic}\p{Regional_Indicator}0-9#*][\uFE0E\uFE0F\u20E3\U0001F3FB-\U0001F3FF]*+"
    r"(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F\U0001F3FB-\U0001F3FF]*+)*+"
)
_JOINED = regex.compile(
    r"[\p{Arabic}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Sinhala}\p{Malayalam}\p{M}]"
)
_HAN = regex.compile(r"\p{Han}")
# Enough to show a moderator what happened; a text full of them needs one answer, not a thousand.
_MOST = 20


def check(item: Item) -> Iterator[Found]:
    for field, text in texts(item):
        if _SUSPECT.search(text):
            yield from _field(field, text)


def _field(field: str, text: str) -> Iterator[Found]:
    emoji = [found.span() for found in _EMOJI.finditer(text) if len(found.group()) > 1]
    at, told, last_word = 0, 0, (-1, -1, "")
    for found in _ANY.finditer(text):
        start, end = found.span()
        while at < len(emoji) and emoji[at][1] <= start:
            at += 1
        if at < len(emoji) and emoji[at][0] <= start < emoji[at][1]:
            continue
        kind = found.lastgroup or ""
        if _needed(kind, text, start, end):
            continue
        left, right = word_at(text, start, end)
        if (left, right, kind) == last_word or told >= _MOST:
            continue
        last_word, told = (left, right, kind), told + 1
        chars = dict.fromkeys(f"U+{ord(char):04X}" for char in found.group())
        word = text[left:right]
        yield Found(
            kind,
            _KINDS[kind][0],
            field,
            left,
            right,
            word,
            suggestion="" if kind in ("broken_character", "private_use") else _cleaned(word),
            data={"chars": ", ".join(chars)},
        )


def _needed(kind: str, text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if kind == "invisible_character" and text[start:end] in ("\u200c", "\u200d"):
        return bool(_JOINED.match(before) and _JOINED.match(after))
    # A selector after Han chooses the form of a name's character (葛󠄀): that is meant.
    return kind == "variation_selector" and bool(_HAN.match(before))


def _cleaned(word: str) -> str:
    """The word as it was meant: jamo joined into syllables, the unseen left out."""
    return _ANY.sub(lambda m: nfc(m.group()) if m.lastgroup == "loose_jamo" else "", word)
