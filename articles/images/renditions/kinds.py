"""Which copies a picture gets: named by what they are for, never wider than there are pixels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from articles.images import crops, pixels
from articles.images.renditions import cuts

CARD = "card"
MODERN = ("avif", "webp")


@dataclass(frozen=True)
class Step:
    """One width of one shape. The step that is `always` made may come out narrower than named."""

    kind: str
    width: int
    formats: tuple[str, ...]
    always: bool = False


LADDERS: Mapping[str, tuple[Step, ...]] = {
    "whole": (
        Step("w320", 320, MODERN),
        Step("w640", 640, (*MODERN, "jpeg"), always=True),
        Step("w960", 960, MODERN),
        Step("w1280", 1280, (*MODERN, "jpeg")),
        Step("w1920", 1920, MODERN),
    ),
    "wide": (
        Step("wide320", 320, MODERN),
        Step("wide640", 640, (*MODERN, "jpeg"), always=True),
        Step("wide960", 960, MODERN),
    ),
    CARD: (Step(CARD, 1200, ("jpeg",), always=True),),
}
# Enough for whoever sees the picture before the others are made.
FIRST = (("w640", "webp"), ("w640", "jpeg"), (CARD, "jpeg"))


@dataclass(frozen=True)
class Wanted:
    """A copy that should be there. `box` is None for the whole picture."""

    kind: str
    format: str
    width: int
    height: int
    box: cuts.Box | None = None

    @property
    def name(self) -> tuple[str, str]:
        return self.kind, self.format


def wanted(
    width: int,
    height: int,
    *,
    drawn: Mapping[str, Any] | None = None,
    focal: tuple[float, float] = (0.5, 0.5),
) -> list[Wanted]:
    """All copies of a picture of this upright size, in pixels."""
    found: list[Wanted] = []
    for shape, ladder in LADDERS.items():
        by_hand = (drawn or {}).get(shape)
        box = None
        if shape in crops.SHAPES:
            box = cuts.part(shape, (width, height), by_hand, focal)
        found += _of_shape(shape, ladder, width, height, box)
    return found


def decoded_width(width: int, height: int, copies: list[Wanted]) -> int:
    """How wide the picture must be decoded, in pixels, so that none of `copies` is enlarged."""
    needs = [c.width / (c.box.width if c.box else 1) for c in copies]
    return min(pixels.fitted((width, height), pixels.MOST)[0], round(max(needs, default=1)))


def shape_of(kind: str) -> str:
    """Its ladder's name; "" for a kind that is not made any more."""
    return next((s for s, ladder in LADDERS.items() if kind in {t.kind for t in ladder}), "")


def _of_shape(
    shape: str, ladder: tuple[Step, ...], width: int, height: int, box: cuts.Box | None
) -> Iterator[Wanted]:
    there = pixels.fitted((width, height), pixels.MOST)
    across = max(1, int(there[0] * box.width + 1e-6)) if box else there[0]
    for step in _climbed(ladder, across):
        size = pixels.fitted((width, height), step.width)
        if box:
            wide = min(step.width, across)
            size = wide, max(1, round(wide / crops.SHAPES[shape]))
        for format in step.formats:
            yield Wanted(step.kind, format, *size, box)


def _climbed(ladder: tuple[Step, ...], across: int) -> Iterator[Step]:
    """The steps that give something new: up to the first that reaches all the pixels there are."""
    below = 0
    for step in ladder:
        middle = next(each.width for each in ladder if each.always)
        smaller = step.width < middle and across > step.width
        larger = step.width > middle and across > below
        if step.always or smaller or larger:
            yield step
        below = step.width
