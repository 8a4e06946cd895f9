"""Letters of another script inside a word: 전반에嵌入하는, kana in Korean, Cyrillic in Latin.

A gloss in brackets, as in 쑨동(孫東), and the hanja that Korean headlines use are silent.
"""

from collections.abc import Iterator
from itertools import islice

import regex

from .hanja import PRESS, is_korean
from .item import HIGH, LOW, MEDIUM, Found, Item, texts
from .spans import enclosed, word_at

_HAN = regex.compile(r"\p{Han}+")
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}][\p{Hiragana}\p{Katakana}ー]*")
_ASIAN = regex.compile(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]+")
_HANGUL = regex.compile(r"\p{Hangul}")
_LATIN = regex.compile(r"\p{Latin}")
_LETTERS = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Greek}]{3,}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
# Greek that is written for itself in a Latin word (μg, β-, Δt) is left alone: only its doubles.
_GREEK_DOUBLE = regex.compile(r"[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινυρκ]")
# A story in the wrong language altogether needs one answer, not a thousand.
_MOST = 20


def check(item: Item) -> Iterator[Found]:
    for field, text in texts(item):
        if item.language == "ko":
            yield from islice(_in_korean(field, text), _MOST)
        elif item.language == "en":
            yield from islice(_in_english(field, text), _MOST)
        yield from islice(_doubles(field, text), _MOST)


def _in_korean(field: str, text: str) -> Iterator[Found]:
    if not (_HAN.search(text) or _KANA.search(text)):
        return
    gloss = enclosed(text)
    seen: set[tuple[int, int]] = set()
    for found in _HAN.finditer(text):
        if gloss[found.start()]:
            continue
        severity = _han_severity(text, found)
        if not severity:
            continue
        start, end = word_at(text, *found.span())
        if (start, end) not in seen:
            seen.add((start, end))
            yield _found("han_in_hangul", severity, field, text, (start, end), found.group())
    for found in _KANA.finditer(text):
        if gloss[found.start()]:
            continue
        before, after = _beside(text, found)
        touches = _HANGUL.match(before) or _HANGUL.match(after)
        start, end = word_at(text, *found.span())
        if (start, end) not in seen:
            seen.add((start, end))
            severity = HIGH if touches else MEDIUM
            yield _found("kana_in_korean", severity, field, text, (start, end), found.group())


def _han_severity(text: str, found: regex.Match) -> str:
    run = found.group()
    before, after = _beside(text, found)
    hangul_before, hangul_after = bool(_HANGUL.match(before)), bool(_HANGUL.match(after))
    touches = hangul_before or hangul_after
    if not is_korean(run):
        return HIGH if touches else MEDIUM
    inside = len(run) > 1 and hangul_before and hangul_after
    if not touches:
        return ""
    if all(char in PRESS for char in run):
        return MEDIUM if inside else ""
    return HIGH if inside else LOW


def _in_english(field: str, text: str) -> Iterator[Found]:
    gloss = enclosed(text)
    for found in _ASIAN.finditer(text):
        if gloss[found.start()]:
            continue
        before, after = _beside(text, found)
        if _LATIN.match(before) or _LATIN.match(after):
            span = word_at(text, *found.span())
            yield _found("foreign_in_english", HIGH, field, text, span, found.group())


def _doubles(field: str, text: str) -> Iterator[Found]:
    for found in _LETTERS.finditer(text):
        word = found.group()
        if len(_LATIN.findall(word)) < 2:
            continue
        odd = _CYRILLIC.findall(word) or _GREEK_DOUBLE.findall(word)
        if odd:
            seen = ", ".join(f"{char} (U+{ord(char):04X})" for char in dict.fromkeys(odd))
            yield _found("lookalike_letters", HIGH, field, text, found.span(), seen)


def _beside(text: str, found: regex.Match) -> tuple[str, str]:
    return text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]


def _found(
    code: str, severity: str, field: str, text: str, span: tuple[int, int], seen: str
) -> Found:
    start, end = span
    return Found(code, severity, field, start, end, text[start:end], data={"seen": seen})
