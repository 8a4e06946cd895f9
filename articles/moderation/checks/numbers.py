"""Numbers over a story that do not stand in it: 3.5조 in the headline, 2.5조 in the body.

Headline, standfirst and key points are compared with the body and the sources' texts. Rounded
numbers stand (2조 9,800억 is 3조), and so do years and dates that the body says in words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice

import regex

from .figures import Figure, values, written
from .item import MEDIUM, Found, Item

_MOST = 10
# What is no statement: (종합2보), [1보], D-30, 5·18, lists of reasons, names such as G20 or F-35.
_STRIPPED = regex.compile(
    r"[(\[<〈【](?:종합|속보|상보|단독|\d보|수정|업데이트|UPDATE|\d/\d)[^)\]>〉】]{0,12}[)\]>〉】]|[(\[]\d{1,2}[)\]]"
    r"|\bD[-+]\d+|(?<!\d)\d{1,2}[·ㆍ]\d{1,2}(?!\d)(?!%)|제\s?\d++(?=[가-힣\s])"
    r"|(?<!\d)\d++\s?(?:가지|문\s?\d++답|선\b|가지로|컷|줄 요약|分|Q&A)|(?<!\d)\d++(?:일문|문답)"
    r"|(?<![\d.,])\d{1,2} (?:things|ways|reasons|takeaways|questions|charts|tips|facts)\b"
    r"|(?<![\p{Latin}\p{N}])\p{Latin}[\p{Latin}.+-]{0,30}+\d[\p{Latin}\p{N}.+-]*+"
    r"|(?<![\p{L}\p{N}.,])\d++(?!(?:[kmbKMB]|bn|tn|mn|km|kg|cm|mm|pm|am|GW|MW|TB|GB)\b)[\p{Latin}]+\p{N}*+"
    r"|\[\d{1,3}\]"
)
_ADDRESS = regex.compile(r"https?://\S++|(?<!\S)[^\s@]{1,64}+@\S++")
# In Korean text, a number after a Latin word belongs to its name: Billboard Hot 100.
_LATIN_NAME = regex.compile(
    r"(?<![\p{L}\p{N}])\p{Lu}\p{Latin}++ \d++(?=\s\p{Hangul}|[’”'·)]|,(?!\d)|$)"
)
_HANGUL = regex.compile(r"\p{Hangul}")
_SUM = r"\s?[$₩€£¥]?$"
_NEAR = regex.compile(
    r"(?:약|무려|거의|nearly|almost|about|some|around|roughly|close to)" + _SUM, regex.I
)
_NEAR_AFTER = regex.compile(
    r"\s?(?:[가-힣%]{0,4}?(?:여|남짓|가량|가까|안팎|쯤|대\b|대로|대에|선\b|선을|선에|육박|수준|턱밑)"
    r"|or so\b|-odd\b)"
)
_OVER = regex.compile(r"(?:최소|over|more than|at least|above)" + _SUM, regex.I)
_OVER_AFTER = regex.compile(
    r"\s?(?:[가-힣%]{0,4}?\s?(?:이상|넘|초과|돌파|훌쩍)|\+|plus\b|or more\b)"
)
_UNDER = regex.compile(r"(?:최대|under|below|less than|fewer than|up to)" + _SUM, regex.I)
_UNDER_AFTER = regex.compile(r"\s?(?:[가-힣%]{0,4}?\s?(?:이하|미만|이내)|or less\b|or fewer\b)")
_RELATIVE_YEAR = regex.compile(
    r"올해|지난해|작년|내년|재작년|내후년|금년|이듬해|같은 해|전년|今年|去年|明年|来年|昨年"
    r"|\b(?:this|last|next|previous|following) year\b",
    regex.I,
)
_CENTURY = regex.compile(r"\s?(?:세기|世纪|世紀|(?:st|nd|rd|th)[ -]century)", regex.I)
_YEARS = range(1900, 2101)
# The same amount in another currency, or a share for a sum, is another statement.
_SIGNS = frozenset({"KRW", "USD", "JPY", "EUR", "CNY", "GBP", "%"})
_COUNTED = regex.compile(r"\s?(?:[가-힣]{1,3}|%p?|[a-z]{1,12})", regex.I)


def check(item: Item) -> Iterator[Found]:
    if not item.body.strip():
        return
    fields = (
        ("headline", item.headline),
        ("standfirst", item.standfirst),
        ("key_points", "\n".join(item.key_points)),
    )
    if not any(char.isdigit() for _name, text in fields for char in text):
        return
    known = Known("\n".join([item.body, *(one.text for one in item.source_texts)]))
    for field, text in fields:
        found = (_judged(field, text, figure, known) for figure in written(stripped(text)))
        yield from islice((one for one in found if one), _MOST)


class Known:
    """The numbers a text names, ready to be asked for one."""

    def __init__(self, text: str) -> None:
        self.units = values(text)
        self.sorted = sorted(self.units)
        self.relative_year = bool(_RELATIVE_YEAR.search(text))

    def has(self, figure: Figure, text: str) -> bool:
        """Whether one of them is this number, or is rounded to it. `text` is where it stands."""
        value = figure.value
        if value in self.units or self._has_year(figure, text):
            return True
        low, high = figure.step / 2, figure.step  # rounded, or cut off
        if value >= 1000 and value % 100 == 0:
            low, high = max(low, value * 0.015), max(high, value * 0.015)
        for kind in _looseness(figure, text):
            low = max(low, value * {"near": 0.1, "over": 0.02, "under": 0.5}[kind])
            high = max(high, value * {"near": 0.1, "over": 1.0, "under": 0.02}[kind])
        return self._between(value - low, value + high)

    def _has_year(self, figure: Figure, text: str) -> bool:
        value = figure.value
        if figure.step != 1:
            return False
        if value in _YEARS:
            return self.relative_year or value % 100 in self.units
        if value < 100 and _short_year(figure, text):
            return any(value + base in self.units for base in (1900, 2000))
        if value < 30 and _CENTURY.match(text, figure.end):
            return self._between((value - 1) * 100 - 1, value * 100 + 1)
        return False

    def _between(self, low: float, high: float) -> bool:
        return bisect_right(self.sorted, low) < bisect_left(self.sorted, high)


def stripped(text: str) -> str:
    """The text with everything that is no statement blanked out; places stay."""
    if "@" in text or "://" in text:
        text = _ADDRESS.sub(_blank, text)
    text = _STRIPPED.sub(_blank, text)
    return _LATIN_NAME.sub(_blank, text) if _HANGUL.search(text) else text


def _blank(found: regex.Match) -> str:
    return " " * len(found.group())


def _judged(field: str, text: str, figure: Figure, known: Known) -> Found | None:
    quote = text[figure.start : figure.end]
    place = {"place": field, "seen": quote + counted(text, figure)}
    if not known.has(figure, text):
        return _found("number_not_in_text", field, figure, quote, place)
    units = known.units.get(figure.value, set())
    if figure.unit in _SIGNS and units and figure.unit not in units and units <= _SIGNS:
        return _found("number_unit", field, figure, quote, place)
    return None


def _found(code: str, field: str, figure: Figure, quote: str, data: dict) -> Found:
    return Found(code, MEDIUM, field, figure.start, figure.end, quote, data=data)


def counted(text: str, figure: Figure) -> str:
    """What is counted, for the message: 3명, 3.2%, 2 million dollars."""
    found = _COUNTED.match(text, figure.end)
    return found.group() if found else ""


def _looseness(figure: Figure, text: str) -> Iterator[str]:
    """Whether the number is said to be near, over or under the exact one."""
    before = text[max(0, figure.start - 16) : figure.start]
    for kind, ahead, behind in (
        ("near", _NEAR, _NEAR_AFTER),
        ("over", _OVER, _OVER_AFTER),
        ("under", _UNDER, _UNDER_AFTER),
    ):
        if ahead.search(before) or behind.match(text, figure.end):
            yield kind


def _short_year(figure: Figure, text: str) -> bool:
    """’26, 26년, 60年代."""
    after, before = text[figure.end : figure.end + 1], text[max(0, figure.start - 1) : figure.start]
    return after in ("년", "年") or before in ("’", "'", "‘")
