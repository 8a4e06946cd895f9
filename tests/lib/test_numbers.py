import pytest

from articles.lib.numbers import compact, reading_minutes


@pytest.mark.parametrize(
    ("n", "language", "expected"),
    [
        (0, "ko", "0"),
        (9_999, "ko", "9,999"),
        (10_000, "ko", "1만"),
        (12_345, "ko", "1.2만"),
        (3_456_789, "ko", "346만"),
        (99_994_999, "ko", "9,999만"),
        (99_999_999, "ko", "1억"),
        (123_000_000, "ko", "1.2억"),
        (1_500_000_000_000, "ko", "1.5조"),
        (-12_345, "ko", "-1.2만"),
        (999, "en", "999"),
        (1_000, "en", "1K"),
        (12_345, "en", "12.3K"),
        (999_999, "en", "1M"),
        (1_250_000, "en", "1.3M"),
        (2_000_000_000, "en", "2B"),
        (12_345, "zh-hans", "1.2万"),
        (12_345, "fr", "12.3K"),
    ],
)
def test_counts_are_written_as_the_language_does(n, language, expected):
    assert compact(n, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("", "ko", 1),
        ("가 " * 1500, "ko", 3),
        ("word " * 690, "en", 3),
        ("word " * 100, "en", 1),
    ],
)
def test_reading_time_counts_characters_in_korean_and_words_in_english(text, language, expected):
    assert reading_minutes(text, language) == expected
