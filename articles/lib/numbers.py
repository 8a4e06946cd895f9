"""Numbers as a newsroom writes them: 1.2만 and 3억 in Korean, 1.2K in English; reading time; and
numbers as a browser sends them."""

from decimal import ROUND_HALF_UP, Decimal

_UNITS = {
    "ko": ((10**12, "조"), (10**8, "억"), (10**4, "만")),
    "ja": ((10**12, "兆"), (10**8, "億"), (10**4, "万")),
    "zh": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    "en": ((10**12, "T"), (10**9, "B"), (10**6, "M"), (10**3, "K")),
}
# Characters without spaces a minute (CJK), words a minute (the rest).
_CHARACTERS, _WORDS = 500, 230


def compact(n: int, language: str) -> str:
    """A count in few characters: one decimal below 100 units, none above (9,999, 1.2만, 345만)."""
    units = _UNITS.get(language[:2], _UNITS["en"])
    for index, (size, name) in enumerate(units):
        # 99,999,999 rounds to 10,000만, which is written 1억: ask the larger unit first.
        if _rounded(abs(n), size) >= 1 and (abs(n) >= size or _rolls_over(abs(n), units, index)):
            value = _rounded(n, size)
            return f"{value:,.0f}{name}" if value == value.to_integral() else f"{value:,.1f}{name}"
    return f"{n:,}"


def _rounded(n: int, size: int) -> Decimal:
    value = Decimal(n) / Decimal(size)
    step = Decimal("1") if abs(value) >= 100 else Decimal("0.1")
    return value.quantize(step, rounding=ROUND_HALF_UP)


def _rolls_over(n: int, units: tuple, index: int) -> bool:
    if index + 1 >= len(units):
        return False
    smaller = units[index + 1][0]
    return _rounded(n, smaller) * smaller >= units[index][0]


def reading_minutes(text: str, language: str) -> int:
    """Whole minutes, at least one: 500 characters without spaces (Korean), 230 words (English)."""
    words = text.split()
    if language[:2] in ("ko", "ja", "zh"):
        return max(1, round(sum(map(len, words)) / _CHARACTERS))
    return max(1, round(len(words) / _WORDS))


def row_number(text: str) -> int:
    """The number of a database row or of a form's line, as somebody sent it; 0 for all else.

    Eighteen digits fit a column of 64 bits; Python refuses to read more than 4,300.
    """
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else 0
