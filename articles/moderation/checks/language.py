"""The language a field is written in against the language the story is declared to be in."""

import re
from collections.abc import Iterator

from articles.lib.html import plain

from .item import HIGH, MEDIUM, Found, Item, texts
from .script import Weights, weigh
from .sentences import paragraphs

# Names of firms and people stay Latin in Korean: a field is foreign only where almost nothing of
# the declared language is in it, and a paragraph only where it is long enough to be a sentence.
_LEAST_SHARE = 0.2
_PARAGRAPH = 60
_QUIET = ("key_points",)
_MARKED = re.compile(r'<span lang="[^"]*">([^<]*+)</span>')


def check(item: Item) -> Iterator[Found]:
    """Languages without a script of their own here (French, say) are not judged."""
    if item.language not in ("ko", "en", "zh", "ja"):
        return
    for field, text in texts(item):
        if field in _QUIET:
            continue
        weights = weigh(text)
        if _foreign(weights, item.language):
            severity = HIGH if field in ("headline", "standfirst", "body") else MEDIUM
            yield _found("language_mismatch", severity, field, 0, 0, text, weights, item)
        elif field == "body":
            yield from _paragraphs(item)


def _paragraphs(item: Item) -> Iterator[Found]:
    """Whole paragraphs left in another language, unless an editor marked them as such."""
    marked = {plain(each) for each in _MARKED.findall(item.body_html)}
    for start, end in paragraphs(item.body):
        paragraph = item.body[start:end]
        weights = weigh(paragraph)
        left = weights.amount >= _PARAGRAPH and weights.share(item.language) < 0.02
        if left and _foreign(weights, item.language) and paragraph not in marked:
            yield _found("paragraph_language", MEDIUM, "body", start, end, paragraph, weights, item)


def _foreign(weights: Weights, declared: str) -> bool:
    seen = weights.language
    if not seen or seen == declared or weights.share(declared) >= _LEAST_SHARE:
        return False
    # "Samsung Galaxy S26 Ultra" is a name in any language; a lower-case word makes it English.
    return seen != "en" or weights.words > 0


def _found(
    code: str,
    severity: str,
    field: str,
    start: int,
    end: int,
    quote: str,
    weights: Weights,
    item: Item,
) -> Found:
    data = {"declared": item.language, "seen": weights.language, "place": field.partition(":")[0]}
    return Found(code, severity, field, start, end, quote if end else "", data=data)
