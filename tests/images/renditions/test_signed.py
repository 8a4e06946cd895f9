"""Signed copies, read again by the library that signed them: what they are made of, and by whom."""

import datetime as dt
import io
import json
import os

import c2pa
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from articles.images import intake, renditions, signing
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.provenance.c2pa import SETTINGS, read
from articles.images.provenance.claim import State
from articles.images.renditions import make as making
from articles.images.signing import development
from articles.images.source_types import Evidence
from tests.images import make
from tests.images.renditions.conftest import install

AI = "trainedAlgorithmicMedia"


@pytest.fixture
def copies(jiwoo, shown):
    """Return a function: all copies of these bytes, by "kind.format"."""

    def take(data: bytes, **declared) -> dict[str, bytes]:
        asset = intake.add(data, file_name="secret-name.jpg", by=jiwoo)
        ImageAsset.objects.filter(pk=asset.pk).update(**declared)
        renditions.ensure(asset)
        return shown(asset)

    return take


def state(name: str, data: bytes) -> State:
    return read(data, name.split(".")[-1].upper()).state


def report(name: str, data: bytes) -> dict:
    mime = making.CONTENT_TYPES[name.split(".")[-1]]
    with c2pa.Reader(mime, io.BytesIO(data), context=c2pa.Context.from_dict(SETTINGS)) as reader:
        return json.loads(reader.detailed_json())


def manifest_of(found: dict) -> tuple[dict, list[dict]]:
    """The active manifest's assertions, and its actions."""
    store = found["manifests"][found["active_manifest"]]["assertion_store"]
    return store, store["c2pa.actions.v2"]["actions"]


def flipped(data: bytes) -> bytes:
    changed = bytearray(data)
    changed[-30] ^= 1
    return bytes(changed)


def test_without_a_key_nothing_is_signed(copies):
    assert {state(*one) for one in copies(make.picture()).items()} == {State.NONE}


def test_every_copy_is_signed_and_its_signer_is_unknown(key, copies):
    for name, data in copies(make.picture(size=(1000, 700))).items():
        claim = read(data, name.split(".")[-1].upper())
        assert claim.state is State.VALID_UNTRUSTED, name
        assert claim.signer == "Galpi (Galpi development)"
    assert ImageAsset.objects.filter(renditions__signed=False).count() == 0


def test_one_flipped_byte_is_tampering(key, copies):
    for name, data in copies(make.picture()).items():
        assert state(name, flipped(data)) is State.INVALID_TAMPERED, name


def test_a_copy_says_what_was_done_and_nothing_else(key, copies):
    found = copies(make.picture(size=(1000, 700)), digital_source_type="digitalCapture")
    store, steps = manifest_of(report("a.webp", found["wide640.webp"]))
    assert [step["action"] for step in steps] == [
        "c2pa.opened", "c2pa.cropped", "c2pa.resized.proportional", "c2pa.transcoded",
        "c2pa.published",
    ]  # fmt: skip
    assert steps[0]["digitalSourceType"] == make.CV + "digitalCapture"
    assert len(steps[0]["parameters"]["ingredients"]) == 1
    assert store["c2pa.actions.v2"]["allActionsIncluded"] is True
    assert store["c2pa.ingredient.v3"]["relationship"] == "parentOf"
    assert not any("thumbnail" in label for label in store)
    _, steps = manifest_of(report("a.webp", found["w960.webp"]))
    assert "c2pa.cropped" not in [step["action"] for step in steps]


def test_the_specification_is_named_and_the_file_is_not(key, copies):
    for name, data in copies(make.picture()).items():
        found = report(name, data)
        about = found["manifests"][found["active_manifest"]]["claim"]["claim_generator_info"]
        about = about[0] if isinstance(about, list) else about
        assert (about["name"], about["specVersion"]) == ("Newsroom", "2.2.0")
        assert b"secret-name" not in data


@pytest.mark.parametrize("format", make.MIME)
def test_the_originals_own_credentials_are_carried_on(format, key, copies):
    data = make.signed(make.picture(format), make.created(AI), format=format)
    for name, copy in copies(data).items():
        claim = read(copy, name.split(".")[-1].upper())
        assert claim.state is State.VALID_UNTRUSTED, name
        assert claim.ai_evidence is Evidence.FULLY
        assert "c2pa.created" in {step.action for step in claim.actions}
        parents = [i for i in claim.ingredients if i.relationship == "parentOf"]
        assert len(parents) == 1 and parents[0].source


