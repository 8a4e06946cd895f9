"""Where a cut-out lies; without the database."""

import pytest

from articles.images import crops


@pytest.mark.parametrize(
    ("size", "focal", "shape", "box"),
    [
        ((1600, 900), (0.5, 0.5), "wide", (0, 0, 1, 1)),
        ((1600, 1800), (0.5, 0.5), "wide", (0, 0.25, 1, 0.5)),
        ((1600, 1800), (0.5, 0.0), "wide", (0, 0, 1, 0.5)),
        ((1600, 1800), (0.5, 0.9), "wide", (0, 0.5, 1, 0.5)),
        ((3200, 900), (0.1, 0.5), "wide", (0, 0, 0.5, 1)),
        ((3200, 900), (0.6, 0.5), "wide", (0.35, 0, 0.5, 1)),
        ((1200, 630), (0.2, 0.2), "card", (0, 0, 1, 1)),
    ],
)
def test_without_a_drawing_it_lies_around_the_focal_point(size, focal, shape, box):
    assert crops.around(size, focal, shape) == pytest.approx(box)


def test_the_height_follows_from_the_shape():
    assert crops.drawn((1600, 1800), "wide", 0.1, 0.2, 0.5) == pytest.approx((0.1, 0.2, 0.5, 0.25))


def test_a_hair_over_the_edge_is_moved_back():
    left, _top, width, _height = crops.drawn((1600, 900), "wide", 0.5004, 0, 0.5)
    assert left + width <= 1


@pytest.mark.parametrize("corner", [(0.6, 0, 0.5), (0, 0.6, 0.5), (-0.1, 0, 0.5), (0, 0, 0.05)])
def test_outside_the_picture_or_too_narrow_is_no_cut_out(corner):
    with pytest.raises(ValueError):
        crops.drawn((1600, 900), "wide", *corner)


@pytest.mark.parametrize("width", [0.1, 0.37, 0.61803, 1.0])
def test_what_was_drawn_is_sound(width):
    box = crops.drawn((4000, 3000), "wide", 0, 0, width)
    assert crops.sound((4000, 3000), {"wide": box})
