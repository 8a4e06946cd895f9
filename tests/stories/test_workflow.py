import pytest

from articles.stories.workflow import TABLE, Event, NotNow, Stage, after, allowed

LEADS = [
    ("draft", "edit", "draft"),
    ("approved", "edit", "draft"),
    ("released", "edit", "draft"),
    ("changes_requested", "edit", "changes_requested"),
    ("draft", "submit", "in_review"),
    ("changes_requested", "submit", "in_review"),
    ("in_review", "recall", "draft"),
    ("in_review", "approve", "approved"),
    ("in_review", "changes", "changes_requested"),
    ("in_review", "reject", "rejected"),
    ("approved", "release", "released"),
    ("released", "withdraw", "draft"),
]


@pytest.mark.parametrize(("stage", "event", "then"), LEADS)
def test_the_table_leads_where_it_says(stage: str, event: str, then: str) -> None:
    assert after(stage, Event(event)) == then


@pytest.mark.parametrize(
    ("stage", "event"),
    [
        ("in_review", "edit"),
        ("in_review", "release"),
        ("draft", "approve"),
        ("rejected", "release"),
    ],
)
def test_what_the_table_does_not_name_is_refused_in_words(stage: str, event: str) -> None:
    assert not allowed(stage, Event(event))
    with pytest.raises(NotNow) as told:
        after(stage, Event(event))
    assert str(Stage(stage).label) in str(told.value)


def test_nothing_is_released_from_review_or_after_a_no() -> None:
    never = {Stage.IN_REVIEW, Stage.CHANGES_REQUESTED, Stage.REJECTED}
    assert not never & set(TABLE[Event.RELEASE])
