import datetime as dt
from dataclasses import replace

import pytest
from django.utils import translation

from articles.images import rights
from articles.images.models import ImageAsset
from articles.images.rights import Rights

NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
DAY, SECOND = dt.timedelta(days=1), dt.timedelta(seconds=1)
FINE = Rights(credit="갈피 그래픽")


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (FINE, []),
        (replace(FINE, begin=NOW - DAY, end=NOW + 30 * DAY), []),
        (replace(FINE, end=NOW), ["rights_ended"]),
        (replace(FINE, end=NOW - DAY), ["rights_ended"]),
        (replace(FINE, end=NOW + SECOND), ["rights_end_soon"]),
        (replace(FINE, end=NOW + 7 * DAY), ["rights_end_soon"]),
        (replace(FINE, end=NOW + 7 * DAY + SECOND), []),
        (replace(FINE, begin=NOW), []),
        (replace(FINE, begin=NOW + SECOND), ["rights_not_begun"]),
        (replace(FINE, begin=NOW + DAY, end=NOW + 2 * DAY), ["rights_not_begun"]),
        (replace(FINE, credit="  "), ["no_credit"]),
        (replace(FINE, model_release="MR-NON"), ["no_release"]),
        (replace(FINE, model_release="MR-UMR"), []),
        (replace(FINE, model_release="MR-NAP"), []),
        (replace(FINE, data_mining="DMI-PROHIBITED"), []),
        (Rights(end=NOW, model_release="MR-NON"), ["rights_ended", "no_credit", "no_release"]),
    ],
)
def test_what_stands_against_a_picture(facts: Rights, codes: list[str]) -> None:
    assert [problem.code for problem in rights.problems(facts, NOW)] == codes


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        (FINE, True),
        (Rights(model_release="MR-NON"), True),
        (replace(FINE, end=NOW + SECOND), True),
        (replace(FINE, end=NOW), False),
        (replace(FINE, begin=NOW), True),
        (replace(FINE, begin=NOW + SECOND), False),
    ],
)
def test_only_an_embargo_or_an_end_keeps_it_from_readers(facts: Rights, shown: bool) -> None:
    assert rights.shown(facts, NOW) is shown


def test_the_moment_is_told_in_the_newsrooms_time_and_the_readers_language() -> None:
    (problem,) = rights.problems(replace(FINE, end=NOW), NOW)
    with translation.override("en"):
        assert problem.sentence == "The rights to this picture ended on 22 November 2026, 21:00."
    with translation.override("ko"):
        assert "2026. 11. 22. 21:00" in problem.sentence


def test_the_facts_are_those_of_the_picture() -> None:
    asset = ImageAsset(credit="AP", rights_until=NOW, model_release="MR-LMR", licence="CC BY 4.0")
    assert rights.of(asset) == Rights(
        end=NOW, credit="AP", model_release="MR-LMR", licence="CC BY 4.0"
    )
    assert ImageAsset.ModelRelease.NONE == rights.WITHOUT_RELEASE
