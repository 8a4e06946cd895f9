"""What copies say in XMP, and what never gets into them."""

import io

import pytest
from PIL import Image

from articles.disclosure.models import AISystem, AIUse
from articles.images import intake, renditions
from articles.images.models import ImageAsset
from articles.images.provenance import xmp
from tests.images import make

EXIF_GPS = 0x8825
AI = make.CV + "trainedAlgorithmicMedia"


def packet(data: bytes) -> bytes | str:
    return Image.open(io.BytesIO(data)).info.get("xmp", b"")


@pytest.fixture
def copies(jiwoo, shown):
    """Return a function: all copies of these bytes, by "kind.format"."""

    def take(data: bytes, **declared) -> dict[str, bytes]:
        asset = intake.add(data, file_name="a", by=jiwoo)
        ImageAsset.objects.filter(pk=asset.pk).update(**declared)
        renditions.ensure(asset)
        return shown(asset)

    return take


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("signs", [False, True])
def test_place_and_camera_never_reach_a_copy(format, signs, copies, request):
    if signs:
        request.getfixturevalue("key")
    exif = Image.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    exif.get_ifd(EXIF_GPS)[2] = (37.0, 33.0, 58.0)
    data = make.picture(format, exif=exif, comment=b"SECRET-COMMENT")
    assert b"SECRET-CAMERA" in data
    for name, copy in copies(data).items():
        assert b"SECRET" not in copy, name
        assert not Image.open(io.BytesIO(copy)).getexif()


def test_every_copy_says_what_was_declared(copies):
    said = {
        "credit": "갈피 <그래픽> & “팀”",
        "copyright_notice": "© 2026 갈피",
        "usage_terms": "이 기사에만",
        "licence_url": "https://galpi.example/licence?a=1&b=2",
        "digital_source_type": "digitalCapture",
        "data_mining": "DMI-PROHIBITED-AIMLTRAINING",
        "model_release": "MR-UMR",
    }
    for name, copy in copies(make.picture(), **said).items():
        told = xmp.read(packet(copy))
        assert told.credit == said["credit"], name
        assert told.copyright_notice == said["copyright_notice"]
        assert told.usage_terms == said["usage_terms"]
        assert told.web_statement == said["licence_url"]
        assert told.digital_source_type == "digitalCapture"
        assert told.data_mining.endswith("/vocab/DMI-PROHIBITED-AIMLTRAINING")
        assert told.model_release.endswith("/vocab/MR-UMR")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_copy_carries_on_what_the_original_says(format, copies):
    inside = (
        "<Iptc4xmpExt:AISystemUsed>Model A</Iptc4xmpExt:AISystemUsed>"
        "<Iptc4xmpExt:AISystemVersionUsed>7</Iptc4xmpExt:AISystemVersionUsed>"
        "<Iptc4xmpExt:AIPromptInformation>SECRET-PROMPT</Iptc4xmpExt:AIPromptInformation>"
        "<dc:creator><rdf:Seq><rdf:li>SECRET-PERSON</rdf:li></rdf:Seq></dc:creator>"
    )
    said = make.packet(f'Iptc4xmpExt:DigitalSourceType="{AI}" photoshop:Credit="연합"', inside)
    data = make.png_with_xmp(said) if format == "PNG" else make.picture(format, xmp=said)
    for name, copy in copies(data).items():
        told = xmp.read(packet(copy))
        assert (told.digital_source_type, told.credit) == ("trainedAlgorithmicMedia", "연합"), name
        assert (told.ai_system, told.ai_system_version) == ("Model A", "7")
        # No prompt, and no creator: IPTC keeps that for people.
        assert b"SECRET" not in copy


def test_the_creator_of_a_photograph_stays_named(copies):
    inside = "<dc:creator><rdf:Seq><rdf:li>박사진</rdf:li></rdf:Seq></dc:creator>"
    for copy in copies(make.picture(xmp=make.packet(inside=inside))).values():
        assert xmp.read(packet(copy)).creator == "박사진"


def test_the_system_is_told_by_the_credentials_where_no_xmp_names_it(copies):
    step = make.created("trainedAlgorithmicMedia")[0] | {"softwareAgent": {"name": "Model B"}}
    for name, copy in copies(make.signed(make.picture(), [step])).items():
        assert xmp.read(packet(copy)).ai_system == "Model B", name


def test_the_system_that_people_recorded_goes_before_what_the_file_says(jiwoo, shown):
    inside = "<Iptc4xmpExt:AISystemUsed>Model A</Iptc4xmpExt:AISystemUsed>"
    data = make.picture(xmp=make.packet(inside=inside))
    asset = intake.add(data, file_name="a", by=jiwoo)
    renditions.ensure(asset)
    keys = set(asset.renditions.values_list("key", flat=True))
    system = AISystem.objects.create(name="그림 모델", name_en="Picture model", version="3.2")
    AIUse.objects.create(asset=asset, stage="generation", system=system, prompt="SECRET-PROMPT")
    renditions.ensure(asset)
    assert set(asset.renditions.values_list("key", flat=True)) == keys
    for copy in shown(asset).values():
        told = xmp.read(packet(copy))
        assert (told.ai_system, told.ai_system_version) == ("Picture model", "3.2")
        assert b"SECRET" not in copy


def test_the_aigc_mark_is_in_every_copy_once(copies):
    block = '{"Label":"1","ContentProducer":"00119111","ProduceID":"p-1","ReservedCode1":"",' \
        '"ContentPropagator":"","PropagateID":"","ReservedCode2":""}'  # fmt: skip
    escaped = block.replace('"', "&quot;")
    said = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/" '
        f'TC260:AIGC="{escaped}"/></rdf:RDF></x:xmpmeta>'
    ).encode()
    for name, copy in copies(make.picture(xmp=said)).items():
        assert copy.count(b"<TC260:AIGC>") == 1, name
        assert xmp.read(packet(copy)).aigc == (block,)


def test_what_a_person_declares_goes_before_what_the_file_says(jiwoo):
    data = make.picture(xmp=make.packet('photoshop:Credit="연합"'))
    asset = intake.add(
        data, file_name="a", by=jiwoo, credit="갈피", digital_source_type="digitalCreation"
    )
    claim = xmp.read(renditions.marks(asset, asset.report))
    assert (claim.digital_source_type, claim.credit) == ("digitalCreation", "갈피")
