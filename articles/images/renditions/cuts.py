"""The parts that are cut out: what was drawn by hand, made fit to cut, or around the focal point."""

import math
from dataclasses import dataclass

from articles.images import crops


@dataclass(frozen=True)
class Box:
    """A part of a picture, in fractions of its upright width and height; never outside it."""

    left: float
    top: float
    width: float
    height: float

    def pixels(self, width: int, height: int) -> tuple[float, float, float, float]:
        """Left, upper, right and lower edge in a picture of this size."""
        right = min(1.0, self.left + self.width) * width
        lower = min(1.0, self.top + self.height) * height
        return self.left * width, self.top * height, right, lower


def part(
    shape: str, size: tuple[int, int], drawn: object = None, focal: tuple[float, float] = (0.5, 0.5)
) -> Box:
    """What to cut out of a picture of `size` for a shape. A drawing that is no rectangle of at
    least one pixel counts as none; a focal point off the picture is the nearest one on it."""
    found = _of_drawing(drawn, size, crops.SHAPES[shape])
    if found is None:
        x, y = (_inside(each) if math.isfinite(each) else 0.5 for each in focal)
        found = Box(*crops.around(size, (x, y), shape))
    return found


def _of_drawing(value: object, size: tuple[int, int], ratio: float) -> Box | None:
    """`value`, [left, top, width, height], brought inside the picture and to `ratio` around its
    own middle: no copy is ever distorted."""
    if not isinstance(value, list | tuple) or len(value) != 4:
        return None
    if not all(isinstance(each, int | float) and math.isfinite(each) for each in value):
        return None
    left, top = _inside(value[0]), _inside(value[1])
    across = _inside(value[0] + value[2]) - left
    down = _inside(value[1] + value[3]) - top
    if across * size[0] < 1 or down * size[1] < 1:
        return None
    wide = min(across, ratio * down * size[1] / size[0])
    high = min(down, across * size[0] / ratio / size[1])
    return Box(left + (across - wide) / 2, top + (down - high) / 2, wide, high)


def _inside(value: float) -> float:
    return max(0.0, min(float(value), 1.0))
