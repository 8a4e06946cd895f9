import pytest

from articles.moderation.checks.figures import values, written


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1조 2,300억원", 1.23e12, "KRW"),
        ("2조9800억", 2.98e12, ""),
        ("3만5천명", 35_000, ""),
        ("5천200만 명", 52_000_000, ""),
        ("1만2천345명", 12_345, ""),
        ("3천만원", 30_000_000, "KRW"),
        ("3.2%", 3.2, "%"),
        ("0.25%포인트", 0.25, "%p"),
        ("1,234.5", 1234.5, ""),
        ("$3.5bn", 3.5e9, "USD"),
        ("2.5 million dollars", 2.5e6, "USD"),
        ("5 m", 5, ""),
        ("€40", 40, "EUR"),
        ("2万3000人", 23_000, ""),
        ("15亿美元", 1.5e9, "USD"),
    ],
)
def test_a_number_is_read_with_its_scale_and_unit(text, value, unit):
    assert [(one.value, one.unit) for one in written(text)] == [(value, unit)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and fifty thousand", 250_000),
        ("twenty-five people", 25),
        ("Jan. 15", 1),
        ("이십삼만 명", 230_000),
        ("다섯 곳", 5),
        ("스물두 명", 22),
        ("두 배", 2),
        ("절반", 50),
        ("사흘", 3),
        ("二〇二六年", 2026),
        ("二十三", 23),
        ("两亿", 200_000_000),
        ("half of them", 50),
    ],
)
def test_numbers_in_words_are_values(text, value):
    assert value in values(text)


def test_dates_are_three_numbers():
    assert [one.value for one in written("2026년 1월 15일")] == [2026, 1, 15]


@pytest.mark.parametrize("text", ["", "없음", "ordinary words only", "1" * 500, ",,,", "만 억 조"])
def test_strange_text_is_read_without_harm(text):
    values(text), list(written(text))
