import pytest

from tests.checks.make import check, codes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("쑨동(孫東) 국장이 밝혔다. 쑨둥(孫東) 국장은 덧붙였다.", "쑨둥"),
        ("상하이(上海)에서 열렸다. 상해(上海)는 크다고 했다.", "상해"),
        ("조셉 찬(Joseph Chan)이 말했다. 요셉 찬(Joseph Chan)은 떠났다.", "요셉 찬"),
    ],
)
def test_one_name_in_two_spellings_is_found(text, quote):
    found = check(text)
    assert codes(found) == [("two_spellings", "medium")]
    assert found[0].quote == quote


@pytest.mark.parametrize(
    "text",
    [
        "쑨동(孫東) 국장이 밝혔다. 쑨동(孫東)은 덧붙였다.",
        "쑨동(孫東) 국장이 밝혔다. 쑨둥(孫董) 씨는 덧붙였다.",
        "세계보건기구(WHO)가 밝혔다. 보건기구(WHO)는 덧붙였다.",
        "최고경영자(CEO)가 밝혔다. 대표(CEO)는 덧붙였다.",
        "이재명(李在明) 대표가 밝혔다. 이 대표(李在明)는 덧붙였다.",
        "홍콩 국장 쑨동(孫東)이 밝혔다. 쑨동(孫東)은 덧붙였다.",
    ],
)
def test_one_spelling_and_two_names_are_silent(text):
    assert check(text) == []


def test_english_names_with_their_own_script():
    found = check("Lee Jae-myung (이재명) spoke. Lee Jae-myeong (이재명) left.", "en")
    assert "two_spellings" in [one.code for one in found]
    assert check("Sun Dong (孫東) spoke. Sun Dong (孫東) left.", "en") == []
