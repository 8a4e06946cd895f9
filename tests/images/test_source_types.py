import pytest
from django.utils import translation

from articles.images import source_types
from articles.images.source_types import Evidence

KNOWN_TO_SCHEMA_ORG = 17


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture", "digitalCapture"),
        ("https://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture/", "digitalCapture"),
        ("trainedAlgorithmicMedia", "trainedAlgorithmicMedia"),
        ("digsrctype:compositeSynthetic", "compositeSynthetic"),
        ("https://schema.org/TrainedAlgorithmicMediaDigitalSource", "trainedAlgorithmicMedia"),
        ("https://schema.org/MultiFrameComputationalCaptureDigitalSource", "computationalCapture"),
        ("http://cv.iptc.org/newscodes/digitalsourcetype/digitalArt", "digitalArt"),
        ("http://cv.iptc.org/newscodes/digitalsourcetype/somethingNew", ""),
        ("", ""),
        (None, ""),
        ({"a": 1}, ""),
    ],
)
def test_a_source_type_is_read_however_it_is_written(written, code):
    assert source_types.parse(written) == code


def test_retired_codes_are_read_and_never_offered():
    offered = dict(source_types.writable())
    assert len(offered) == 17
    for code in ("softwareImage", "minorHumanEdits", "digitalArt"):
        assert source_types.parse(code) == code
        assert code not in offered


def test_addresses_are_iptcs_and_schema_orgs():
    assert source_types.uri("trainedAlgorithmicMedia").startswith("http://cv.iptc.org/")
    assert source_types.schema_uri("print") == "https://schema.org/PrintDigitalSource"
    assert source_types.schema_uri("humanEdits") == ""
    assert source_types.schema_uri("digitalCreation") == ""
    assert sum(bool(k.schema_org) for k in source_types.BY_CODE.values()) == KNOWN_TO_SCHEMA_ORG


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("trainedAlgorithmicMedia", Evidence.FULLY),
        ("compositeWithTrainedAlgorithmicMedia", Evidence.PARTLY),
        ("compositeSynthetic", Evidence.PARTLY),
        ("composite", Evidence.POSSIBLY),
        ("digitalArt", Evidence.POSSIBLY),
        ("algorithmicMedia", Evidence.NONE),
        ("", Evidence.NONE),
    ],
)
def test_what_a_code_says_about_ai(code, found):
    assert source_types.evidence(code) is found


def test_labels_are_words():
    with translation.override("en"):
        assert source_types.label("trainedAlgorithmicMedia") == "Created using generative AI"
    assert source_types.label("unheardOf") == ""
