"""The numbers a text names, as values: 1조 2,300억, 3.5bn, two million, 二十, Jan. 15, 절반.

Reading is generous (whatever may be meant is a value), because a number that is read too many
times costs nothing, and one that is missed raises a false alarm.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from .number_words import ENGLISH, HAN, KOREAN, MONTHS, SCALES

_DIGITS = r"\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d++(?:\.\d++)?"
# Longest first, so that 万亿 is not read as 万; a Latin scale must end its word.
_SCALE = "|".join(
    regex.escape(name) + (r"(?![a-zA-Z])" if name.isascii() else "")
    for name in sorted(SCALES, key=len, reverse=True)
)
_AMOUNT = regex.compile(rf"(?P<number>{_DIGITS})(?P<gap>[ \u00a0-]?)(?P<scale>{_SCALE})?", regex.I)
_NEXT = regex.compile(r"[ ,]{0,2}(?=\d)")
_CURRENCY = (
    ("KRW", r"원(?!유|자|인|래|칙|전|격|산|가)|₩|won\b|KRW\b|韩元|韓元|ウォン"),
    ("USD", r"달러|\$|US\$|dollars?\b|USD\b|美元|ドル"),
    ("JPY", r"엔(?!진|비|터|데|트)|¥|yen\b|JPY\b|日元|円"),
    ("EUR", r"유로|€|euros?\b|EUR\b|欧元|ユーロ"),
    ("CNY", r"위안|yuan\b|RMB\b|CNY\b|renminbi\b|人民币|人民元"),
    ("GBP", r"파운드|£|pounds?\b|GBP\b|英镑"),
    ("%p", r"%\s?p\b|%포인트|퍼센트포인트|percentage points?\b|个百分点"),
    ("%", r"%|퍼센트|프로(?!젝|그|그램|세|모|야|농|축|필|듀|토|선)|per ?cent\b|パーセント|％"),
)
_UNIT_AFTER = regex.compile(
    r"\s?(?:"
    + "|".join(f"(?P<u{number}>{pattern})" for number, (_unit, pattern) in enumerate(_CURRENCY))
    + ")",
    regex.I,
)
_UNIT_BEFORE = {"$": "USD", "₩": "KRW", "€": "EUR", "£": "GBP", "¥": "JPY"}
_WORDS = regex.compile(r"[a-z]+", regex.I)
_KOREAN = re.compile(
    f"(?=[{''.join(sorted({word[0] for word in KOREAN}))}])"
    f"(?:{'|'.join(sorted(map(re.escape, KOREAN), key=len, reverse=True))})"
)
_LONGEST_SUM = 60
_HANGUL_NUMBER = regex.compile(r"(?<![가-힣])[일이삼사오육칠팔구십백천만억]{2,8}(?=\s?[가-힣])")
_HAN_NUMBER = regex.compile(r"[一二三四五六七八九十百千万亿億兆〇零两]{1,12}")


@dataclass(frozen=True)
class Figure:
    """One number. `step` is the worth of its last written digit: 1조 2,300억 is exact to 1억."""

    value: float
    step: float
    unit: str
    start: int
    end: int


def written(text: str) -> Iterator[Figure]:
    """Numbers in digits, with what 만, 억, 조, million and their like make of them; 1조 2,300억
    is one number."""
    at = 0
    while found := _AMOUNT.search(text, at):
        start, end = found.span()
        number = found["number"]
        scale = SCALES[found["scale"].casefold()] if found["scale"] else 1
        if found["gap"] and not found["scale"]:
            end = found.end("number")
        elif found["gap"] == " " and len(found["scale"] or "") == 1 and found["scale"].isascii():
            scale, end = 1, found.end("number")  # "5 m" is no million
        value, step = _times(number, scale), _step(number) * scale
        if scale in (1e2, 1e3) and (whole := _AMOUNT.match(text, end)) and whole["scale"]:
            larger = SCALES[whole["scale"].casefold()]
            if larger >= 1e4:  # 5천200만
                value = (value + _times(whole["number"], 1)) * larger
                step, end, scale = _step(whole["number"]) * larger, whole.end(), larger
        last = scale
        while last > 1 and (gap := _NEXT.match(text, end)):
            more = _AMOUNT.match(text, gap.end())
            if not more or (more["gap"] and more["scale"]):
                break
            scale = SCALES[more["scale"].casefold()] if more["scale"] else 1
            if scale >= last or _times(more["number"], scale) >= last:
                break
            if scale == 1 and "," in text[end : gap.end()]:
                break
            value += _times(more["number"], scale)
            step, end = (
                _step(more["number"]) * scale,
                more.end() if more["scale"] else more.end("number"),
            )
            last = scale
        yield Figure(value, step, _unit(text, start, end), start, end)
        at = end


def values(text: str) -> dict[float, set[str]]:
    """Every value that a text may name, with the units seen beside it."""
    seen: dict[float, set[str]] = {}
    for figure in written(text):
        seen.setdefault(figure.value, set()).add(figure.unit)
        if figure.end - figure.start < _LONGEST_SUM:
            for value in _parts(text, figure):
                seen.setdefault(value, set())
    for value in _spelled(text):
        seen.setdefault(value, set())
    return seen


def _parts(text: str, figure: Figure) -> Iterator[float]:
    """What a sum is made of stands for itself too; so does 5 in “5 m”, which may be a million."""
    for found in _AMOUNT.finditer(text, figure.start, figure.end + 2):
        if found.start() < figure.end and found["scale"]:
            yield _times(found["number"], 1)
            yield _times(found["number"], SCALES[found["scale"].casefold()])
        elif found.start() < figure.end:
            yield _times(found["number"], 1)


def _spelled(text: str) -> Iterator[float]:
    """Numbers in words."""
    if text.isascii() or _WORDS.search(text):
        yield from _english(text)
    for found in _KOREAN.finditer(text):
        yield KOREAN[found.group()]
    for found in _HANGUL_NUMBER.finditer(text):
        yield _positional(found.group(), "일이삼사오육칠팔구")
    for found in _HAN_NUMBER.finditer(text):
        run = found.group().replace("两", "二")
        yield _positional(run, "一二三四五六七八九")


def _english(text: str) -> Iterator[float]:
    total, began = 0.0, False
    for found in _WORDS.finditer(text):
        word = found.group().casefold()
        if word in MONTHS:
            yield MONTHS[word]
        if word not in ENGLISH:
            if began and word != "and":
                yield total
                total, began = 0.0, False
            continue
        value = ENGLISH[word]
        yield value
        if value >= 100 and began and word != "half":
            total *= value
        else:
            total += value
        began = True
    if began:
        yield total


def _positional(run: str, digits: str) -> float:
    """이십삼만 is 230,000; 二〇二六 is 2026."""
    if all(char in digits + "〇零" for char in run):
        return float(int("".join(str(digits.find(char) + 1) for char in run)))
    total = part = digit = 0
    for char in run:
        if char in digits:
            digit = digits.index(char) + 1
        elif char in HAN and HAN[char] < 10_000:
            part += (digit or 1) * HAN[char]
            digit = 0
        elif char in HAN:
            total += ((part + digit) or 1) * HAN[char]
            part = digit = 0
    return float(total + part + digit)


def _times(number: str, scale: float) -> float:
    """Through a decimal text, so that 1.1조 is 1,100,000,000,000 and nothing beside it."""
    return float(f"{float(number.replace(',', '')[:30]) * scale:.12g}")


def _step(number: str) -> float:
    _whole, _point, decimals = number.partition(".")
    return 10.0 ** -len(decimals)


def _unit(text: str, start: int, end: int) -> str:
    found = _UNIT_AFTER.match(text, end)
    if found:
        return _CURRENCY[int((found.lastgroup or "u0")[1:])][0]
    before = text[max(0, start - 1) : start]
    return _UNIT_BEFORE.get(before, "")
