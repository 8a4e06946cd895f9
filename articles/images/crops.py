"""Where a cut-out of a picture lies: drawn by hand, or around the focal point. Pure.

A cut-out is (left, top, width, height) as fractions of the upright picture.
"""

from collections.abc import Mapping, Sequence
from typing import Any

SHAPES = {"wide": 16 / 9, "card": 1200 / 630}
NARROWEST = 0.1  # of the picture's width: less would be blown up beyond recognition
SLACK = 0.01  # what rounding may add to a side

Box = tuple[float, float, float, float]


def around(size: tuple[int, int], focal: tuple[float, float], shape: str) -> Box:
    """The largest cut-out of a shape, as near to the focal point as the picture allows."""
    across, down = _largest(size, shape)
    return (
        min(max(focal[0] - across / 2, 0.0), 1 - across),
        min(max(focal[1] - down / 2, 0.0), 1 - down),
        across,
        down,
    )


def drawn(size: tuple[int, int], shape: str, left: float, top: float, width: float) -> Box:
    """A cut-out from its corner and its width; the height follows from the shape.

    Raises ValueError where it is too narrow or does not lie inside the picture.
    """
    height = width * size[0] / SHAPES[shape] / size[1]
    if not width >= NARROWEST or min(left, top) < 0:
        raise ValueError
    if left + width > 1 + SLACK or top + height > 1 + SLACK:
        raise ValueError
    # Rounding may have pushed a side over the edge by a hair: the cut-out is moved, not bent.
    left, top = min(left, max(0.0, 1 - width)), min(top, max(0.0, 1 - height))
    return tuple(round(min(value, 1.0), 5) for value in (left, top, width, height))


def box(asset: Any, shape: str) -> Box:
    """The cut-out that is used for a picture: what was drawn, else what the focal point gives."""
    found = asset.crops.get(shape)
    if found:
        return tuple(found)
    size = (asset.width, asset.height)
    return around(size, (asset.focal_x, asset.focal_y), shape)


def sound(size: tuple[int, int], crops: Mapping[str, Sequence[float]]) -> bool:
    """Whether everything that was drawn is of a known shape, undistorted and inside the picture."""
    for shape, values in crops.items():
        if shape not in SHAPES or len(values) != 4:
            return False
        try:
            left, top, width, height = drawn(size, shape, *map(float, values[:3]))
        except (ValueError, TypeError):
            return False
        if abs(height - values[3]) > SLACK:
            return False
    return True


def _largest(size: tuple[int, int], shape: str) -> tuple[float, float]:
    """Width and height of the largest cut-out of a shape, as fractions."""
    own = size[0] / size[1]
    return (1.0, own / SHAPES[shape]) if own < SHAPES[shape] else (SHAPES[shape] / own, 1.0)
