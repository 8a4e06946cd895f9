"""Copies as other people's tools read them: exiftool, and a C2PA reader that is not c2pa-rs."""

from pathlib import Path

import pytest

from articles.images import intake, renditions
from articles.images.models import ImageAsset
from articles.images.provenance import c2pa
from articles.images.provenance.claim import State
from tests.images import make

AI = "trainedAlgorithmicMedia"
FIREFLY, CAR, LAKE = "Firefly_tabby_cat.jpg", "car-es-Ps-Cr.jpg", "crater-lake-cr.jpg"
TAMPERED = ("adobe-20220124-E-sig-CA.jpg", "adobe-20220124-E-uri-CA.jpg")
REAL = (FIREFLY, CAR, LAKE, "adobe-20220124-A.jpg", "adobe-20220124-CA.jpg", *TAMPERED)
OWN = tuple(f"own.{format}" for format in make.MIME)
NAMES = ("w640.jpeg", "w640.webp", "w640.avif", "wide640.jpeg", "wide320.avif", "card.jpeg")


def data_of(name: str) -> bytes:
    if name not in OWN:
        return make.real(name)
    format = name.removeprefix("own.")
    step = make.created(AI)[0] | {"softwareAgent": {"name": "Model B"}}
    return make.signed(make.picture(format, (800, 600)), [step], format=format)


_made: dict[str, dict[str, bytes]] = {}


@pytest.fixture
def copies(key, jiwoo, shown, tmp_path):
    """Return a function: the files of copies of a named picture, by "kind.format". They are made
    once for all tests here."""

    def take(name: str, *formats: str) -> dict[str, Path]:
        if name not in _made:
            asset = intake.add(data_of(name), file_name="a.jpg", by=jiwoo)
            declared = {"credit": "갈피 그래픽", "copyright_notice": "© 갈피"}
            ImageAsset.objects.filter(pk=asset.pk).update(**declared)
            renditions.ensure(asset)
            _made[name] = shown(asset)
        found = {n: tmp_path / n for n in NAMES if n.endswith(formats)}
        for each, path in found.items():
            path.write_bytes(_made[name][each])
        return found

    return take


@pytest.mark.exiftool
@pytest.mark.parametrize("name", [*REAL, *OWN])
def test_exiftool_reads_source_type_credit_and_system(name, copies, exiftool):
    generated = {FIREFLY: "Adobe Firefly"} | dict.fromkeys(OWN, "Model B")
    found = copies(name, "jpeg", "webp", "avif")
    for each, read in zip(found, exiftool(*found.values()), strict=True):
        assert read["XMP-photoshop:Credit"] == "갈피 그래픽", each
        assert "© 갈피" in str(read["XMP-dc:Rights"])
        told = read.get("XMP-iptcExt:DigitalSourceType", "")
        assert (told == make.CV + AI) == (name in generated), each
        assert read.get("XMP-iptcExt:AISystemUsed") == generated.get(name), each
        groups = {group.split(":")[0] for group in read}
        assert not {g for g in groups if g.startswith(("GPS", "IFD", "ExifIFD", "MakerNotes"))}


@pytest.mark.c2pa_ts
@pytest.mark.parametrize("name", [n for n in (*REAL, *OWN) if n not in TAMPERED])
def test_a_second_reader_finds_the_credentials_valid_and_one_flipped_byte_invalid(
    name, copies, c2pa_ts
):
    found = copies(name, "jpeg", "avif")  # WebP it does not read
    for each, (valid, codes) in zip(found, c2pa_ts(*found.values()), strict=True):
        assert valid and "claimSignature.validated" in codes, (each, codes)
    for each, path in found.items():
        data = bytearray(path.read_bytes())
        data[-30] ^= 1
        path.write_bytes(data)
        state = c2pa.read(bytes(data), each.split(".")[1].upper()).state
        assert state is State.INVALID_TAMPERED, each
    assert not any(valid for valid, _ in c2pa_ts(*found.values()))


@pytest.mark.c2pa_ts
@pytest.mark.parametrize("name", TAMPERED)
def test_a_second_reader_finds_no_credentials_on_copies_of_what_was_tampered_with(
    name, copies, c2pa_ts
):
    found = copies(name, "jpeg", "avif")
    assert not any(valid for valid, _ in c2pa_ts(*found.values()))
    assert not any(b"c2pa.claim" in path.read_bytes() for path in found.values())
