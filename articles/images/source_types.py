"""The IPTC Digital Source Types: codes, labels, addresses, and what each says about AI.

Source: http://cv.iptc.org/newscodes/digitalsourcetype/ (the addresses begin with http, not https).
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BASE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SCHEMA_ORG = "https://schema.org/"


class Evidence(StrEnum):
    """How much of a picture a generative model made, as far as its file says so.

    "none declared" never means that no AI was used.
    """

    FULLY = "fully"
    PARTLY = "partly"
    POSSIBLY = "possibly"
    NONE = "none_declared"

    @property
    def strength(self) -> int:
        return {"fully": 3, "partly": 2, "possibly": 1, "none_declared": 0}[self.value]


@dataclass(frozen=True)
class SourceType:
    """One code. `schema_org` is the name of schema.org's member, or "" where it has none."""

    code: str
    label: str | Promise
    ai: Evidence = Evidence.NONE
    schema_org: str = ""
    retired: bool = False

    @property
    def uri(self) -> str:
        return BASE + self.code

    @property
    def schema_uri(self) -> str:
        return SCHEMA_ORG + self.schema_org if self.schema_org else ""


_ALL = (
    SourceType(
        "digitalCapture", _("Taken with a digital camera"), schema_org="DigitalCaptureDigitalSource"
    ),
    SourceType(
        "computationalCapture",
        _("Taken with a camera that merges several frames"),
        schema_org="MultiFrameComputationalCaptureDigitalSource",
    ),
    SourceType(
        "negativeFilm", _("Scanned from a negative"), schema_org="NegativeFilmDigitalSource"
    ),
    SourceType("positiveFilm", _("Scanned from a slide"), schema_org="PositiveFilmDigitalSource"),
    SourceType("print", _("Scanned from a print"), schema_org="PrintDigitalSource"),
    SourceType("humanEdits", _("Edited by a person without generative AI")),
    SourceType(
        "compositeWithTrainedAlgorithmicMedia",
        _("Edited using generative AI"),
        Evidence.PARTLY,
        "CompositeWithTrainedAlgorithmicMediaDigitalSource",
    ),
    SourceType(
        "algorithmicallyEnhanced",
        _("Enhanced by an algorithm"),
        schema_org="AlgorithmicallyEnhancedDigitalSource",
    ),
    SourceType("digitalCreation", _("Drawn by a person with digital tools")),
    SourceType("dataDrivenMedia", _("Made from data"), schema_org="DataDrivenMediaDigitalSource"),
    SourceType(
        "trainedAlgorithmicMedia",
        _("Created using generative AI"),
        Evidence.FULLY,
        "TrainedAlgorithmicMediaDigitalSource",
    ),
    SourceType(
        "algorithmicMedia",
        _("Made by an algorithm that was not trained"),
        schema_org="AlgorithmicMediaDigitalSource",
    ),
    SourceType(
        "screenCapture", _("Captured from a screen"), schema_org="ScreenCaptureDigitalSource"
    ),
    SourceType(
        "virtualRecording",
        _("Recorded in a virtual world"),
        schema_org="VirtualRecordingDigitalSource",
    ),
    SourceType(
        "composite",
        _("Put together from several parts"),
        Evidence.POSSIBLY,
        "CompositeDigitalSource",
    ),
    SourceType(
        "compositeCapture",
        _("Put together from several photographs"),
        schema_org="CompositeCaptureDigitalSource",
    ),
    SourceType(
        "compositeSynthetic",
        _("Put together, with parts made by generative AI"),
        Evidence.PARTLY,
        "CompositeSyntheticDigitalSource",
    ),
    SourceType("softwareImage", _("Made with software (retired term)"), retired=True),
    SourceType(
        "minorHumanEdits",
        _("Slightly edited by a person (retired term)"),
        schema_org="MinorHumanEditsDigitalSource",
        retired=True,
    ),
    SourceType(
        "digitalArt",
        _("Digital art (retired term)"),
        Evidence.POSSIBLY,
        "DigitalArtDigitalSource",
        retired=True,
    ),
)
BY_CODE = {kind.code: kind for kind in _ALL}
_LOWER = {kind.code.lower(): kind.code for kind in _ALL} | {
    kind.schema_org.lower(): kind.code for kind in _ALL if kind.schema_org
}


def writable() -> list[tuple[str, str | Promise]]:
    """The codes that may be declared and written into files, as choices: retired ones are not."""
    return [(kind.code, kind.label) for kind in _ALL if not kind.retired]


def is_writable(code: str) -> bool:
    return code in BY_CODE and not BY_CODE[code].retired


def parse(value: object) -> str:
    """The code in an IPTC or schema.org address, or in a bare code; "" where it is none we know."""
    if not isinstance(value, str):
        return ""
    last = re.split(r"[/:#]", value.strip().rstrip("/"))[-1]
    return _LOWER.get(last.lower(), "")


def uri(code: str) -> str:
    """The IPTC address of a code; "" for none."""
    return BY_CODE[code].uri if code in BY_CODE else ""


def schema_uri(code: str) -> str:
    """The schema.org address of a code; "" where schema.org has no such member."""
    return BY_CODE[code].schema_uri if code in BY_CODE else ""


def label(code: str) -> str:
    """The code in words, in the language that is active; "" for none."""
    return str(BY_CODE[code].label) if code in BY_CODE else ""


def evidence(code: str) -> Evidence:
    """What a code says about AI."""
    return BY_CODE[code].ai if code in BY_CODE else Evidence.NONE
