"""Which copies there are, without a picture."""

import pytest

from articles.images import pixels
from articles.images.renditions import kinds


def named(width: int, height: int, shape: str, format: str, **more: object) -> dict[str, tuple]:
    found = kinds.wanted(width, height, **more)
    return {
        c.kind: (c.width, c.height)
        for c in found
        if kinds.shape_of(c.kind) == shape and c.format == format
    }


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (6000, {"w320": 320, "w640": 640, "w960": 960, "w1280": 1280, "w1920": 1920}),
        (1920, {"w320": 320, "w640": 640, "w960": 960, "w1280": 1280, "w1920": 1920}),
        (1281, {"w320": 320, "w640": 640, "w960": 960, "w1280": 1280, "w1920": 1281}),
        (1280, {"w320": 320, "w640": 640, "w960": 960, "w1280": 1280}),
        (800, {"w320": 320, "w640": 640, "w960": 800}),
        (640, {"w320": 320, "w640": 640}),
        (500, {"w320": 320, "w640": 500}),
        (320, {"w640": 320}),
        (1, {"w640": 1}),
    ],
)
def test_widths_follow_the_layout_and_end_with_the_picture(width, expected):
    found = named(width, 100, "whole", "avif")
    assert {kind: size[0] for kind, size in found.items()} == expected
    assert named(width, 100, "whole", "webp") == found
    assert named(width, 100, "whole", "jpeg").keys() == {"w640", "w1280"} & expected.keys()


@pytest.mark.parametrize(
    ("size", "wide", "card"),
    [
        ((6000, 4000), [(320, 180), (640, 360), (960, 540)], (1200, 630)),
        ((700, 2000), [(320, 180), (640, 360), (700, 394)], (700, 368)),
        ((300, 300), [(300, 169)], (300, 158)),
        ((3000, 90), [(160, 90)], (171, 90)),
        ((1, 1), [(1, 1)], (1, 1)),
    ],
)
def test_cut_copies_are_never_larger_than_what_is_cut_out(size, wide, card):
    assert list(named(*size, "wide", "webp").values()) == wide
    assert named(*size, "card", "jpeg") == {"card": card}


def test_a_small_part_drawn_by_hand_is_decoded_larger_and_not_enlarged():
    drawn = {"wide": [0.1, 0.1, 0.2, 0.2]}
    copies = kinds.wanted(6000, 3375, drawn=drawn)
    assert named(6000, 3375, "wide", "webp", drawn=drawn)["wide960"] == (768, 432)
    assert kinds.decoded_width(6000, 3375, copies) == pixels.MOST
    assert kinds.decoded_width(6000, 3375, kinds.wanted(6000, 3375)) == pixels.LARGEST


@pytest.mark.parametrize("size", [(6000, 4000), (60, 40_000), (3, 9000), (9000, 3), (1, 1)])
def test_no_copy_is_enlarged_or_too_tall_to_be_written(size):
    for copy in kinds.wanted(*size):
        assert 1 <= copy.width <= size[0] and 1 <= copy.height <= min(size[1], pixels.TALLEST)


def test_what_comes_first_is_among_what_is_wanted():
    for size in [(6000, 4000), (1, 1), (320, 9000)]:
        assert set(kinds.FIRST) <= {copy.name for copy in kinds.wanted(*size)}
