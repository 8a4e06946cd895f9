"""The parts that are cut out, without a picture: never outside it, never distorted."""

import itertools
import math

import pytest

from articles.images.crops import SHAPES
from articles.images.renditions import cuts

SIZES = [
    (6000, 4000), (4000, 6000), (1920, 1080), (1200, 630), (1, 1), (1, 5000), (5000, 1), (2, 3),
    (16, 9), (60, 40_000),
]  # fmt: skip
POINTS = [0, 0.0001, 0.25, 0.5, 0.9999, 1, -3, 7, math.nan, math.inf]
DRAWINGS = [
    None, [0.1, 0.1, 0.5, 0.5], [0, 0, 1, 1], [-1, -1, 3, 3], [0.9, 0.9, 0.5, 0.5], [0.2, 0.2, 0, 0],
    [0.5, 0.5, 1e-9, 1e-9], [0, 0, 1, 0.01], "wide", [1, 2], [math.nan] * 4, {"left": 1}, [2, 2, 1, 1],
]  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_cut_is_inside_the_picture_and_of_its_shape(shape, size):
    for drawn, x, y in itertools.product(DRAWINGS, POINTS, POINTS):
        left, top, right, lower = cuts.part(shape, size, drawn, (x, y)).pixels(*size)
        assert 0 <= left < right <= size[0] and 0 <= top < lower <= size[1]
        assert math.isclose((right - left) / (lower - top), SHAPES[shape], rel_tol=1e-6)


@pytest.mark.parametrize(
    ("size", "focal", "left", "top"),
    [
        ((3200, 900), (0.5, 0.5), 800, 0),
        ((3200, 900), (0.0, 0.5), 0, 0),
        ((3200, 900), (1.0, 0.5), 1600, 0),
        ((3200, 900), (0.3, 0.9), 160, 0),
        ((1600, 1800), (0.5, 0.5), 0, 450),
        ((1600, 1800), (0.5, 0.0), 0, 0),
        ((1600, 1800), (0.5, 1.0), 0, 900),
        ((1600, 900), (0.9, 0.1), 0, 0),
    ],
)
def test_a_cut_follows_the_focal_point_as_far_as_the_edges_allow(size, focal, left, top):
    found = cuts.part("wide", size, None, focal).pixels(*size)
    assert found == pytest.approx((left, top, left + 1600, top + 900))


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ([0.25, 0.25, 0.5, 0.5], (400, 225, 1200, 675)),
        # Too high for its shape: the middle of it.
        ([0.25, 0.0, 0.5, 1.0], (400, 225, 1200, 675)),
        # Over the edge: what is inside.
        ([0.5, 0.5, 0.9, 0.9], (800, 450, 1600, 900)),
    ],
)
def test_what_was_drawn_goes_before_the_focal_point(drawn, expected):
    found = cuts.part("wide", (1600, 900), drawn, (0.0, 0.0)).pixels(1600, 900)
    assert found == pytest.approx(expected)
