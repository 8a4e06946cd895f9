"""China's AIGC mark: read from strangers, written once."""

import json

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from articles.images.provenance import tc260, xmp
from articles.images.provenance.read import read
from articles.images.source_types import Evidence
from tests.images import make

NS = f'xmlns:TC260="{tc260.NAMESPACE}"'


def marked(*blocks: str) -> bytes:
    inside = "".join(f"<TC260:AIGC>{block}</TC260:AIGC>" for block in blocks)
    return make.packet(NS, inside)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(
    ("label", "found", "code"),
    [("1", "fully", "generated"), ("2", "possibly", ""), ("3", "possibly", "")],
)
def test_the_mark_is_read(format, label, found, code):
    packet = tc260.packet(make.aigc(label))
    data = make.png_with_xmp(packet) if format == "PNG" else make.picture(format, xmp=packet)
    claim = read(data, format)
    assert (claim.ai_evidence, claim.tc260.block) == (found, make.aigc(label))
    assert {"generation": "generated"}.get(claim.suggestion.stage, "") == code
    assert f"aigc_{found}" in claim.reasons


def test_the_mark_may_be_an_attribute():
    said = json.dumps(make.aigc()).replace('"', "&quot;")
    claim = xmp.read(make.packet(f'{NS} TC260:AIGC="{said}"'))
    assert tc260.blocks(claim.aigc)[0].label == "1"


def test_numbers_for_strings_are_forgiven():
    assert tc260.parse('{"Label": 1, "ContentProducer": null}').label == "1"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[]",
        "1",
        "null",
        '{"other": 1}',
        '{"AIGC": "{\\"AIGC\\": 1}"}',
        "[" * 100_000,
        '{"Label":' + "9" * 5000 + "}",
        '{"Label": "1"}' + " " * 30_000,
    ],
)
def test_what_is_no_block_is_none(text):
    found = tc260.parse(text)
    assert found is None or found.label == ""


def test_an_unheard_of_label_is_no_evidence():
    block = tc260.parse(json.dumps(make.aigc("7")))
    assert (block.label, block.evidence) == ("", Evidence.NONE)


def test_several_marks_and_broken_ones_are_told():
    one, two = json.dumps(make.aigc()), json.dumps(make.aigc("2"))
    claim = read(make.picture(xmp=marked(one, two)), "JPEG")
    assert claim.warnings == ("aigc_several",)
    assert claim.tc260.label == "1"
    assert read(make.picture(xmp=marked("{")), "JPEG").warnings == ("aigc_unreadable",)


def test_a_mark_outside_the_xmp_is_read():
    info = PngInfo()
    info.add_text("AIGC", json.dumps(make.aigc()))
    assert read(make.picture("PNG", pnginfo=info), "PNG").ai_evidence == "fully"
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = b"ASCII\0\0\0" + json.dumps({"AIGC": make.aigc()}).encode()
    assert read(make.picture(exif=exif), "JPEG").ai_evidence == "fully"


def test_exactly_one_block_is_written_and_read_again():
    block = make.aigc("2", ContentProducer='A & "B" <c> 한국')
    packet = xmp.write(credit="갈피", aigc=block)
    assert packet.count(b"<TC260:AIGC>") == 1
    assert tc260.blocks(xmp.read(packet).aigc)[0].block == block
    fromstring(tc260.packet(block))
    assert tc260.blocks(xmp.read(tc260.packet(block)).aigc)[0].block == block


def test_no_block_writes_nothing():
    assert tc260.packet({}) == b"" and tc260.property({"x": "y"}) == ""
    assert xmp.write(aigc={}) == b""
