import pytest

from tests.checks.make import check, codes

END = " 그는 그렇게 말했다."


@pytest.mark.parametrize(
    ("text", "code", "severity", "suggestion"),
    [
        ("홍\u200b콩이 움직인다.", "invisible_character", "medium", "홍콩이"),
        ("홍콩\ufeff이 움직인다.", "invisible_character", "medium", "홍콩이"),
        ("홍콩\u200d이 움직인다.", "invisible_character", "medium", "홍콩이"),
        ("홍콩\u0007이 움직인다.", "invisible_character", "medium", "홍콩이"),
        ("홍콩\u202e이 움직인다.", "direction_control", "high", "홍콩이"),
        ("홍콩\u2067이 움직인다.", "direction_control", "high", "홍콩이"),
        ("홍콩\U000e0041\U000e0042이 움직인다.", "tag_characters", "high", "홍콩이"),
        ("홍콩\u3164이 움직인다.", "hangul_filler", "high", "홍콩이"),
        ("홍콩\uffa0이 움직인다.", "hangul_filler", "high", "홍콩이"),
        ("홍\ufffd이 움직인다.", "broken_character", "high", ""),
        ("\u1112\u1169\u11bc\u110f\u1169\u11bc이 움직인다.", "loose_jamo", "medium", "홍콩이"),
        ("홍\u00ad콩이 움직인다.", "soft_hyphen", "low", "홍콩이"),
        ("홍콩\ufe0f이 움직인다.", "variation_selector", "low", "홍콩이"),
        ("홍콩\ue900이 움직인다.", "private_use", "low", ""),
    ],
)
def test_what_nobody_sees_is_found(text, code, severity, suggestion):
    found = check(text + END)
    assert codes(found) == [(code, severity)]
    assert found[0].suggestion == suggestion


@pytest.mark.parametrize(
    "text",
    [
        "가족 👨‍👩‍👧‍👦이 왔다.",
        "깃발 🏴󠁧󠁢󠁥󠁮󠁧󠁿을 들었다.",
        "태극기 🇰🇷와 하트 ❤️를 그렸다.",
        "1️⃣ 첫째라고 했다. 👍🏽 좋다고 했다.",
        "葛\U000e0100飾은 ‘葛\U000e0100’로 쓴다고 한다."[10:],
        "ㅋㅋㅋ라고 했다. ㄱ과 ㅏ를 쓴다.",
        "줄을\n바꾸고\t띄웠다.",
        "전각　공백이 있다.",
    ],
)
def test_emoji_and_ordinary_text_are_silent(text):
    assert check(text + END) == []


def test_persian_may_join_its_letters():
    assert check("The word \u0645\u06cc\u200c\u062e\u0648\u0627 is Persian.", "en") == []


def test_one_word_is_told_once():
    assert len(check("홍\u200b콩\u200b이 움직인다." + END)) == 1


def test_every_place_is_found_up_to_twenty():
    assert len(check("홍\u200b콩 " * 100 + END)) == 20
