import datetime as dt

import pytest
from django.utils.translation import override

from articles.moderation.clock import clock, span

AT = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)


def minutes(n: float) -> dt.timedelta:
    return dt.timedelta(minutes=n)


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (0, "0 min"),
        (0.9, "0 min"),
        (59, "59 min"),
        (60, "1 h"),
        (82, "1 h 22 min"),
        (1440, "1 d"),
        (4000, "2 d"),
        (-5, "0 min"),
    ],
)
def test_a_span_is_said_in_few_words(length: float, said: str) -> None:
    with override("en"):
        assert span(minutes(length)) == said


@pytest.mark.parametrize(
    ("gone", "left", "share", "late"),
    [
        (0, "1 h left", 0, False),
        (15, "45 min left", 25, False),
        (60, "0 min left", 100, False),
        (61, "1 min overdue", 100, True),
        (600, "9 h overdue", 100, True),
        (-5, "1 h 5 min left", 0, False),
    ],
)
def test_the_clock_says_what_is_left(gone: int, left: str, share: int, late: bool) -> None:
    with override("en"):
        said = clock(AT, AT + minutes(60), AT + minutes(gone))
    assert (said.left, said.share, said.late) == (left, share, late)


def test_a_case_that_was_due_at_once_divides_by_nothing() -> None:
    assert clock(AT, AT, AT).share == 100
