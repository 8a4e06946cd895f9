"""A name that the house writes another way: its glossary says which, so the suggestion is sure."""

from collections.abc import Iterator

import regex

from .item import LOW, Found, Item, texts

# What may follow a name in Korean without becoming part of it.
_PARTICLES = (
    "은|는|이|가|을|를|의|에|에서|에게|에도|에는|와|과|도|로|으로|만|까지|부터|보다|처럼|이나|나|라는|이라는|이라고|라고|"
    "이다|였다|이었다|이며|며|인|들|들은|들이|측|측은|씨|씨는|씨가|식|산|發|발|행|에선|에서는|와의|과의|로의|으로의|로부터|에서의"
)
_MOST = 20
_HANGUL = regex.compile(r"[가-힣]$")


def check(item: Item) -> Iterator[Found]:
    terms = {
        variant: term.preferred
        for term in item.glossary
        for variant in term.variants
        if variant and variant != term.preferred
    }
    if not terms:
        return
    pattern = _pattern(terms, item.language)
    told = 0
    for field, text in texts(item):
        allowed = _preferred_spans(text, terms)
        for found in pattern.finditer(text):
            seen = found["term"]
            if any(
                start <= found.start("term") and found.end("term") <= end for start, end in allowed
            ):
                continue
            told += 1
            if told > _MOST:
                return
            preferred = terms[seen]
            data = {"seen": seen, "preferred": preferred}
            span = found.span("term")
            yield Found("glossary_variant", LOW, field, *span, seen, preferred, data)


def _pattern(terms: dict[str, str], language: str) -> regex.Pattern:
    words = "|".join(regex.escape(word) for word in sorted(terms, key=len, reverse=True))
    if language in ("zh", "ja"):
        return regex.compile(f"(?P<term>{words})")
    after = (
        rf"(?=(?:{_PARTICLES})?(?![\p{{L}}\p{{N}}]))" if language == "ko" else r"(?![\p{L}\p{N}])"
    )
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?P<term>{words}){after}")


def _preferred_spans(text: str, terms: dict[str, str]) -> list[tuple[int, int]]:
    """Where a preferred form holds a variant (선전시 and 선전), the variant is not told."""
    spans = []
    for preferred in {p for v, p in terms.items() if v in p}:
        at = text.find(preferred)
        while at >= 0:
            spans.append((at, at + len(preferred)))
            at = text.find(preferred, at + len(preferred))
    return spans
