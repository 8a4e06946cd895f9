from dataclasses import replace

import pytest

from articles.moderation.checks import CODES, Picture, message, run
from tests.checks.make import ENGLISH, KOREAN, codes

AI, PART = "trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"
CAMERA = "digitalCapture"
HIT = [
    ({"state": "invalid_tampered", "recorded": ("none",)}, [("image_tampered", "high")]),
    ({"state": "invalid_expired"}, [("image_credentials_invalid", "medium")]),
    ({"state": "invalid_other"}, [("image_credentials_invalid", "medium")]),
    ({"state": "unreadable"}, [("image_unreadable", "low")]),
    ({"changed": True}, [("image_checked_again", "high")]),
    ({"ai_evidence": "fully"}, [("image_ai_undeclared", "high")]),
    ({"ai_evidence": "fully", "recorded": ("none",)}, [("image_ai_undeclared", "high")]),
    ({"ai_evidence": "partly", "recorded": ("none",)}, [("image_ai_undeclared", "high")]),
    ({"declared": AI, "recorded": ("none",)}, [("image_ai_undeclared", "high")]),
    (
        {"ai_evidence": "possibly", "reasons": ("xmp_ai_system",), "recorded": ("none",)},
        [("image_ai_undeclared", "medium")],
    ),
    ({"ai_evidence": "fully", "recorded": ("editing",)}, [("image_ai_more", "medium")]),
    ({"ai_evidence": "possibly", "recorded": ("none",)}, [("image_ai_possible", "low")]),
    (
        {"ai_evidence": "fully", "recorded": ("generation",), "declared": CAMERA},
        [("image_not_a_photograph", "high")],
    ),
    (
        {"ai_evidence": "fully", "declared": CAMERA},
        [("image_ai_undeclared", "high"), ("image_not_a_photograph", "high")],
    ),
    (
        {"ai_evidence": "partly", "recorded": ("editing",), "declared": CAMERA},
        [("image_declared_differs", "medium")],
    ),
    (
        {"ai_evidence": "fully", "recorded": ("generation",), "declared": "digitalCreation"},
        [("image_declared_differs", "medium")],
    ),
    (
        {"state": "trusted", "evidenced": CAMERA, "recorded": ("generation",)},
        [("image_camera", "low")],
    ),
]
MISS = [
    {},
    {"state": "valid_untrusted", "recorded": ("none",)},
    {"state": "trusted", "evidenced": CAMERA, "declared": CAMERA, "recorded": ("none",)},
    {"state": "remote_unfetched"},
    {"state": "unsupported"},
    {"ai_evidence": "fully", "recorded": ("generation",), "declared": AI},
    {"ai_evidence": "fully", "recorded": ("generation",)},
    {"ai_evidence": "partly", "recorded": ("editing",), "declared": PART},
    {"ai_evidence": "partly", "recorded": ("composite",)},
    {"ai_evidence": "partly", "recorded": ("generation",)},
    {"ai_evidence": "possibly", "recorded": ("editing",), "declared": CAMERA},
    # A file that says nothing of AI never speaks against a record of it.
    {"recorded": ("generation",), "declared": AI},
    {"evidenced": CAMERA, "recorded": ("editing",)},
    # What invalid credentials say of a camera is disregarded, and the state is a finding already.
    {"declared": "composite", "recorded": ("none",)},
]


def found(language: str, facts: dict) -> list:
    item = {"ko": KOREAN, "en": ENGLISH}[language]
    alt = item.pictures[0].alt
    return run(replace(item, pictures=(Picture("lead", alt, "", **facts),)))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("facts", "expected"), HIT)
def test_the_file_is_held_against_the_record(language: str, facts: dict, expected: list) -> None:
    seen = found(language, facts)
    assert codes(seen) == expected
    assert {one.field for one in seen} == {"image:lead"}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("facts", MISS)
def test_where_they_agree_nothing_is_said(language: str, facts: dict) -> None:
    assert found(language, facts) == []


def test_invalid_credentials_that_name_a_camera_prove_nothing() -> None:
    facts = {"state": "invalid_other", "evidenced": CAMERA, "recorded": ("generation",)}
    assert codes(found("ko", facts)) == [("image_credentials_invalid", "medium")]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("facts", "expected"), HIT)
def test_each_finding_has_its_words(language: str, facts: dict, expected: list) -> None:
    for one in found(language, {"declared": CAMERA, "evidenced": CAMERA} | facts):
        title, explanation = message(one.code, one.data, language)
        assert title and explanation and "%(" not in title + explanation


def test_the_words_say_what_the_file_gave() -> None:
    def said(**facts: object) -> str:
        (one,) = found("en", facts)
        return message(one.code, one.data, "en")[1]

    assert "made the whole picture" in said(ai_evidence="fully")
    assert "a part of the picture" in said(ai_evidence="partly")
    assert "names an AI system" in said(ai_evidence="possibly", reasons=("xmp_ai_system",))
    assert "“Created using generative AI”" in said(declared=AI)
    assert "had expired" in said(state="invalid_expired")
    assert "which one" in said(state="invalid_other")


def test_no_message_ever_calls_a_picture_authentic_or_free_of_ai() -> None:
    said = [
        str(part) for code, parts in CODES.items() if code.startswith("image_") for part in parts
    ]
    assert len(said) > 20
    assert not any("authentic" in text or "not AI" in text or "is real" in text for text in said)
