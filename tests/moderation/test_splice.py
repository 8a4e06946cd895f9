"""A suggestion put into HTML: exactly the span, whatever tags stand in the way."""

import pytest

from articles.lib.html import plain, sanitise
from articles.moderation.fields import locate
from articles.moderation.splice import splice
from tests.lib.payloads import XSS


def spliced(body: str, quote: str, text: str) -> str | None:
    start = plain(body).index(quote)
    return splice(body, start, start + len(quote), text)


@pytest.mark.parametrize(
    ("body", "quote", "text", "then"),
    [
        ("<p>전반에嵌入하는</p>", "전반에嵌入하는", "전반에 도입하는", "<p>전반에 도입하는</p>"),
        ("<p>가 <strong>나</strong>다</p>", "나다", "라", "<p>가 <strong>라</strong></p>"),
        ("<p>가 <strong>나</strong>다</p>", "가 나", "라", "<p>라다</p>"),
        (
            '<p>보라 <a href="https://a.example/" rel="noopener">여기<em>를</em></a> 눌러</p>',
            "기를 눌",
            "X",
            '<p>보라 <a href="https://a.example/" rel="noopener">여X</a>러</p>',
        ),
        ("<p>A &amp; B &lt;b&gt;</p>", "B <b", "C & <i>", "<p>A &amp; C &amp; &lt;i&gt;&gt;</p>"),
        ("<p>가\n  나   다</p>", "나", "라", "<p>가\n  라   다</p>"),
        ("<p>가&nbsp;나</p>", "나", "다", "<p>가\xa0다</p>"),
        ("<p>가<br>나</p>", "나", "다", "<p>가<br>다</p>"),
        (
            "<p>선\u200b<strong>전</strong>이 간다</p>",
            "선\u200b전이",
            "선전이",
            "<p>선<strong>전</strong>이 간다</p>",
        ),
        ("<p>가 <em>나</em>다</p>", "나다", "나라다", "<p>가 <em>나라</em>다</p>"),
        ("<p>가 <em>나</em>다</p>", "다", "라다", "<p>가 <em>나</em>라다</p>"),
        ("<ul><li><p>하나</p></li><li>둘</li></ul>", "둘", "셋", None),
        ("<p>하나</p><p>둘</p>", "둘", "둘.", "<p>하나</p><p>둘.</p>"),
        ("<h2>제목</h2><p>제목</p>", "제목", "표제", "<h2>표제</h2><p>제목</p>"),
        ("<p>👩‍🔬 연구</p>", "연구", "조사", "<p>👩‍🔬 조사</p>"),
    ],
)
def test_exactly_the_span_is_replaced(body: str, quote: str, text: str, then: str | None) -> None:
    made = spliced(body, quote, text)
    if then is not None:
        assert made in (then, then.replace("\xa0", "&nbsp;"))
    assert plain(made) == plain(body).replace(quote, text, 1)
    assert sanitise(made) == made


def test_the_second_of_two_equal_words_is_the_one() -> None:
    assert splice("<p>가 가 가</p>", 2, 3, "나") == "<p>가 나 가</p>"


def test_a_whole_paragraph_may_go() -> None:
    assert spliced("<p>가</p><p>나</p><p>다</p>", "나", "") == "<p>가</p><p>다</p>"


@pytest.mark.parametrize("at", [(1, 4), (0, 99), (2, 2), (5, 3), (-1, 2)])
def test_what_cannot_be_done_exactly_is_not_done(at: tuple[int, int]) -> None:
    assert splice("<p>하나</p><p>둘</p>", *at, "셋") is None


def test_a_letter_and_its_accent_in_two_tags_cannot_be_followed() -> None:
    assert splice("<p>caf<strong>e</strong>\u0301 au lait</p>", 5, 7, "x") is None


@pytest.mark.parametrize("payload", XSS)
def test_a_suggestion_is_text_and_never_markup(payload: str) -> None:
    clean = payload.replace("\x00", "")
    made = splice("<p>앞 가 뒤</p>", 2, 3, clean)
    assert made is None or made.count("<") == 2


@pytest.mark.parametrize("position", range(20))
def test_every_position_of_a_mixed_body_can_be_reached(position: int) -> None:
    body = (
        "<p> 가 <strong>나 <em>다</em></strong>&amp;라</p><blockquote><p>마<br> 바</p></blockquote>"
    )
    text = plain(body)
    if position < len(text) and text[position].strip():
        made = splice(body, position, position + 1, "★")
        assert plain(made) == text[:position] + "★" + text[position + 1 :]


@pytest.mark.parametrize(
    ("text", "quote", "before", "places"),
    [
        ("가 나 가", "가", "", [(0, 1), (4, 5)]),
        ("가 나 가", "가", "나 ", [(4, 5)]),
        ("하나\n\n둘", "하나 둘", "", [(0, 5)]),
        ("“말”\u2060이라고", "“말”이라고", "", [(0, 7)]),
        ("가", "", "", []),
        ("가", "나", "", []),
    ],
)
def test_words_are_found_where_they_stand(
    text: str, quote: str, before: str, places: list[tuple[int, int]]
) -> None:
    assert locate(text, quote, before) == places
