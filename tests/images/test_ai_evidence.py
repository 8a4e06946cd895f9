"""How actions and ingredients weigh, without a file and without the database."""

import pytest

from articles.images.provenance.claim import Action, C2paClaim, Ingredient, State, XmpClaim
from articles.images.provenance.weigh import classify, classify_chain, merge, told_type
from articles.images.source_types import Evidence

AI, MIXED, SYNTHETIC = (
    "trainedAlgorithmicMedia",
    "compositeWithTrainedAlgorithmicMedia",
    "compositeSynthetic",
)
FULLY, PARTLY, POSSIBLY, NONE = Evidence


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ([], NONE),
        ([("c2pa.created", AI)], FULLY),
        ([("c2pa.opened", AI)], FULLY),
        ([("c2pa.created", MIXED)], PARTLY),
        ([("c2pa.edited", AI)], PARTLY),
        ([("c2pa.placed", SYNTHETIC)], PARTLY),
        ([("c2pa.created", "digitalArt")], POSSIBLY),
        ([("c2pa.created", "composite")], POSSIBLY),
        ([("c2pa.created", "digitalCapture"), ("c2pa.cropped", "")], NONE),
        ([("c2pa.created", "digitalCapture"), ("c2pa.edited", MIXED)], PARTLY),
        ([("c2pa.edited", MIXED), ("c2pa.created", AI)], FULLY),
    ],
)
def test_the_actions_of_one_manifest(steps, found):
    assert classify(Action(action, code) for action, code in steps) is found


@pytest.mark.parametrize(
    ("links", "found"),
    [
        ([("top", "parentOf", "ai")], FULLY),
        ([("top", "componentOf", "ai")], FULLY),
        ([("top", "componentOf", "ai"), ("top", "componentOf", "ai2")], FULLY),
        ([("top", "componentOf", "ai"), ("top", "componentOf", "photo")], PARTLY),
        ([("top", "parentOf", "photo"), ("top", "componentOf", "ai")], PARTLY),
        ([("top", "parentOf", "mid"), ("mid", "parentOf", "ai")], FULLY),
        ([("top", "parentOf", "photo")], PARTLY),
        ([("top", "parentOf", "top")], PARTLY),
        ([("top", "parentOf", ""), ("top", "componentOf", "ai")], PARTLY),
    ],
)
def test_evidence_climbs_from_the_ingredients(links, found):
    steps = [
        Action("c2pa.created", AI, manifest="ai"),
        Action("c2pa.created", AI, manifest="ai2"),
        Action("c2pa.created", "digitalCapture", manifest="photo"),
        Action("c2pa.resized", manifest="top"),
    ]
    used = [Ingredient("", "", how, manifest=top, source=low) for top, how, low in links]
    assert classify_chain("top", steps, used) is found


@pytest.mark.parametrize(
    ("codes", "found", "told"),
    [
        ([AI, MIXED], FULLY, AI),
        ([AI], PARTLY, MIXED),
        (["digitalCapture", SYNTHETIC], PARTLY, SYNTHETIC),
        (["digitalCapture"], NONE, "digitalCapture"),
        ([], NONE, ""),
    ],
)
def test_the_source_type_follows_the_evidence(codes, found, told):
    assert told_type([Action("c2pa.edited", code) for code in codes], found) == told


@pytest.mark.parametrize(
    ("state", "credentials", "xmp", "found", "told"),
    [
        (State.NONE, "", XmpClaim(), NONE, ""),
        (State.NONE, "", XmpClaim(AI), FULLY, AI),
        (State.NONE, "", XmpClaim(ai_system="A model"), POSSIBLY, ""),
        (State.VALID_UNTRUSTED, "digitalCapture", XmpClaim(), NONE, "digitalCapture"),
        (State.VALID_UNTRUSTED, "digitalCapture", XmpClaim(MIXED), PARTLY, MIXED),
        (State.INVALID_TAMPERED, "digitalCapture", XmpClaim(), NONE, ""),
        (State.INVALID_EXPIRED, AI, XmpClaim("digitalCapture"), FULLY, AI),
    ],
)
def test_credentials_and_xmp_together(state, credentials, xmp, found, told):
    weighed = classify([Action("c2pa.created", credentials)])
    claim = C2paClaim(state, ai_evidence=weighed, digital_source_type=credentials)
    merged = merge(claim, xmp, verifier="v", verifier_version="1")
    assert (merged.ai_evidence, merged.digital_source_type) == (found, told)
    assert merged.reasons[-1] == f"ai_{found}"
