"""What a notice says, without a database."""

import pytest

from articles.notices.words import CODES, words

DUE = "2026-11-22T12:30:00+00:00"


def test_the_words_are_filled_from_the_data() -> None:
    said = words("decided", {"outcome": "changes", "who": "Kim", "reason": "Why?"}, "en")
    assert said.text == "Kim asks for changes: “Why?”"


def test_a_code_that_is_no_longer_known_is_shown_bare() -> None:
    assert words("unheard_of", {}, "ko").title == "unheard_of"


@pytest.mark.parametrize("known", sorted(CODES))
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("value", ["", "%(x)s", "<b>", "a\r\nb", None])
def test_no_data_breaks_the_words(known: str, language: str, value: object) -> None:
    code, _slash, outcome = known.partition("/")
    names = ("headline", "who", "due", "reason", "text", "name", "finding")
    data = dict.fromkeys(names, value) | ({"outcome": outcome} if outcome else {})
    assert words(code, data, language).title
    assert words(code, {"outcome": outcome} if outcome else {}, language).title


def test_a_moment_is_told_in_the_papers_time() -> None:
    assert "21:30" in words("late", {"headline": "A", "due": DUE}, "en").text
    assert "soon" in words("late", {"headline": "A", "due": "soon"}, "en").text
