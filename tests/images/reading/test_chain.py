"""The whole chain: every manifest, every material, every recorded failure."""

import json
from dataclasses import asdict

from articles.images.provenance import c2pa, chain
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence
from tests.images import make

AI = make.created("trainedAlgorithmicMedia")
PLACED = [
    *make.created("digitalCapture"),
    {"action": "c2pa.placed", "parameters": {"ingredientIds": ["parent"]}},
]


def over(parent: bytes, **options) -> bytes:
    return make.signed(make.picture(), make.opened(), parent=parent, **options)


def test_the_active_manifest_comes_first_and_its_materials_follow():
    claim = c2pa.read(over(over(make.signed(make.picture(), AI))), "JPEG")
    top, middle, bottom = claim.manifests
    assert [top.active, middle.active, bottom.active] == [True, False, False]
    assert top.ingredients[0].source == middle.label
    assert middle.ingredients[0].source == bottom.label
    assert (bottom.ai_evidence, bottom.ingredients) == (Evidence.FULLY, ())
    assert [step.action for step in claim.actions] == ["c2pa.opened", "c2pa.opened", "c2pa.created"]


def test_a_link_tells_title_generator_and_signer():
    (link,) = c2pa.read(make.signed(make.picture(), AI), "JPEG").manifests
    assert (link.title, link.signer) == ("picture", "Tests (Test desk)")
    assert link.claim_generator.startswith("Tests 1")
    assert link.failures == ("signingCredential.untrusted",)
    assert (link.actions[0].digital_source_type, link.signed_at) == ("trainedAlgorithmicMedia", "")


def test_the_chain_can_be_kept_as_json():
    claim = c2pa.read(over(make.signed(make.picture(), AI)), "JPEG")
    kept = json.loads(json.dumps([asdict(link) for link in claim.manifests]))
    assert kept[0]["ingredients"][0]["relationship"] == "parentOf"
    assert "thumbnail" not in json.dumps(kept)


def test_tampering_is_found_however_deep_it_lies():
    bottom = bytearray(make.signed(make.picture(), AI))
    bottom[-30] ^= 1
    claim = c2pa.read(over(over(bytes(bottom))), "JPEG")
    assert (claim.state, claim.reasons) == (State.INVALID_TAMPERED, ("ingredient_tampered",))
    assert claim.ai_evidence is Evidence.FULLY


def test_a_placed_part_with_ai_makes_the_picture_partly_ai():
    part = make.signed(make.picture(), AI)
    data = make.signed(make.picture(), PLACED, parent=part, relationship="componentOf")
    claim = c2pa.read(data, "JPEG")
    assert claim.ai_evidence is Evidence.PARTLY
    assert claim.digital_source_type == "compositeWithTrainedAlgorithmicMedia"
    assert claim.ingredients[0].relationship == "componentOf"


def test_what_only_a_record_of_a_record_says_counts_too():
    """The parent's own manifest is gone; what its signer saw below it is still told."""
    failure = {"validationDeltas": {"failure": [{"code": "assertion.dataHash.mismatch"}]}}
    material = {"validation_results": {"activeManifest": {}, "ingredientDeltas": [failure]}}
    report = {"manifests": {"m": {"ingredients": [material]}}, "active_manifest": "m"}
    assert chain.beneath(report) & chain.TAMPERED_BENEATH
    assert c2pa._verdict(report) == (State.INVALID_TAMPERED, ("ingredient_tampered",))


def test_a_chain_that_runs_in_a_circle_ends():
    one = {"ingredients": [{"active_manifest": "b"}]}
    two = {"ingredients": [{"active_manifest": "a"}]}
    report = {"manifests": {"a": one, "b": two, "loose": {}}, "active_manifest": "a"}
    assert [link.label for link in chain.manifests(report)] == ["a", "b", "loose"]


def test_no_place_is_kept_of_credentials():
    exif = {
        "label": "stds.exif",
        "kind": "Json",
        "data": {
            "@context": {"exif": "http://ns.adobe.com/exif/1.0/"},
            "exif:GPSLatitude": "37,33.9N",
            "exif:Make": "Cam",
        },
    }
    claim = c2pa.read(make.signed(make.picture(), AI, more=[exif]), "JPEG")
    assert "37,33" not in json.dumps(claim.raw)
    assert "Cam" in json.dumps(claim.raw)
    assert "location_inside" in claim.warnings
