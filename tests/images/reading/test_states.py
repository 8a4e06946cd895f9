"""Every state that checking credentials can end in, with files that are signed here."""

import pytest

from articles.images.provenance import c2pa
from articles.images.provenance.claim import State
from articles.images.provenance.read import read
from articles.images.provenance.trust import Trust
from tests.images import make

PHOTO = make.created("digitalCapture")
ROOT = make.authority().decode()


def signed(format: str = "JPEG", **options) -> bytes:
    return make.signed(make.picture(format), PHOTO, format=format, **options)


def flipped(data: bytes, at: int = -30) -> bytes:
    changed = bytearray(data)
    changed[at] ^= 1
    return bytes(changed)


def state_of(data: bytes, format: str = "JPEG", trust: Trust | None = None) -> State:
    return read(data, format, trust=trust or Trust()).state


@pytest.mark.parametrize("format", make.MIME)
def test_nothing_inside(format):
    assert state_of(make.picture(format), format) is State.NONE


@pytest.mark.parametrize("format", make.MIME)
def test_valid_by_nobody_we_know(format):
    assert state_of(signed(format), format) is State.VALID_UNTRUSTED


@pytest.mark.parametrize("format", make.MIME)
def test_valid_by_somebody_on_an_installed_list(format):
    claim = read(signed(format), format, trust=Trust(signers=ROOT))
    assert (claim.state, claim.reasons[0]) == (State.TRUSTED, "signer_trusted")
    assert claim.trust_list_digest == Trust(signers=ROOT).digest


def test_a_list_may_name_the_signer_and_not_who_vouches_for_it():
    assert state_of(signed(), trust=Trust(make.own_certificate().decode())) is State.TRUSTED


def test_a_list_for_timestamps_vouches_for_no_signer():
    """The library would say trusted: it asks every anchor about every certificate."""
    assert state_of(signed(), trust=Trust(timestamps=ROOT)) is State.VALID_UNTRUSTED
    both = Trust(signers=make.authority(90_000).decode(), timestamps=ROOT)
    assert state_of(signed(), trust=both) is State.VALID_UNTRUSTED


def test_a_list_of_others_changes_nothing():
    others = Trust(signers=make.authority(90_000).decode())
    assert state_of(signed(), trust=others) is State.VALID_UNTRUSTED


@pytest.mark.parametrize("format", make.MIME)
def test_one_changed_byte_of_the_picture(format):
    data = signed(format)
    before = {"PNG": b"IDAT", "WEBP": b"VP8 "}.get(format)
    at = data.index(before) + 20 if before else -30
    claim = c2pa.read(flipped(data, at), format)
    assert (claim.state, claim.reasons) == (State.INVALID_TAMPERED, ("content_changed",))


def test_a_changed_record():
    data = signed().replace(b"digitalCapture", b"digitalCaptureX"[:14].replace(b"C", b"K"), 1)
    claim = c2pa.read(data, "JPEG")
    assert (claim.state, claim.reasons) == (State.INVALID_TAMPERED, ("assertion_changed",))


def test_another_key_than_the_certificates():
    claim = c2pa.read(signed(wrong_key=True), "JPEG")
    assert (claim.state, claim.reasons) == (State.INVALID_TAMPERED, ("signature_broken",))


def test_trust_does_not_heal_tampering():
    assert state_of(flipped(signed()), trust=Trust(signers=ROOT)) is State.INVALID_TAMPERED


def test_cut_off_before_the_manifest_ends_and_after():
    data = signed()
    end = data.index(b"\xff\xdb")  # the first table of the picture follows the manifest
    assert state_of(data[: end // 2]) is State.UNREADABLE
    assert state_of(data[:-20]) is State.INVALID_TAMPERED


@pytest.mark.parametrize("format", ["", "BMP", "PDF"])
def test_what_is_no_picture_is_not_supported(format):
    claim = read(b"hello", format)
    assert (claim.state, claim.reasons[0]) == (State.UNSUPPORTED, "format_unsupported")


def test_an_address_in_a_png_is_told_and_not_fetched():
    packet = make.packet('dcterms:provenance="https://example.org/m.c2pa"')
    claim = read(make.png_with_xmp(packet), "PNG")
    assert claim.state is State.REMOTE_UNFETCHED
    assert claim.warnings == ("remote_unfetched",)


def test_the_time_of_signing_is_told_where_something_proves_it():
    claim = read(signed(), "JPEG")
    assert claim.c2pa.signed_at is None
    assert "time_unproved" in claim.warnings


def test_contexts_are_kept_for_each_set_of_lists():
    first, second = c2pa._context(Trust()), c2pa._context(Trust(signers=ROOT))
    assert first is not second
    assert c2pa._context(Trust()) is first
    assert len(c2pa._contexts) <= c2pa.MAX_CONTEXTS
