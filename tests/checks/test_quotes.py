import pytest

from tests.checks.make import check, codes


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("그는 “함께하겠다고 말했다.", "unbalanced_quote", "“"),
        ("그는 함께하겠다”고 말했다.", "unbalanced_quote", "”"),
        ('그는 "함께하겠다고 말했다.', "unbalanced_quote", '"'),
        ("그는 ‘허브라고 불렀다.", "unbalanced_quote", "‘"),
        ("홍콩통화청(HKMA은 밝혔다.", "unbalanced_bracket", "("),
        ("홍콩통화청HKMA)은 밝혔다.", "unbalanced_bracket", ")"),
        ("그는 「만권의 책을 썼다.", "unbalanced_bracket", "「"),
        ("책 《갈피를 냈다.", "unbalanced_bracket", "《"),
    ],
)
def test_what_is_opened_and_not_closed_is_found(text, code, quote):
    found = check(text)
    assert codes(found) == [(code, "low")]
    assert found[0].quote == quote


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He said “we will stay.", "unbalanced_quote"),
        ("The authority (HKMA said so.", "unbalanced_bracket"),
        ('He said "we will stay and left.', "unbalanced_quote"),
    ],
)
def test_english_too(text, code):
    assert codes(check(text, "en")) == [(code, "low")]


@pytest.mark.parametrize(
    "text",
    [
        "그는 “함께하겠다”고 말했다.",
        "그는 “‘허브’가 되겠다”고 말했다.",
        "1) 첫째라고 했다. 2) 둘째라고 했다.",
        "가) 첫째라고 했다.",
        "그는 웃었다. :) 정말이라고 했다.",
        "’26년 예산이 늘었다고 했다.",
        "“첫째 문단이 이어진다.\n\n“둘째 문단에서 끝난다”고 말했다.",
        '화면은 27" 크기라고 한다.',
        "홍콩통화청(HKMA)이 (오늘) 밝혔다.",
        "그는 “(웃으며) 좋다”고 말했다.",
    ],
)
def test_what_is_whole_or_custom_is_silent_in_korean(text):
    assert check(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It’s the firm’s plan and the ’90s style.",
        "He’s 6'2\" tall, they said.",
        "“This goes on.\n\n“And ends here.”",
        "The dogs’ home (and the cats’) opened.",
        "He said: “She told me ‘no’.”",
        "a) one thing and b) another.",
    ],
)
def test_what_is_whole_or_custom_is_silent_in_english(text):
    assert check(text, "en") == []


@pytest.mark.parametrize(
    ("text", "quote", "suggestion"),
    [
        ('그는 “함께하겠다"고 말했다.', '"', "”"),
        ("그는 ”함께하겠다”고 말했다.", "”", "“"),
    ],
)
def test_the_wrong_mark_has_a_sure_suggestion(text, quote, suggestion):
    found = check(text)
    assert [(one.quote, one.suggestion) for one in found] == [(quote, suggestion)]
