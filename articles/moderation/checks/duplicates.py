"""The same story again: most of its text stands in another one, live or in the queue.

Compared by the pairs of five characters that two texts share (without spaces), against the shorter
of the two. From six tenths on it is the same text, from three tenths on the same event. Only the
few that share most of the places sampled are compared in full, so the cost has a bound.
"""

from collections.abc import Iterator

from .item import LOW, MEDIUM, Found, Item, Other

SIZE = 5
SAME, EVENT = 0.6, 0.3
# Shorter texts share their phrases by chance.
LEAST = 120
_SAMPLES, _MOST_SAMPLES, _SAMPLE, _LEAST_HITS, _MOST_COMPARED = 20, 300, 8, 2, 6
_MOST_READ, _MOST = 20_000, 5


def check(item: Item) -> Iterator[Found]:
    text = packed(item.body)
    if len(text) < LEAST or not item.others:
        return
    places = _grams(text, _SAMPLE)
    sampled = ((_sampled(places, len(text), o.text[:_MOST_READ]), o) for o in item.others)
    likely = sorted((p for p in sampled if p[0] >= _LEAST_HITS), key=lambda pair: -pair[0])
    if not likely:
        return
    own = _grams(text)
    compared = [(_share(own, len(text), other), other) for _hits, other in likely[:_MOST_COMPARED]]
    alike = [pair for pair in compared if pair[0] >= EVENT]
    told: set[str] = set()
    for share, other in sorted(alike, key=lambda pair: -pair[0]):
        if other.key in told or len(told) >= _MOST:  # in the queue and live at once
            continue
        told.add(other.key)
        kind = "same" if share >= SAME else "event"
        data = {"kind": kind, "article": other.key, "percent": round(share * 100)}
        if other.headline:
            data["headline"] = other.headline
        else:
            data["kind"] = f"{kind}_elsewhere"
        yield Found(
            "near_duplicate", MEDIUM if kind == "same" else LOW, "body", 0, 0, "", data=data
        )


def packed(text: str) -> str:
    """Without spaces and capitals: what was only spaced anew is the same."""
    return "".join(text[:_MOST_READ].split()).casefold()


def _sampled(own: set[str], size: int, text: str) -> int:
    """At how many of some places, spread over the other text, the own one (of `size`) has the same.

    The other text is not packed for it: there are hundreds, and most share nothing.
    """
    places = min(_MOST_SAMPLES, _SAMPLES * max(1, len(text) // size))
    step = max(1, len(text) // places)
    found = 0
    for at in range(0, len(text), step):
        # Spaces and line ends only: a rarer space costs one sample, and there are others.
        near = text[at : at + 2 * _SAMPLE].replace(" ", "").replace("\n", "")
        found += near[:_SAMPLE].casefold() in own
    return found


def _share(own: set[str], size: int, other: Other) -> float:
    """How much of the shorter of the two stands in the longer; `size` is the length of the own."""
    text = packed(other.text)
    if len(text) < LEAST:
        return 0.0
    # Every third is enough: a tenth of a share more or less decides nothing.
    places = range(0, len(text) - SIZE + 1, 3)
    shared = sum(text[at : at + SIZE] in own for at in places) / len(places)
    return min(1.0, shared * max(1.0, len(text) / size))


def _grams(text: str, size: int = SIZE) -> set[str]:
    return {text[at : at + size] for at in range(len(text) - size + 1)}
