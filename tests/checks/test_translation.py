import pytest

from articles.moderation.checks import Item, SourceText, translation

ORIGINAL = "The city will spend $1.5 billion on twenty projects in 2026, it said on Jan. 15. Growth was 3.2 per cent."


def found(body, original=ORIGINAL, language="ko"):
    text = original and SourceText(original, "en")
    return list(translation.check(Item(language, "", "", "", body, original=text or None)))


@pytest.mark.parametrize(
    "body", ["시는 25억달러를 들인다.", "사업은 30개다.", "성장률은 2.3%였다."]
)
def test_a_number_that_the_original_does_not_hold_is_told(body):
    assert [(one.code, one.severity) for one in found(body)] == [("translation_number", "low")]


@pytest.mark.parametrize(
    "body",
    [
        "시는 2026년 15억달러를 20개 사업에 들인다고 1월 15일 밝혔다.",
        "성장률은 3.2%였다.[1]",
        "성장률은 약 3%였다.",
        "사업은 스무 개다.",
    ],
)
def test_a_number_written_another_way_is_silent(body):
    assert found(body) == []


def test_a_story_that_is_no_translation_is_not_compared():
    assert found("사업은 30개다.", "") == []


def test_korean_into_english_and_chinese():
    assert found("It will cost 1.2 trillion won.", "사업에 1조2000억원을 들인다.", "en") == []
    assert found("耗资15亿美元。", ORIGINAL, "zh") == []
