import io

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image

from articles.images import intake, renditions
from articles.images.provenance import xmp
from articles.images.provenance.claim import XmpClaim
from tests.images import make

AI = make.CV + "trainedAlgorithmicMedia"
FORMS = {
    "attribute": make.packet(f'Iptc4xmpExt:DigitalSourceType="{AI}" photoshop:Credit="연합"'),
    "element": make.packet(
        inside=f"<Iptc4xmpExt:DigitalSourceType>{AI}</Iptc4xmpExt:DigitalSourceType>"
        "<photoshop:Credit> 연합 </photoshop:Credit>"
    ),
    "address": make.packet(
        'photoshop:Credit="연합"', f'<Iptc4xmpExt:DigitalSourceType rdf:resource="{AI}"/>'
    ),
    "with a wrapper": b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    + make.packet(f'Iptc4xmpExt:DigitalSourceType="{AI}" photoshop:Credit="연합"')
    + b"\n   \n<?xpacket end='w'?>\x00\x00",
}


@pytest.mark.parametrize("form", FORMS)
def test_every_way_of_writing_a_property_is_read(form):
    claim = xmp.read(FORMS[form])
    assert (claim.digital_source_type, claim.credit) == ("trainedAlgorithmicMedia", "연합")


def test_lists_and_languages_give_their_first_text():
    inside = (
        '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 갈피</rdf:li></rdf:Alt></dc:rights>'
        "<Iptc4xmpExt:AISystemUsed><rdf:Bag><rdf:li>Model A</rdf:li></rdf:Bag>"
        "</Iptc4xmpExt:AISystemUsed>"
    )
    claim = xmp.read(make.packet(inside=inside))
    assert (claim.copyright_notice, claim.ai_system) == ("© 갈피", "Model A")


@pytest.mark.parametrize(
    "broken",
    [
        b"not xml",
        b"<x:xmpmeta><unclosed>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&b;</x:xmpmeta>',
        b"\xff\xfe\x00\x00",
        b"<?xml version='1.0' encoding='no-such'?><a/>",
        b" " * (xmp.MAX_PACKET + 1),
        "<a>\ud800</a>",
    ],
)
def test_broken_or_hostile_metadata_is_told_and_harms_nothing(broken):
    claim = xmp.read(broken)
    assert claim == XmpClaim(readable=isinstance(broken, str))


def test_an_entity_bomb_is_not_unfolded():
    bomb = b'<!DOCTYPE z [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)
    )
    assert not xmp.read(bomb + b"]><z>&j;</z>").readable


def test_no_metadata_is_an_empty_claim():
    assert xmp.read(None) == xmp.read(b"") == XmpClaim()


def test_what_is_written_is_read_again():
    packet = xmp.write(
        digital_source_type="trainedAlgorithmicMedia",
        credit='갈피 <그래픽> & "팀"',
        copyright_notice="© 2026 갈피",
        ai_system="Model A",
        ai_system_version="2",
        data_mining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
    )
    fromstring(packet)
    assert xmp.read(packet) == XmpClaim(
        "trainedAlgorithmicMedia",
        '갈피 <그래픽> & "팀"',
        "© 2026 갈피",
        "Model A",
        "2",
        "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
    )


@pytest.mark.parametrize("code", ["digitalArt", "softwareImage", "unheardOf", ""])
def test_a_retired_or_unknown_source_type_is_never_written(code):
    assert xmp.write(digital_source_type=code) == b""


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_copy_carries_on_what_the_original_says(format, jiwoo):
    inside = "<Iptc4xmpExt:AISystemUsed>Model A</Iptc4xmpExt:AISystemUsed>"
    packet = make.packet(f'Iptc4xmpExt:DigitalSourceType="{AI}" photoshop:Credit="연합"', inside)
    data = make.png_with_xmp(packet) if format == "PNG" else make.picture(format, xmp=packet)
    asset = intake.add(data, file_name="a", by=jiwoo)
    assert asset.report.ai_evidence == "fully"
    for row in asset.renditions.all():
        file, _, _ = renditions.open(row.key)
        with file:
            shown = xmp.read(Image.open(io.BytesIO(file.read())).info["xmp"])
        assert (shown.digital_source_type, shown.credit, shown.ai_system) == (
            "trainedAlgorithmicMedia",
            "연합",
            "Model A",
        )


def test_what_a_person_declares_goes_before_what_the_file_says(jiwoo):
    data = make.picture(xmp=make.packet('photoshop:Credit="연합"'))
    asset = intake.add(
        data, file_name="a", by=jiwoo, credit="갈피", digital_source_type="digitalCreation"
    )
    claim = xmp.read(renditions.marks(asset, asset.report))
    assert (claim.digital_source_type, claim.credit) == ("digitalCreation", "갈피")
