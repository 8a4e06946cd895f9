import random
import time

import pytest

from articles.stories import compare


def text(pieces, *kinds):
    return "".join(piece.text for piece in pieces if piece.op in kinds)


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("재무장관은 말했다", "재무차관은 말했다", "재무장관", "재무차관"),
        ("홍콩은 넓다", "홍콩은 아주 넓다", "", "아주 "),
        ("하나 둘 셋", "하나 셋", "둘 ", ""),
        ("같은 글", "같은 글", "", ""),
        ("2025년", "2026년", "2025년", "2026년"),
        ("a < b", "a > b", "<", ">"),
        ("", "새 글", "", "새 글"),
    ],
)
def test_what_is_marked(before, after, gone, come):
    line = compare.words(before, after)
    assert (text(line.before, "del"), text(line.after, "ins")) == (gone, come)


def test_both_sides_can_always_be_read_whole():
    chance = random.Random(7)  # noqa: S311 - chance, not a secret
    parts = ["홍콩은", "선전", "이", "가", "나", "협력을", "\n", "a", "."]
    for _ in range(400):
        before, after = (
            " ".join(chance.choices(parts, k=chance.randrange(12))) for _side in range(2)
        )
        line = compare.words(before, after)
        assert text(line.before, "same", "del") == before
        assert text(line.after, "same", "ins") == after


def test_paragraphs_that_are_alike_stand_side_by_side():
    lines = compare.bodies(
        "<p>첫 문단은 같다.</p><p>둘째 문단을 조금 고친다.</p>",
        "<p>새로 온 글.</p><p>첫 문단은 같다.</p><p>둘째 문단을 많이 고친다.</p>",
    )
    assert [(bool(line.before), bool(line.after)) for line in lines] == [
        (False, True),
        (True, True),
        (True, True),
    ]
    assert text(lines[2].before, "del") == "조금"
    assert compare.counts(lines) == (7, 2)


def test_markup_is_no_text_and_text_is_no_markup():
    lines = compare.bodies("<p>가</p>", "<p>가 &lt;script&gt;</p>")
    assert text(lines[0].after, "same", "ins") == "가 <script>"


@pytest.mark.parametrize("unit", ["가 ", "나은", "ab ", ". "])
def test_the_time_taken_grows_no_faster_than_the_text(unit):
    def taken(size):
        began = time.perf_counter()
        compare.words(unit * size, (unit * size)[::-1] + "끝")
        return time.perf_counter() - began

    taken(1000)
    assert taken(16_000) < max(1.0, 40 * taken(2000))
