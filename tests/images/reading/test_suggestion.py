"""What the evidence suggests, and what it says against a declaration. No file, no database."""

import itertools

import pytest

from articles.disclosure.stages import Extent, ImageStage, ImageState
from articles.images import source_types
from articles.images.provenance.claim import C2paClaim, Claim, State, XmpClaim
from articles.images.provenance.suggest import LABELS, label, suggest
from articles.images.provenance.weigh import merge
from articles.images.reasons import REASONS
from articles.images.source_types import Evidence

AI, MIXED, SYNTHETIC = (
    "trainedAlgorithmicMedia",
    "compositeWithTrainedAlgorithmicMedia",
    "compositeSynthetic",
)


def told(code: str, state: State = State.VALID_UNTRUSTED) -> Claim:
    """A file whose credentials give this source type."""
    c2pa = C2paClaim(state, ai_evidence=source_types.evidence(code), digital_source_type=code)
    return merge(c2pa, XmpClaim(), verifier="v", verifier_version="1")


@pytest.mark.parametrize(
    ("code", "stage", "extent", "suggested"),
    [
        (AI, "generation", "whole", "generated"),
        (MIXED, "editing", "", "edited"),
        (SYNTHETIC, "composite", "", "composite"),
        ("composite", "", "", ""),
        ("digitalArt", "", "", ""),
        ("digitalCapture", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_the_suggestion(code, stage, extent, suggested):
    claim = told(code)
    assert (claim.suggestion.stage, claim.suggestion.extent) == (stage, extent)
    assert claim.suggestion.digital_source_type == ("" if code == "digitalArt" else code)
    assert label(claim) == suggested


def test_the_codes_are_those_of_the_disclosure_room():
    assert set(LABELS) | {ImageStage.NONE} == set(ImageStage.values)
    assert set(LABELS.values()) | {"invalid"} <= set(ImageState.values)
    assert suggest(told(AI)).extent in Extent.values


def test_no_ai_is_never_suggested():
    for code, state in itertools.product([*source_types.BY_CODE, ""], State):
        assert told(code, state).suggestion.stage != ImageStage.NONE
        assert label(told(code, state)) not in ("none", "unknown")


def test_tampered_credentials_suggest_their_label_and_ai_stays_a_hint():
    claim = told(AI, State.INVALID_TAMPERED)
    assert label(claim) == "invalid"
    assert claim.suggestion.stage == "generation"
    assert "credentials_disregarded" in claim.suggestion.reasons


def test_every_reason_of_a_suggestion_has_words():
    for code, state in itertools.product([*source_types.BY_CODE, ""], State):
        assert set(told(code, state).suggestion.reasons) <= REASONS.keys()


def test_a_stored_report_is_weighed_like_a_claim():
    class Row:
        state, ai_evidence, digital_source_type, reasons = "trusted", "fully", AI, ["ai_fully"]

    assert suggest(Row()).stage == "generation"
    assert Evidence.FULLY == "fully"