def test_thumbnails_and_places_in_the_originals_credentials_are_left_out(key, copies):
    place = {
        "@context": {"exif": "http://ns.adobe.com/exif/1.0/"},
        "exif:GPSLatitude": "37,33.58N",
        "exif:LensSerialNumber": "SECRET-1",
    }
    more = [{"label": "stds.exif", "data": place, "kind": "Json"}]
    data = make.signed(make.picture(), make.created(AI), more=more)
    assert b"GPSLatitude" in data
    for name, copy in copies(data).items():
        claim = read(copy, name.split(".")[-1].upper())
        assert b"GPSLatitude" not in copy and b"SECRET" not in copy, name
        assert claim.state is State.VALID_UNTRUSTED
        assert claim.ai_evidence is Evidence.FULLY
        assert "c2pa.redacted" in {step.action for step in claim.actions}


def test_a_place_deeper_in_the_chain_is_left_out_too(key, copies):
    place = {"@context": {"exif": "http://ns.adobe.com/exif/1.0/"}, "exif:GPSLatitude": "37,33.58N"}
    more = [{"label": "stds.exif", "data": place, "kind": "Json"}]
    grandparent = make.signed(make.picture(), make.created(AI), more=more)
    data = make.signed(make.picture(), make.opened(), parent=grandparent)
    assert b"GPSLatitude" in data
    for name, copy in copies(data).items():
        assert b"GPSLatitude" not in copy, name
        claim = read(copy, name.split(".")[-1].upper())
        assert (claim.state, claim.ai_evidence) == (State.VALID_UNTRUSTED, Evidence.FULLY)


@pytest.mark.parametrize("name", ["Firefly_tabby_cat.jpg", "car-es-Ps-Cr.jpg"])
def test_credentials_with_large_thumbnails_add_little_to_a_copy(name, key, copies, settings):
    signed = copies(make.real(name))
    settings.SIGNING_KEY = settings.SIGNING_KEY.with_name("gone")
    settings.SIGNING_CHAIN = settings.SIGNING_CHAIN.with_name("gone")
    plain = copies(make.real(name))
    assert plain.keys() == signed.keys()
    assert max(len(signed[each]) - len(plain[each]) for each in signed) < 40_000


@pytest.mark.parametrize(
    "original",
    ["adobe-20220124-E-sig-CA.jpg", "adobe-20220124-E-uri-CA.jpg", "one byte", "cut", "ingredient"],
)
def test_what_was_tampered_with_is_never_signed_over(original, key, copies):
    if original.endswith(".jpg"):
        data = make.real(original)
    else:
        whole = make.signed(make.picture(), make.created(AI))
        data = flipped(whole)
        if original == "ingredient":
            data = make.signed(make.picture(), make.opened(), parent=data)
        if original == "cut":
            at = whole.index(b"\xff\xeb")
            data = whole[: at + 200] + whole[at + 240 :]
    try:
        found = copies(data)
    except intake.ImageRefused:
        assert original == "cut"
        return
    newest = ProvenanceReport.objects.get()
    assert newest.state.startswith("invalid") or newest.state == "unreadable"
    assert {state(*one) for one in found.items()} == {State.NONE}


def test_a_reading_that_now_finds_tampering_takes_the_signatures_away(key, jiwoo, shown):
    asset = intake.add(make.picture(), file_name="a.jpg", by=jiwoo)
    renditions.ensure(asset)
    keys = set(asset.renditions.values_list("key", flat=True))
    ProvenanceReport.objects.create(
        asset=asset,
        state="invalid_tampered",
        ai_evidence="none_declared",
        verifier="v",
        verifier_version="2",
    )
    renditions.ensure(asset)
    assert {state(*one) for one in shown(asset).items()} == {State.NONE}
    assert set(asset.renditions.values_list("key", flat=True)) == keys
    assert not asset.renditions.filter(signed=True).exists()


