from dataclasses import replace

import pytest

from articles.moderation.checks import Picture, Right, message, run
from tests.checks.make import ENGLISH, KOREAN, codes

NOON = "2026-11-22T12:00:00+00:00"


def found(item, **facts):
    return run(replace(item, pictures=(Picture("lead", item.pictures[0].alt, "", **facts),)))


@pytest.mark.parametrize("item", [KOREAN, ENGLISH])
@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("rights_ended", "high"),
        ("rights_not_begun", "high"),
        ("rights_end_soon", "medium"),
        ("no_credit", "medium"),
        ("no_release", "medium"),
    ],
)
def test_a_problem_with_the_rights_is_a_finding(item, code, severity):
    seen = found(item, rights=(Right(code, NOON),))
    assert codes(seen) == [(f"image_{code}", severity)]
    assert seen[0].field == "image:lead"
    title, explanation = message(seen[0].code, seen[0].data, item.language)
    assert title and "%(" not in explanation


def test_the_moment_is_in_the_moderators_language():
    (one,) = found(KOREAN, rights=(Right("rights_ended", NOON),))
    assert "2026. 11. 22. 21:00" in message(one.code, one.data, "ko")[1]
    assert "22 November 2026, 21:00" in message(one.code, one.data, "en")[1]


@pytest.mark.parametrize(
    ("mining", "recorded", "expected"),
    [
        ("DMI-PROHIBITED", ("editing",), [("image_data_mining", "low")]),
        ("DMI-PROHIBITED-GENAIMLTRAINING", ("composite",), [("image_data_mining", "low")]),
        ("DMI-PROHIBITED", ("none",), []),
        ("DMI-PROHIBITED", ("generation",), []),
        ("DMI-ALLOWED", ("editing",), []),
        ("", ("editing",), []),
    ],
)
def test_terms_against_machines_matter_where_a_machine_worked_on_the_picture(
    mining, recorded, expected
):
    assert codes(found(KOREAN, data_mining=mining, recorded=recorded)) == expected


def test_nothing_is_said_where_nothing_is_wrong():
    assert found(KOREAN) == [] and found(ENGLISH) == []
