from dataclasses import replace
from datetime import date

import pytest

from articles.moderation.checks import Picture, SourceItem, run
from tests.checks.make import ENGLISH, KOREAN, codes

DAY = date(2026, 1, 15)


@pytest.mark.parametrize(
    ("alt", "caption", "expected"),
    [
        ("", "설명.", [("alt_missing", "high")]),
        ("  ", "", [("alt_missing", "high")]),
        ("IMG_2031.JPG", "설명.", [("alt_file_name", "low")]),
        ("홍콩 야경.png", "설명.", [("alt_file_name", "low")]),
        ("DSC_0042", "설명.", [("alt_file_name", "low")]),
        ("이미지 1", "설명.", [("alt_file_name", "low")]),
        ("홍콩의 야경", "홍콩의 야경.", [("alt_same_as_caption", "low")]),
        ("홍콩의 야경을 그린 그림", "홍콩의 야경.", []),
        ("사진기를 든 기자가 항구를 찍는다", "설명.", []),
        ("홍콩의 야경을 그린 그림", "", []),
    ],
)
def test_alt_text_says_what_is_seen(alt, caption, expected):
    found = run(replace(KOREAN, pictures=(Picture("lead", alt, caption),)))
    assert codes(found) == expected
    assert all(one.field == "alt:lead" for one in found)


@pytest.mark.parametrize("alt", ["photo", "image (2)", "Screenshot 2026-01-15", "untitled.webp"])
def test_file_names_are_found_in_english_too(alt):
    picture = Picture("lead", alt, "Two cities.")
    assert codes(run(replace(ENGLISH, pictures=(picture,)))) == [("alt_file_name", "low")]


def test_each_picture_is_named_by_its_place():
    pictures = (Picture("lead", "", ""), Picture("body-2", "", ""))
    assert {one.field for one in run(replace(KOREAN, pictures=pictures))} == {
        "alt:lead",
        "alt:body-2",
    }


def test_a_story_that_needs_a_source_and_has_none_is_found():
    assert codes(run(replace(KOREAN, sources=()))) == [("source_missing", "high")]


def test_a_story_that_needs_no_source_may_have_none():
    assert run(replace(KOREAN, sources=(), needs_source=False)) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (SourceItem("", "보도", "https://a.example/x", DAY), [("source_incomplete", "medium")]),
        (SourceItem("SCMP", "보도", "", None), [("source_incomplete", "medium")]),
        (SourceItem("SCMP", "보도", "", DAY), [("source_incomplete", "low")]),
        (SourceItem("SCMP", "보도", "https://a.example/x", None), [("source_incomplete", "low")]),
        (SourceItem("SCMP", "보도", "www.scmp.com/x", DAY), [("source_link", "medium")]),
        (SourceItem("SCMP", "보도", "https://scmp", DAY), [("source_link", "medium")]),
        (SourceItem("SCMP", "", "https://www.scmp.com/", DAY), []),
        (SourceItem("갈피", "", "http://한국.example/기사?x=1#y", DAY), []),
    ],
)
def test_a_source_can_be_traced(source, expected):
    found = run(replace(KOREAN, sources=(source,)))
    assert codes(found) == expected
    assert all(one.data["position"] == 1 for one in found)


def test_what_a_source_lacks_is_named():
    found = run(replace(KOREAN, sources=(*KOREAN.sources, SourceItem("", "", "", None))))
    assert found[0].data == {"position": 2, "missing": ["outlet", "url", "date"]}


def test_a_story_without_a_byline_is_found_and_where_none_is_known_nothing_is_said():
    assert codes(run(replace(KOREAN, bylines=()))) == [("byline_missing", "high")]
    assert codes(run(replace(KOREAN, bylines=(" ",)))) == [("byline_missing", "high")]
    assert run(replace(KOREAN, bylines=None)) == []