def test_a_new_key_signs_all_copies_again_under_their_names(key, jiwoo, shown, settings):
    asset = intake.add(make.picture(), file_name="a.jpg", by=jiwoo)
    renditions.ensure(asset)
    keys = {str(row): row.key for row in asset.renditions.all()}
    new = development.make("Other", now=key.ends - development.LEAF)
    install(settings, new)
    os.utime(settings.SIGNING_KEY, ns=(1, 1))
    renditions.ensure(asset)
    assert {str(row): row.key for row in asset.renditions.all()} == keys
    for name, data in shown(asset).items():
        assert read(data, name.split(".")[-1].upper()).signer == "Other (Other development)"


def test_copies_made_before_there_was_a_key_are_signed_by_the_next_round(jiwoo, shown, request):
    asset = intake.add(make.picture(), file_name="a.jpg", by=jiwoo)
    renditions.ensure(asset)
    request.getfixturevalue("key")
    renditions.ensure(asset)
    assert {state(*one) for one in shown(asset).items()} == {State.VALID_UNTRUSTED}


@pytest.mark.parametrize("harm", ["half", "other", "expired", "nonsense", "kind"])
def test_a_key_that_cannot_sign_is_said_and_the_copies_stay_unsigned(
    harm, key, copies, settings, caplog
):
    if harm == "half":
        settings.SIGNING_CHAIN.unlink()
    elif harm == "other":
        settings.SIGNING_CHAIN.write_bytes(development.make("B", now=key.ends).chain)
    elif harm == "expired":
        install(settings, development.make("B", now=key.ends - 3 * development.LEAF))
    elif harm == "nonsense":
        settings.SIGNING_KEY.write_text("no key")
    else:
        settings.SIGNING_CHAIN.write_text("no certificate")
    assert {state(*one) for one in copies(make.picture()).items()} == {State.NONE}
    assert "Copies are not signed" in caplog.text
    with pytest.raises(signing.KeyUnusable):
        signing.load()


def test_a_file_whose_credentials_lie_elsewhere_is_signed_and_nothing_is_fetched(key, copies):
    data = make.signed(make.picture(), make.created(AI), remote="http://127.0.0.1:9/manifest.c2pa")
    found = copies(data)
    assert ProvenanceReport.objects.get().state == "remote_unfetched"
    assert {state(*one) for one in found.items()} == {State.VALID_UNTRUSTED}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_worker_signs_with_tools_of_its_own(key):
    def sign() -> bytes:
        parent = signing.parent(b"", "JPEG", "0" * 64, "none", key)
        return signing.sign(
            make.picture(), "image/jpeg", parent=parent, steps=(), source_type="", key=key
        )

    assert state("a.jpeg", sign()) is State.VALID_UNTRUSTED
    pid = os.fork()
    if pid == 0:
        try:
            good = state("a.jpeg", sign()) is State.VALID_UNTRUSTED
        finally:
            os._exit(0 if good else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


@pytest.mark.parametrize("curve", ["es384", "ed25519", "ps256"])
def test_keys_of_other_kinds_sign_too(curve, key, copies, settings):
    install(settings, other_kind(curve))
    assert {state(*one) for one in copies(make.picture()).items()} == {State.VALID_UNTRUSTED}


def other_kind(algorithm: str) -> development.Pair:
    """A development pair whose signer has a key of another kind."""
    made = {
        "es384": lambda: ec.generate_private_key(ec.SECP384R1()),
        "ed25519": ed25519.Ed25519PrivateKey.generate,
        "ps256": lambda: rsa.generate_private_key(65537, 2048),
    }[algorithm]()
    root, start = ec.generate_private_key(ec.SECP256R1()), dt.datetime.now(dt.UTC)
    above, own = development._name("Galpi", "root"), development._name("Galpi", algorithm)
    span = (start - dt.timedelta(days=1), start + development.LEAF)
    authority = development._certificate(above, root, above, root, *span, ca=True)
    mine = development._certificate(own, made, above, root, *span, ca=False)
    pem = Encoding.PEM
    return development.Pair(
        made.private_bytes(pem, PrivateFormat.PKCS8, NoEncryption()),
        mine.public_bytes(pem) + authority.public_bytes(pem),
    )
