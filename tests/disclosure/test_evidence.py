"""What a file gives, against what was recorded: tables without a database."""

import pytest

from articles.disclosure.evidence import Reading, told, undeclared, worse
from articles.disclosure.labels import Use, image_label, words
from articles.disclosure.snapshot import needs_review
from articles.images.provenance.claim import State

AI = "trainedAlgorithmicMedia"


@pytest.mark.parametrize(
    ("stages", "found"),
    [
        ([], "none_declared"),
        (["none"], "none_declared"),
        (["editing"], "partly"),
        (["composite"], "partly"),
        (["generation"], "fully"),
        (["editing", "generation"], "fully"),
    ],
)
def test_what_is_recorded_tells_how_much(stages, found) -> None:
    assert told(stages) == found


@pytest.mark.parametrize(
    ("reading", "stages", "declared", "expected"),
    [
        (Reading(), ["none"], "", False),
        (Reading(), ["none"], "digitalCapture", False),
        (Reading(ai_evidence="fully"), ["none"], "", True),
        (Reading(ai_evidence="partly"), [], "", True),
        (Reading(ai_evidence="fully"), ["editing"], "", False),
        (Reading(ai_evidence="possibly"), ["none"], "", False),
        (Reading(ai_evidence="possibly", reasons=("xmp_ai_system",)), ["none"], "", True),
        (Reading(ai_evidence="possibly", reasons=("xmp_ai_system",)), ["editing"], "", False),
        (Reading(), ["none"], AI, True),
        (Reading(), ["generation"], AI, False),
        (Reading(state="invalid_tampered", ai_evidence="fully"), ["none"], "", True),
    ],
)
def test_ai_without_a_record(reading, stages, declared, expected) -> None:
    assert undeclared(reading, stages, declared) is expected


INVALID = [state.value for state in State if state.invalid]
SOUND = [state.value for state in State if not state.invalid]


@pytest.mark.parametrize("now", INVALID)
@pytest.mark.parametrize("then", SOUND)
def test_credentials_that_became_invalid_are_worse_and_valid_again_is_not(then, now) -> None:
    assert worse(Reading(then), Reading(now), ["none"])
    assert not worse(Reading(now), Reading(then), ["none"])


def test_tampering_is_worse_than_any_other_fault() -> None:
    assert worse(Reading("invalid_expired"), Reading("invalid_tampered"), [])
    assert not worse(Reading("invalid_tampered"), Reading("invalid_tampered"), [])
    assert not worse(Reading("invalid_expired"), Reading("invalid_other"), [])


@pytest.mark.parametrize(
    ("then", "now", "stages", "expected"),
    [
        ("none_declared", "fully", ["none"], True),
        ("none_declared", "partly", [], True),
        ("partly", "fully", ["editing"], True),
        ("none_declared", "fully", ["generation"], False),
        ("none_declared", "partly", ["editing"], False),
        ("fully", "fully", ["none"], False),
        ("none_declared", "possibly", ["none"], False),
        ("fully", "none_declared", ["none"], False),
    ],
)
def test_more_evidence_than_was_known_or_recorded_is_worse(then, now, stages, expected) -> None:
    found = worse(Reading(ai_evidence=then), Reading(ai_evidence=now), stages)
    assert found is expected


def snapshot(stage: str = "none", declared: str = "", **file: object) -> dict:
    use = {"stage": stage, "extent": "", "detail": "", "people_unchanged": False}
    said = {"uses": [use], "credentials": "none", "ai_evidence": "none_declared"} | file
    text = [{"stage": "none", "extent": "", "detail": "", "people_unchanged": False}]
    return {
        "language": "ko",
        "translated_from": None,
        "sources": [],
        "images": [{"asset": 7, "role": "lead", "digital_source_type": declared}],
        "ai_uses": {"text": text, "images": {"7": said}},
    }


@pytest.mark.parametrize(
    ("content", "needed"),
    [
        (snapshot(), False),
        (snapshot(credentials="valid_untrusted"), False),
        (snapshot(credentials="unreadable"), False),
        (snapshot(ai_evidence="possibly"), False),
        (snapshot("generation"), True),
        (snapshot(ai_evidence="fully"), True),
        (snapshot(ai_evidence="partly", reasons=["ai_partly"]), True),
        (snapshot(ai_evidence="possibly", reasons=["xmp_ai_system"]), True),
        (snapshot(declared=AI), True),
        *((snapshot(credentials=state), True) for state in INVALID),
    ],
)
def test_a_recorded_no_ai_is_reviewed_where_the_file_says_otherwise(content, needed) -> None:
    assert needs_review(content) is needed


@pytest.mark.parametrize("state", INVALID)
@pytest.mark.parametrize("stages", [[], ["none"]])
def test_invalid_credentials_are_the_label(state, stages) -> None:
    label = image_label([Use(stage) for stage in stages], state)
    assert (label.code, label.mark) == ("invalid", "cr")


@pytest.mark.parametrize("state", ["invalid_expired", "invalid_other"])
@pytest.mark.parametrize(("stage", "code"), [("generation", "generated"), ("editing", "edited")])
def test_but_never_hide_a_recorded_use_of_ai(state, stage, code) -> None:
    assert image_label([Use(stage)], state).code == code


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_label_of_invalid_credentials_is_only_the_warning(language) -> None:
    use = Use("editing", detail="Adobe Inc., 2025-10-23", people_unchanged=True)
    label = image_label([use], "invalid_tampered", "digitalCapture")
    said = words(label, language)
    assert said.tail == "" and "Adobe" not in said.sentence and "2025" not in said.sentence
