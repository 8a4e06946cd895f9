"""Words in quotation marks that the source does not hold.

Only the body is looked at (headlines shorten), and only against texts in its own language. A
quotation is in a source where at least four tenths of its neighbouring pairs (of characters in
Korean, Chinese and Japanese, of words in English) stand together in one stretch of it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import normalize

import regex

from .item import MEDIUM, Found, Item

_SHARE = 0.4
_WORD = re.compile(r"\w+")
_QUOTE = regex.compile(r"“([^“”\n]{6,1000})”|\"([^\"“”\n]{6,1000})\"|「([^「」\n]{6,1000})」")
# Fewer are a term in quotes, not a quotation.
_LEAST = {"en": 5}
_LEAST_PAIRS = 7
_MOST_PLACES = 2_000
# Places looked at for all quotations together; with more, a quotation counts as found where its
# pairs stand anywhere in the source.
_MOST_LOOKS = 200_000
_MOST = 20


def check(item: Item) -> Iterator[Found]:
    language = item.language
    texts = [one.text for one in item.source_texts if one.text and one.language == language]
    if not texts:
        return
    quotes = list(_QUOTE.finditer(item.body))
    source = [pair for text in texts for pair in (*_pairs(text, language), "")] if quotes else []
    places: dict[str, list[int]] = {}
    for index, pair in enumerate(source):
        places.setdefault(pair, []).append(index)
    told, looks = 0, 0
    shares: dict[tuple[str, ...], float] = {}
    for found in quotes:
        quote = found[1] or found[2] or found[3]
        pairs = _pairs(quote, language)
        if len(pairs) < _LEAST.get(language, _LEAST_PAIRS):
            continue
        share = shares.get(tuple(pairs))
        if share is None:
            wanted = set(pairs)
            share = len(wanted & places.keys()) / len(wanted)
            if share >= _SHARE and len(source) > 20 * len(pairs) and looks < _MOST_LOOKS:
                looks += sum(min(len(places.get(pair, ())), _MOST_PLACES) for pair in wanted)
                share = _best(wanted, 4 * len(pairs), places)
            shares[tuple(pairs)] = share
        if share < _SHARE:
            told += 1
            if told > _MOST:
                return
            data = {"seen": quote}
            yield Found("quote_not_in_source", MEDIUM, "body", *found.span(), found[0], data=data)


def _pairs(text: str, language: str) -> list[str]:
    words = _WORD.findall(normalize("NFKC", text).casefold())
    if language == "en":
        return [f"{left} {right}" for left, right in pairwise(words)]
    return [word[at : at + 2] for word in words for at in range(max(1, len(word) - 1))]


def _best(wanted: set[str], width: int, places: dict[str, list[int]]) -> float:
    """The best share in any stretch of `width`: a long source holds every pair somewhere."""
    hits = sorted((at, pair) for pair in wanted for at in places.get(pair, ())[:_MOST_PLACES])
    best, left = 0, 0
    inside: dict[str, int] = {}
    for at, pair in hits:
        inside[pair] = inside.get(pair, 0) + 1
        while at - hits[left][0] > width:
            gone = hits[left][1]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            left += 1
        best = max(best, len(inside))
    return best / len(wanted)
