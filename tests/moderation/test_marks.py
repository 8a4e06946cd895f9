"""Findings marked in place: where marks begin and end, and that nothing comes out unescaped."""

import re
import time
from html.parser import HTMLParser

import pytest

from articles.lib.html import BLOCKS, INLINE, plain
from articles.moderation.marks import Mark, in_html, in_text, shown, spans
from tests.lib.payloads import XSS

SUP = '<sup><a href="#f{0}" aria-label="{0}">{0}</a></sup>'


def mark(number: int, text: str, quote: str, look: str = "hi") -> Mark:
    start = text.index(quote)
    return Mark(number, start, start + len(quote), look, str(number))


def marked(body: str, *quotes: str) -> str:
    text = plain(body)
    return str(in_html(body, [mark(n, text, q) for n, q in enumerate(quotes, 1)]).html)


def words_of(html: str) -> str:
    """The text of marked HTML without the numbers."""
    return plain(re.sub(r"<sup>.*?</sup>", "", html))


@pytest.mark.parametrize(
    ("body", "quote", "expected"),
    [
        ("<p>가 나 다</p>", "나", '<p>가 <mark class="fd hi" id="m1">나' + SUP + "</mark> 다</p>"),
        (
            "<p>가 <strong>나</strong>다</p>",
            "나다",
            '<p>가 <strong><mark class="fd hi" id="m1">나</mark></strong>'
            '<mark class="fd hi">다' + SUP + "</mark></p>",
        ),
        (
            "<p>A &amp; B &lt;b&gt;</p>",
            "& B <b",
            '<p>A <mark class="fd hi" id="m1">&amp; B &lt;b' + SUP + "</mark>&gt;</p>",
        ),
        (
            "<p>끝</p><p>처음</p>",
            "끝\n\n처",
            '<p><mark class="fd hi" id="m1">끝</mark></p>'
            '<p><mark class="fd hi">처' + SUP + "</mark>음</p>",
        ),
        (
            "<p>전반에嵌入하는</p>",
            "전반에嵌入하는",
            '<p><mark class="fd hi" id="m1">전반에<span lang="zh-Hans">嵌入</span>하는'
            + SUP
            + "</mark></p>",
        ),
        ("<p>가  나</p>", "가 나", '<p><mark class="fd hi" id="m1">가 나' + SUP + "</mark></p>"),
        (
            "<p>가<br>나</p>",
            "가\n나",
            '<p><mark class="fd hi" id="m1">가</mark><br>'
            '<mark class="fd hi">나' + SUP + "</mark></p>",
        ),
        ("<h2>제목</h2>", "제", '<h4><mark class="fd hi" id="m1">제' + SUP + "</mark>목</h4>"),
    ],
)
def test_a_span_is_followed_into_the_html(body: str, quote: str, expected: str) -> None:
    html = marked(body, quote).replace("zh-Hant", "zh-Hans")
    assert html == expected.replace("{0}", "1")


def test_overlapping_findings_each_have_one_anchor_and_one_number() -> None:
    html = marked("<p>가나다라마</p>", "가나다", "다라마", "다")
    for number in (1, 2, 3):
        assert html.count(f'id="m{number}"') == 1
        assert html.count(f'href="#f{number}"') == 1
    assert words_of(html) == "가나다라마"


def test_the_worst_of_several_gives_the_look() -> None:
    text = "가나다"
    marks = [mark(1, text, "가나다", "lo"), mark(2, text, "나", "mid"), mark(3, text, "나", "off")]
    html = str(in_text(text, marks).html)
    assert html.startswith('<mark class="fd lo" id="m1">가</mark><mark class="fd mid" id="m2">')


def test_a_number_never_stands_inside_a_link_of_the_story() -> None:
    html = marked('<p>보라 <a href="https://a.example/">여기를 눌러</a> 보라</p>', "여기")
    inside = re.search(r'<a href="https://a.example/"[^>]*>(.*?)</a>', html)[1]
    assert "#f1" not in inside and "m1" in inside
    assert html.index("#f1") > html.index("</a>")


def test_sources_in_brackets_lead_to_the_list() -> None:
    html = str(in_html("<p>말했다.[1] 또.[9]</p>", [], sources=2).html)
    assert 'href="#src1"' in html and "[9]" in html


def test_whole_field_findings_mark_nothing() -> None:
    found = in_html("<p>가</p>", [Mark(1, 0, 0, "hi")])
    assert found.html == "<p>가</p>" and not found.numbers


@pytest.mark.parametrize("at", [(50, 60), (1, 999), (0, 10**9)])
def test_a_span_beyond_the_text_breaks_nothing(at: tuple[int, int]) -> None:
    html = in_html("<p>가나다</p>", [Mark(1, *at, "hi")]).html
    assert words_of(str(html)) == "가나다"


def test_where_positions_cannot_be_followed_nothing_is_marked() -> None:
    """A letter in one tag and its accent in the next: the plain text has them as one."""
    body = "<p>caf<strong>e</strong>\u0301 au lait</p>"
    found = in_html(body, [mark(1, plain(body), "au")])
    assert "<mark" not in found.html and not found.numbers


def test_lines_of_one_field_share_their_offsets() -> None:
    lines = ["하나 둘", "셋 넷"]
    both = list(spans([mark(1, "\n".join(lines), "둘\n셋")], lines))
    assert 'id="m1"' in both[0].html and 'id="m1"' not in both[1].html
    assert "#f1" in both[1].html


def test_text_before_the_offset_is_left_alone() -> None:
    assert in_text("셋", [Mark(1, 0, 2, "hi")], offset=5).html == "셋"


@pytest.mark.parametrize(
    "body",
    [
        "<p>가 </p> <p> 나</p>",
        "바깥 <p>안</p> 뒤",
        "<ul><li><p>하나</p></li><li>둘<br> 셋 </li></ul>",
        "<p>a&nbsp;</p><p>&nbsp;b</p>",
        "<p> <strong> 가 </strong> 나 <br> <br> 다 </p>",
        "<blockquote><p>인용</p></blockquote>",
        "<div>가<div>나</div></div>",
        "그냥 글 & 부호",
        "",
    ],
)
def test_positions_are_those_of_the_plain_text(body: str) -> None:
    text = plain(body)
    for n, char in enumerate(text):
        if char.strip():
            html = str(in_html(body, [Mark(1, n, n + 1, "hi", "1")]).html)
            assert f'id="m1">{shown(char)}<sup>' in html


class Tags(HTMLParser):
    """What a browser would make of it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _value in attrs)
        self.links += [value for name, value in attrs if name == "href"]


@pytest.mark.parametrize("payload", XSS)
def test_no_payload_gets_through(payload: str) -> None:
    text = f"앞 {payload} 뒤"
    whole = [Mark(1, 0, len(text), "hi", payload)]
    for html in (in_text(text, whole).html, in_html(text, whole).html, shown(text)):
        seen = Tags(str(html))
        assert seen.tags <= INLINE | BLOCKS - {"h2", "h3"} | {"mark", "br", "h4", "h5"}
        assert seen.attributes <= {"class", "id", "href", "aria-label", "lang", "rel"}
        assert not [link for link in seen.links if "script:" in link.lower()]


def test_a_long_text_with_many_findings_takes_linear_time() -> None:
    body = "<p>" + "가나다 라마 " * 200 + "</p>"
    body *= 40
    marks = [Mark(n, n * 300, n * 300 + 60, "hi", str(n)) for n in range(1, 100)]
    began = time.perf_counter()
    assert len(in_html(body, marks).numbers) == 99
    assert time.perf_counter() - began < 5
