"""Content Credentials of real files, and of files signed here."""

import time

import pytest

from articles.images.provenance import c2pa, chain
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence
from tests.images import make


@pytest.mark.parametrize(
    ("name", "state", "found"),
    [
        ("Firefly_tabby_cat.jpg", State.VALID_UNTRUSTED, Evidence.FULLY),
        ("car-es-Ps-Cr.jpg", State.VALID_UNTRUSTED, Evidence.NONE),
        # Its manifest lies at an address, and nothing is fetched.
        ("crater-lake-cr.jpg", State.REMOTE_UNFETCHED, Evidence.NONE),
        ("adobe-20220124-CA.jpg", State.VALID_UNTRUSTED, Evidence.NONE),
        ("adobe-20220124-E-sig-CA.jpg", State.INVALID_TAMPERED, Evidence.NONE),
        ("adobe-20220124-E-uri-CA.jpg", State.INVALID_TAMPERED, Evidence.NONE),
        ("adobe-20220124-A.jpg", State.NONE, Evidence.NONE),
    ],
)
def test_real_files(name, state, found):
    claim = c2pa.read(make.real(name), "JPEG")
    assert (claim.state, claim.ai_evidence) == (state, found)


def test_a_generated_picture_tells_its_signer_time_and_type():
    claim = c2pa.read(make.real("Firefly_tabby_cat.jpg"), "JPEG")
    assert claim.signer == "Adobe Inc. (Adobe Firefly C2PA)"
    assert claim.signed_at.isoformat() == "2025-10-23T21:14:47+00:00"
    assert claim.digital_source_type == "trainedAlgorithmicMedia"
    assert [(a.action, a.software) for a in claim.actions] == [("c2pa.created", "Adobe Firefly")]
    assert claim.raw["validation_results"]["activeManifest"]["success"]


@pytest.mark.parametrize("format", make.MIME)
def test_a_signed_file_of_each_format_is_valid_and_its_signer_unknown(format):
    data = make.signed(make.picture(format), make.created("trainedAlgorithmicMedia"), format=format)
    claim = c2pa.read(data, format)
    assert claim.state is State.VALID_UNTRUSTED
    assert claim.ai_evidence is Evidence.FULLY
    assert claim.signer == "Tests (Test desk)"


def test_one_flipped_byte_is_tampering_and_evidence_of_ai_stays():
    data = bytearray(make.signed(make.picture(), make.created("trainedAlgorithmicMedia")))
    data[-30] ^= 1
    claim = c2pa.read(bytes(data), "JPEG")
    assert (claim.state, claim.reasons) == (State.INVALID_TAMPERED, ("content_changed",))
    assert claim.ai_evidence is Evidence.FULLY


def test_signing_over_a_tampered_parent_does_not_wash_it_clean():
    parent = bytearray(make.signed(make.picture(), make.created("digitalCapture")))
    parent[-30] ^= 1
    claim = c2pa.read(make.signed(make.picture(), make.opened(), parent=bytes(parent)), "JPEG")
    assert (claim.state, claim.reasons) == (State.INVALID_TAMPERED, ("ingredient_tampered",))


def test_evidence_of_ai_is_found_in_the_parent():
    parent = make.signed(make.picture(), make.created("trainedAlgorithmicMedia"))
    claim = c2pa.read(make.signed(make.picture(), make.opened(), parent=parent), "JPEG")
    assert claim.state is State.VALID_UNTRUSTED
    assert claim.ai_evidence is Evidence.FULLY
    assert claim.digital_source_type == "trainedAlgorithmicMedia"


def test_an_expired_certificate_without_a_timestamp_is_told_apart():
    data = make.signed(make.picture(), make.created("digitalCapture"), seconds=2)
    time.sleep(3.2)
    assert c2pa.read(data, "JPEG").state is State.INVALID_EXPIRED


def test_a_manifest_that_is_cut_off_is_unreadable():
    data = make.signed(make.picture(), make.created("digitalCapture"))
    assert c2pa.read(data[:2000], "JPEG").state is State.UNREADABLE


def test_a_format_without_credentials_is_told_so():
    assert c2pa.read(b"BM", "BMP").state is State.UNSUPPORTED


@pytest.mark.parametrize(
    ("verdict", "failures", "state"),
    [
        ("Trusted", [], State.TRUSTED),
        ("Valid", ["signingCredential.untrusted"], State.VALID_UNTRUSTED),
        ("Invalid", ["signingCredential.untrusted"], State.INVALID_OTHER),
        ("Invalid", ["signingCredential.expired"], State.INVALID_EXPIRED),
        ("Invalid", ["signingCredential.expired", "claim.missing"], State.INVALID_OTHER),
        (
            "Invalid",
            ["claimSignature.mismatch", "signingCredential.expired"],
            State.INVALID_TAMPERED,
        ),
        ("Trusted", ["assertion.dataHash.mismatch"], State.INVALID_TAMPERED),
        (None, [], State.INVALID_OTHER),
    ],
)
def test_the_verdict_in_our_words(verdict, failures, state):
    results = {"activeManifest": {"failure": [{"code": code} for code in failures]}}
    results["trustListUri"] = c2pa.SIGNERS
    report = {"validation_state": verdict, "validation_results": results}
    assert c2pa._verdict(report)[0] is state


def test_agents_and_templates_of_actions_are_followed():
    data = {
        "softwareAgents": [{"name": "A model"}],
        "templates": [{"action": "*", "digitalSourceType": make.CV + "trainedAlgorithmicMedia"}],
        "actions": [
            {"action": "c2pa.created", "softwareAgentIndex": 0},
            {"action": "c2pa.cropped"},
        ],
    }
    manifest = {"assertions": [{"label": "c2pa.actions.v2", "data": data}]}
    first, second = chain.actions_of("m", manifest)
    assert (first.software, first.digital_source_type) == ("A model", "trainedAlgorithmicMedia")
    assert second.software == ""
