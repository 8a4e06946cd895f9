import time
from html.parser import HTMLParser

import pytest

from articles.lib.html import plain, render_body, sanitise
from tests.lib.payloads import XSS

ALLOWED = {
    "p": set(), "h2": set(), "h3": set(), "ul": set(), "ol": set(), "li": set(), "br": set(),
    "blockquote": set(), "strong": set(), "em": set(), "sub": set(), "sup": set(),
    "a": {"href", "rel"}, "span": {"lang"},
}  # fmt: skip
SHOWN = {**ALLOWED, "a": {"href", "rel", "class", "aria-label"}, "blockquote": {"class"}}
WRAPPERS = ("{}", "<p>{}</p>", "<ul><li>{}</li></ul>", "<blockquote><p>가{}나</p></blockquote>")


class Reader(HTMLParser):
    """Raises on any tag, attribute or address that must not be there."""

    def __init__(self, allowed: dict) -> None:
        super().__init__()
        self.allowed = allowed

    def handle_starttag(self, tag: str, attrs: list) -> None:
        assert tag in self.allowed, tag
        for name, value in attrs:
            assert name in self.allowed[tag], (tag, name)
            if name == "href":
                assert value.startswith(("http://", "https://", "mailto:", "/", "#src")), value
                assert not value.startswith(("//", "/\\"))

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment was left")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError("a declaration was left")


@pytest.mark.parametrize("payload", XSS)
def test_nothing_but_the_allow_list_survives_and_a_second_pass_changes_nothing(payload):
    for wrapper in WRAPPERS:
        clean = sanitise(wrapper.format(payload))
        Reader(ALLOWED).feed(clean)
        assert sanitise(clean) == clean
        shown = render_body(clean, source_count=1, source_label=lambda n: f'"><script>{n}')
        Reader(SHOWN).feed(shown)


def test_two_payloads_together_are_as_harmless_as_one():
    for first, second in zip(XSS, reversed(XSS), strict=True):
        clean = sanitise(first + second)
        Reader(ALLOWED).feed(clean)
        assert sanitise(clean) == clean


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>글</p><p></p><p> &nbsp;<br></p><p>끝</p>", "<p>글</p><p>끝</p>"),
        ("<p><strong></strong>글<em> </em>끝</p>", "<p>글 끝</p>"),
        ("<h1>제목</h1><div>하나</div><div>둘</div>", "<h2>제목</h2><p>하나</p><p>둘</p>"),
        ("<p><b>굵게</b> <i>기울여</i></p>", "<p><strong>굵게</strong> <em>기울여</em></p>"),
        ('<p><a href="/news">안</a></p>', '<p><a href="/news">안</a></p>'),
        ('<p><a href="news">안</a> <span>밖</span></p>', "<p>안 밖</p>"),
        (
            '<p><a href="https://a.example/?x=1&y=2" class="b">밖</a></p>',
            '<p><a href="https://a.example/?x=1&amp;y=2" rel="noopener">밖</a></p>',
        ),
        (
            '<p><a href="mailto:a@b.example">글</a></p>',
            '<p><a href="mailto:a@b.example">글</a></p>',
        ),
        ('<p><span lang="zh-Hant">孫東</span></p>', '<p><span lang="zh-Hant">孫東</span></p>'),
        ("<p>\u1112\u1161\u11ab글</p>", "<p>한글</p>"),
        ("<ul><li></li></ul><p>글</p>", "<p>글</p>"),
        ("<p>3 < 4 & 5</p>", "<p>3 &lt; 4 &amp; 5</p>"),
        ("", ""),
    ],
)
def test_what_is_stored(html, expected):
    assert sanitise(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>하나</p><p>둘</p>", "하나\n\n둘"),
        ("<p>하나<br>둘</p>", "하나\n둘"),
        ("<h2>제목</h2><ul><li><p>가</p></li><li>나</li></ul>", "제목\n\n가\n\n나"),
        ("<p>A &amp; B &lt;C&gt;</p>", "A & B <C>"),
        ("<p>  빈\n  칸  </p>", "빈 칸"),
        ("<p>이<strong>어</strong>진 <em>말</em></p>", "이어진 말"),
        ("", ""),
    ],
)
def test_plain_text_keeps_paragraphs_and_lines(html, expected):
    assert plain(html) == expected


def shown(html: str, sources: int = 2, language: str = "") -> str:
    return render_body(
        html, source_count=sources, source_label=lambda n: f"출처 {n}", language=language
    )


def test_a_marker_becomes_a_link_only_where_the_source_exists():
    html = shown("<p>말했다.[1] 덧붙였다.[3] 끝[0]</p>")
    assert '<a class="ref" href="#src1" aria-label="출처 1">1</a> 덧붙였다.[3] 끝[0]' in html


def test_a_marker_inside_a_link_stays_text():
    assert shown('<p><a href="/x">글[1]</a></p>') == '<p><a href="/x">글[1]</a></p>'


def test_a_quotation_gets_the_style_of_the_page():
    assert shown("<blockquote><p>말</p></blockquote>").startswith('<blockquote class="pull"><p>')


def test_particles_hold_on_to_the_closing_quote_across_tags():
    assert shown("<p>‘<strong>요새’</strong>가 AI·반도체</p>") == (
        "<p>‘<strong>요새’</strong>\u2060가 AI\u2060·\u2060반도체</p>"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("쑨동(孫東)은", '쑨동(<span lang="zh-Hant">孫東</span>)\u2060은'),
        ("경제(经济)", '경제(<span lang="zh-Hans">经济</span>)'),
        ("도(道)", '도(<span lang="zh-Hant">道</span>)'),
        ("美 대통령", "美 대통령"),
        ("東京の를", "東京の를"),
    ],
)
def test_hanja_in_korean_text_is_marked_as_chinese(text, expected):
    assert shown(f"<p>{text}</p>") == f"<p>{expected}</p>"


def test_text_of_other_languages_and_marked_spans_are_left_alone():
    assert shown("<p>Sun Dong (孫東) · x</p>", language="en") == "<p>Sun Dong (孫東) · x</p>"
    marked = '<p>한글 <span lang="ja">東京</span></p>'
    assert shown(marked) == marked


@pytest.mark.parametrize(
    "piece",
    ["<div>", "<p>", "<b x=1>", "<a href=/x>y", "<", "a< ", '<p title="', "&", "&#x3c;p>", "[1]",
     "<blockquote>", "<table><tr><td>", "<!--", "”가", "東", "<svg>", "</p>", "<b><p>x"],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(piece):
    began = time.perf_counter()
    for size in (20_000, 120_000):
        clean = sanitise(piece * (size // len(piece)))
        render_body(clean, source_count=2, source_label=str)
        plain(clean)
        assert sanitise(clean) == clean
    assert time.perf_counter() - began < 20


def test_formatting_left_open_many_times_does_not_multiply_the_text():
    html = "".join(f"<b x={n}>" for n in range(3000)) + "<p>글" * 3000
    clean = sanitise(html)
    assert len(clean) < 10 * len(html)
    assert clean.count("글") == 3000
