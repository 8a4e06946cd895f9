import pytest

from articles.moderation.checks import Item, SourceItem, links
from articles.moderation.checks.links import judge

KNOWN = frozenset({"scmp.com", "galpi.example"})


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("javascript:alert(1)", "link_scheme"),
        (" java\nscript:alert(1)", "link_scheme"),
        ("data:text/html,x", "link_scheme"),
        ("https://", "link_malformed"),
        ("https:/www.scmp.com/a", "link_malformed"),
        ("https://scmp", "link_malformed"),
        ("http://www.scmp.com:port/", "link_malformed"),
        ("https://scmp.com@evil.example/", "link_malformed"),
        ("//evil.example/a", "link_malformed"),
        ("https://www.scmp .com/", "link_malformed"),
        ("ftp://scmp.com/a", "link_malformed"),
        ("mailto:nobody", "link_malformed"),
        ("https://www.scmp.com/a?utm_source=chatgpt.com", "link_from_assistant"),
        ("https://other.example/a", "link_unlisted"),
        ("https://notscmp.com/a", "link_unlisted"),
        ("https://scmp.com.evil.example/a", "link_unlisted"),
    ],
)
def test_an_address_that_is_wrong_or_strange_is_judged(address, code):
    assert judge(address, KNOWN)[0] == code


@pytest.mark.parametrize(
    "address",
    [
        "https://www.scmp.com/a?x=1&amp;y=2#z",
        "http://m.scmp.com/",
        "https://amp.scmp.com:443/a",
        "www.scmp.com",
        "/ko/economy/x/",
        "#src1",
        "mailto:desk@galpi.example",
        "HTTPS://GALPI.example/기사",
    ],
)
def test_listed_hosts_and_own_addresses_are_silent(address):
    assert judge(address, KNOWN) is None


def story(body_html, body):
    sources = (SourceItem("SCMP", "", "https://www.scmp.com/a", None),)
    return list(links.check(Item("ko", "", "", body_html, body, sources=sources)))


def test_a_link_is_shown_at_its_words():
    html = '<p>홍콩이 <a href="https://www.scmp.com/b">밝혔다</a>. 그는 <a href="https://x.example/">여기</a>를 보라고 했다.</p>'
    body = "홍콩이 밝혔다. 그는 여기를 보라고 했다."
    (found,) = story(html, body)
    assert (found.code, found.quote) == ("link_unlisted", "여기")
    assert body[found.start : found.end] == "여기"
    assert found.data["host"] == "x.example"


def test_code_in_a_link_is_grave():
    (found,) = story('<p><a href="javascript:go()">여기</a></p>', "여기")
    assert (found.code, found.severity) == ("link_scheme", "high")


def test_addresses_in_the_text_are_judged_too():
    body = "자세한 것은 https://other.example/a. 를 보라고 했다."
    (found,) = story(f"<p>{body}</p>", body)
    assert found.quote == "https://other.example/a"


@pytest.mark.parametrize(
    "body", ["시각은 10:30이다.", "비율은 3:1이다.", "문의: desk@galpi.example"]
)
def test_colons_are_no_addresses(body):
    assert story(f"<p>{body}</p>", body) == []
