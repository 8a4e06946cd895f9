"""What a <picture> is made of, for editions of every age."""

from typing import Any

import pytest

from articles.reader.pictures import Picture, picture

OLD = [
    {"key": "a.webp", "kind": "w640", "width": 640, "height": 360},
    {"key": "b.webp", "kind": "w1280", "width": 1280, "height": 720},
    {"key": "c.jpg", "kind": "card", "width": 1200, "height": 675},
]


def copy(kind: str, format: str, width: int, height: int = 0) -> dict[str, Any]:
    key = f"{kind}-{format}.{'jpg' if format == 'jpeg' else format}"
    height = height or width * 3 // 4
    return {"key": key, "kind": kind, "format": format, "width": width, "height": height}


FULL = [
    copy("w1280", "webp", 1280),
    copy("w640", "webp", 640),
    copy("w640", "avif", 640),
    copy("w640", "jpeg", 640),
    copy("w1280", "jpeg", 1280),
    copy("w1280", "avif", 1280),
    copy("wide320", "webp", 320, 180),
    copy("wide320", "avif", 320, 180),
    copy("wide640", "jpeg", 640, 360),
    copy("card", "jpeg", 1200, 630),
]


def made(copies: list[dict[str, Any]], *, wide: bool = False) -> Picture | None:
    return picture({"renditions": copies}, lambda key: f"/m/{key}", wide=wide)


@pytest.mark.parametrize("image", [None, {}, {"renditions": []}, {"renditions": OLD[2:]}])
def test_without_a_copy_to_show_there_is_no_picture(image: Any) -> None:
    assert picture(image, str) is None


def test_the_best_format_comes_first_and_jpeg_is_for_all_others() -> None:
    found = made(FULL)
    assert [source.type for source in found.sources] == ["image/avif", "image/webp"]
    assert found.sources[0].srcset == "/m/w640-avif.avif 640w, /m/w1280-avif.avif 1280w"
    assert (found.src, found.width, found.height) == ("/m/w1280-jpeg.jpg", 1280, 960)
    assert found.srcset == "/m/w640-jpeg.jpg 640w, /m/w1280-jpeg.jpg 1280w"


def test_a_card_takes_the_wide_cut_and_the_whole_where_there_is_none() -> None:
    found = made(FULL, wide=True)
    assert (found.src, found.width, found.height) == ("/m/wide640-jpeg.jpg", 640, 360)
    assert "w1280" not in str(found.sources)
    assert made(FULL[:6], wide=True) == made(FULL[:6])


def test_an_edition_from_before_formats_is_shown_as_it_was() -> None:
    found = made(OLD, wide=True)
    assert found.sources == () and found.type == "image/webp"
    assert found.srcset == "/m/a.webp 640w, /m/b.webp 1280w"
    assert (found.width, found.height, found.share.url) == (1280, 720, "/m/c.jpg")


def test_only_copies_that_the_edition_names_are_used() -> None:
    found = made([copy("w640", "webp", 640), copy("card", "jpeg", 1200, 630)])
    assert (found.sources, found.src) == ((), "/m/w640-webp.webp")
    assert (found.share.width, found.share.height) == (1200, 630)


def test_a_small_original_is_offered_once_in_each_format() -> None:
    found = made([copy("w640", "webp", 400), copy("w1280", "webp", 400)])
    assert found.srcset.count("400w") == 1


def test_a_format_of_the_future_is_left_alone() -> None:
    assert made([copy("w640", "jxl", 640)]) is None
