"""What is looked at first. The table needs no database; that it is stored, does."""

from collections import Counter

import pytest
from django.utils import translation

from articles.moderation import policies, rank
from articles.moderation.decide import dismiss
from articles.moderation.models import Case, ReviewPolicy
from articles.moderation.priority import Facts, band, reasons, score
from articles.publishing.submit import submit
from tests.cast import Cast
from tests.moderation.conftest import GRAVE

UNREVIEWED = "generated_unreviewed"


@pytest.mark.parametrize(
    ("facts", "number"),
    [
        (Facts(reach=0), 0),
        (Facts(), 20),
        (Facts(low=1, reach=0), 0),
        (Facts(low=3, reach=0), 2),
        (Facts(medium=1, reach=0), 300),
        (Facts(medium=2, low=1, reach=0), 304),
        (Facts(high=1, reach=0), 600),
        (Facts(high=2, medium=1, low=1, reach=0), 610),
        (Facts(high=99, reach=0), 629),
        (Facts(text=UNREVIEWED, reach=0), 110),
        (Facts(text="assisted", image="generated", reach=0), 80),
        (Facts(text="unknown", image="invalid", reach=2, live=True), 220),
        (Facts(high=99, text=UNREVIEWED, image="invalid", reach=3, live=True), 899),
        (Facts(text="something new", image="something new", reach=9), 60),
    ],
)
def test_the_number(facts: Facts, number: int) -> None:
    assert score(facts) == number


@pytest.mark.parametrize(
    ("sooner", "later"),
    [
        (Facts(text=UNREVIEWED), Facts(text="generated")),
        (Facts(text="generated"), Facts(text="translated_unreviewed")),
        (Facts(text="translated_unreviewed"), Facts(text="translated")),
        (Facts(text="translated"), Facts(text="assisted")),
        (Facts(text="assisted"), Facts(text="none")),
        (Facts(image="invalid"), Facts(image="generated")),
        (Facts(image="generated"), Facts(image="composite")),
        (Facts(image="composite"), Facts(image="edited")),
        (Facts(reach=3), Facts(reach=2)),
        (Facts(live=True), Facts()),
        (Facts(medium=2), Facts(medium=1)),
        # No sum of smaller things overtakes a graver one.
        (
            Facts(high=1, reach=0),
            Facts(medium=99, text=UNREVIEWED, image="invalid", reach=3, live=True),
        ),
        (
            Facts(medium=1, reach=0),
            Facts(low=99, text=UNREVIEWED, image="invalid", reach=3, live=True),
        ),
    ],
)
def test_what_comes_sooner(sooner: Facts, later: Facts) -> None:
    assert score(sooner) > score(later)


@pytest.mark.parametrize(
    ("risk", "facts"), [(3, Facts(high=1)), (2, Facts(medium=1)), (1, Facts())]
)
def test_each_risk_has_its_band(risk: int, facts: Facts) -> None:
    lowest, highest = band(risk)
    assert lowest <= score(facts) <= highest and highest - lowest == 299


def test_the_reasons_are_told_the_weightiest_first() -> None:
    facts = Facts(high=2, medium=1, text=UNREVIEWED, image="generated", reach=3, live=True)
    with translation.override("en"):
        assert reasons(facts) == [
            "2 grave findings",
            "AI wrote the text",
            "AI made the image",
            "readers have an earlier version now",
            "section with a wide reach",
        ]
        assert reasons(Facts(text="assisted")) == []


def reckoned(case: Case, **more: object) -> int:
    """The number from what is open in the case now, and `more` that its row does not say."""
    found = Counter(case.findings.filter(state="open").values_list("severity", flat=True))
    return score(Facts(**found, text=case.text_label, **more))


def test_a_case_opens_with_its_priority_and_its_due_time(cast: Cast) -> None:
    ReviewPolicy.objects.create(section=cast.economy, due_minutes=15, reach=3)
    here, there = cast.in_review(body=GRAVE), cast.in_review(section=cast.economy)
    assert here.priority == reckoned(here) >= 600
    assert there.priority == reckoned(there, reach=3)
    assert (there.due_at - there.opened_at).total_seconds() == 15 * 60
    assert (here.due_at - here.opened_at).total_seconds() == 60 * 60


def test_a_story_that_readers_have_comes_sooner(cast: Cast) -> None:
    edition = cast.live()
    article = edition.article
    cast.edit(article, standfirst="고친 부제다.")
    again = submit(article=article, by=cast.writer)
    assert again.priority == reckoned(again, live=True)


def test_it_follows_when_a_finding_is_dismissed(cast: Cast) -> None:
    case = cast.in_review(body=GRAVE)
    before = case.priority
    for finding in case.findings.all():
        dismiss(finding=finding, by=cast.moderator, reason="고유한 표기다")
    case.refresh_from_db()
    assert case.risk == 1 and case.priority == reckoned(case) < 300 < before


def test_it_follows_when_a_section_reaches_further(cast: Cast) -> None:
    here, there = cast.in_review(), cast.in_review(section=cast.economy)
    before = policies.read()
    ReviewPolicy.objects.create(section=cast.economy, reach=3)
    ReviewPolicy.objects.create(section=None, reach=0)
    rank.reach_changed(before, policies.read())
    moved = dict(Case.objects.values_list("pk", "priority"))
    assert (moved[here.pk], moved[there.pk]) == (here.priority - 20, there.priority + 40)
