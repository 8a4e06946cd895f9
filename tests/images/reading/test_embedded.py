"""EXIF, IPTC-IIM and the IPTC fields in XMP."""

import json

import pytest
from PIL import Image

from articles.images.provenance import embedded, xmp
from articles.images.provenance.claim import PRIVATE, ExifClaim
from articles.images.provenance.read import read
from tests.images import make

FIELDS = """
<Iptc4xmpExt:AISystemUsed>Model A</Iptc4xmpExt:AISystemUsed>
<Iptc4xmpExt:AISystemVersionUsed>2</Iptc4xmpExt:AISystemVersionUsed>
<Iptc4xmpExt:AIPromptInformation>a cat</Iptc4xmpExt:AIPromptInformation>
<Iptc4xmpExt:AIPromptWriterName>Jiwoo</Iptc4xmpExt:AIPromptWriterName>
<dc:creator><rdf:Seq><rdf:li>Kim</rdf:li><rdf:li>Lee</rdf:li></rdf:Seq></dc:creator>
<plus:DataMining rdf:resource="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"/>
<plus:ModelReleaseStatus>http://ns.useplus.org/ldf/vocab/MR-NON</plus:ModelReleaseStatus>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Once</rdf:li></rdf:Alt></xmpRights:UsageTerms>
<xmpRights:WebStatement>https://example.org/terms</xmpRights:WebStatement>
"""
SPACES = f'xmlns:plus="{xmp.PLUS}" xmlns:xmpRights="{xmp.RIGHTS}"'


def camera(**place) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0131] = "Maker\0", "Model 5", "Editor 1"
    exif.get_ifd(0x8769).update({0x9003: "2026:11:22 20:30:05", 0x9011: "+09:00"})
    exif.get_ifd(0x8769)[0xA431] = "SERIAL-77"
    exif.get_ifd(0x8825).update(place.get("gps", {}))
    return exif


def test_the_fields_of_iptc_2025_1_are_read():
    claim = xmp.read(make.packet(SPACES, FIELDS))
    assert (claim.ai_system, claim.ai_system_version) == ("Model A", "2")
    assert (claim.ai_prompt, claim.ai_prompt_writer) == ("a cat", "Jiwoo")
    assert (claim.creator, claim.usage_terms) == ("Kim, Lee", "Once")
    assert claim.web_statement == "https://example.org/terms"
    assert claim.data_mining.endswith("DMI-PROHIBITED") and claim.model_release.endswith("MR-NON")


def test_the_prompt_is_among_what_never_becomes_public():
    assert {"ai_prompt", "ai_prompt_writer"} <= set(PRIVATE)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_what_the_camera_wrote(format):
    claim = read(make.picture(format, exif=camera()), format).exif
    assert claim == ExifClaim("Maker", "Model 5", "Editor 1", "2026-11-22T20:30:05+09:00", False)


def test_of_the_place_only_whether_there_is_one():
    gps = {1: "N", 2: (37.0, 33.0, 59.4), 3: "E", 4: (126.0, 58.0, 40.0)}
    claim = read(make.picture(exif=camera(gps=gps)), "JPEG")
    assert claim.exif.location and "location_inside" in claim.warnings
    kept = json.dumps([claim.exif.__dict__, claim.xmp.__dict__])
    assert "37" not in kept and "SERIAL" not in kept


def test_a_place_in_the_xmp_is_told_and_not_kept():
    packet = make.packet('xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="37,33.9N"')
    claim = read(make.picture(xmp=packet), "JPEG")
    assert claim.warnings == ("location_inside",) and "37,33" not in repr(claim)


def test_old_iptc_fields_speak_where_the_xmp_is_silent():
    def field(number: int, text: bytes) -> bytes:
        return b"\x1c\x02" + bytes([number]) + len(text).to_bytes(2, "big") + text

    iim = field(110, "연합".encode()) + field(80, b"Kim") + field(116, b"\xa9 Galpi")
    block = b"8BIM\x04\x04\x00\x00" + len(iim).to_bytes(4, "big") + iim + b"\0" * (len(iim) % 2)
    segment = b"Photoshop 3.0\x00" + block
    data = make.picture()
    data = data[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + data[2:]
    claim = read(data, "JPEG").xmp
    assert (claim.credit, claim.creator, claim.copyright_notice) == ("연합", "Kim", "© Galpi")


def test_the_packet_is_found_without_decoding_anything():
    packet = make.packet('photoshop:Credit="연합"')
    assert read(make.png_with_xmp(packet), "PNG").xmp.credit == "연합"
    assert read(make.picture(xmp=packet), "JPEG").xmp.credit == "연합"


def test_a_text_of_a_png_that_unpacks_to_gigabytes_is_cut():
    import zlib

    bomb = zlib.compress(b" " * 50_000_000)
    body = b"XML:com.adobe.xmp\0\1\0\0\0" + bomb
    chunk = (
        len(body).to_bytes(4, "big")
        + b"iTXt"
        + body
        + zlib.crc32(b"iTXt" + body).to_bytes(4, "big")
    )
    data = make.picture("PNG")
    found = embedded.read(data[:33] + chunk + data[33:])
    assert len(found.packet) <= embedded.MAX_TEXT


@pytest.mark.parametrize("moment", ["0000:00:00 00:00:00", "", "yesterday", None, 7])
def test_a_moment_that_is_none_is_left_out(moment):
    assert embedded._moment(moment, "+99:99") == ""


def test_credentials_and_metadata_that_disagree_are_told():
    packet = make.packet(f'Iptc4xmpExt:DigitalSourceType="{make.CV}trainedAlgorithmicMedia"')
    data = make.signed(make.picture(xmp=packet), make.created("digitalCapture"))
    claim = read(data, "JPEG")
    assert "sources_disagree" in claim.warnings
    assert (claim.ai_evidence, claim.digital_source_type) == ("fully", "trainedAlgorithmicMedia")
