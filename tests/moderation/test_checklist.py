"""What has to be confirmed, by what AI did."""

import pytest

from articles.moderation.checklist import TEXTS, items

SOURCED = {"read_source", "facts_match", "quotes_match"}
WRITTEN = {"plausible", "claims_attributed", "sources_complete"}


def codes(*said: object, **more: object) -> set[str]:
    return {item.code for item in items(*said, **more)}


@pytest.mark.parametrize(
    ("label", "asked", "not_asked"),
    [
        ("assisted", {"read_whole"}, SOURCED | WRITTEN),
        ("generated_unreviewed", SOURCED | WRITTEN, {"matches_original"}),
        ("translated_unreviewed", SOURCED | {"matches_original"}, WRITTEN),
        ("unknown", SOURCED | WRITTEN, {"matches_original"}),
    ],
)
def test_the_use_of_ai_decides(label: str, asked: set[str], not_asked: set[str]) -> None:
    said = codes(label, False, True)
    assert asked <= said and not not_asked & said


def test_accuracy_plausibility_and_sources_are_confirmed_one_by_one() -> None:
    """EU AI Act, Art. 50(4): what human review of AI-written text has to mean here."""
    assert codes("generated", False, True) >= {"facts_match", "plausible", "sources_complete"}


@pytest.mark.parametrize(
    ("image", "unchanged", "asked", "not_asked"),
    [
        ("none", False, {"image_right"}, {"image_evidence", "not_a_real_scene"}),
        ("generated", False, {"image_evidence", "not_a_real_scene"}, {"people_unchanged"}),
        ("edited", True, {"image_evidence", "people_unchanged"}, {"not_a_real_scene"}),
        ("unknown", False, {"image_evidence"}, {"not_a_real_scene", "people_unchanged"}),
    ],
)
def test_the_image_has_points_of_its_own(
    image: str, unchanged: bool, asked: set[str], not_asked: set[str]
) -> None:
    said = codes("assisted", True, True, image_label=image, people_unchanged=unchanged)
    assert asked <= said and not not_asked & said


def test_without_an_image_nothing_is_asked_of_it() -> None:
    assert not {code for code in codes("generated", False, True) if code.startswith("image")}


def test_every_point_has_its_words() -> None:
    assert all(str(text) for text in TEXTS.values())
