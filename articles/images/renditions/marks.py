"""What every copy of a picture says of itself, and the digest that tells when it is out of date."""

import hashlib
import json

from articles.images import source_types
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.provenance import xmp
from articles.images.provenance.claim import State
from articles.images.renditions import systems
from articles.images.renditions.encode import ENCODER
from articles.images.renditions.kinds import Wanted
from articles.images.source_types import Evidence

PLUS = "http://ns.useplus.org/ldf/vocab/"


def marks(asset: ImageAsset, report: ProvenanceReport | None) -> bytes:
    """The XMP that every copy of `asset` carries: what was declared, else what the file says.

    Of a file whose credentials are invalid only evidence of AI is carried on. Prompts never are,
    and a picture with AI in it names no creator: IPTC keeps that for people.
    """
    said = report.xmp if report else {}
    told = source_type(asset, report)
    system, version = systems.recorded(asset)
    if not system:
        system, version = _system(report)
    return xmp.write(
        digital_source_type=told,
        credit=asset.credit or said.get("credit", ""),
        copyright_notice=asset.copyright_notice or said.get("copyright_notice", ""),
        creator="" if _has_ai(told, report) else said.get("creator", ""),
        usage_terms=asset.usage_terms or said.get("usage_terms", ""),
        web_statement=asset.licence_url or said.get("web_statement", ""),
        ai_system=system,
        ai_system_version=version,
        data_mining=_plus(asset.data_mining or said.get("data_mining", "")),
        model_release=_plus(asset.model_release or said.get("model_release", "")),
        aigc=report.tc260 if report else None,
    )


def source_type(asset: ImageAsset, report: ProvenanceReport | None) -> str:
    """The source type code that copies carry; "" for none."""
    told = report.digital_source_type if report else ""
    if report and State(report.state).invalid and report.ai_evidence == Evidence.NONE:
        told = ""
    return asset.digital_source_type or told


def digest(copy: Wanted, packet: bytes, signer: str) -> str:
    """Of everything a copy is made from and with, besides the original's bytes, which never change:
    its size and cut, its XMP, who signs it ("" for nobody) and how it is encoded."""
    box = [copy.box.left, copy.box.top, copy.box.width, copy.box.height] if copy.box else None
    about = [ENCODER, copy.width, copy.height, box, packet.decode(), signer]
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()


def _has_ai(told: str, report: ProvenanceReport | None) -> bool:
    in_file = bool(report) and report.ai_evidence != Evidence.NONE
    return in_file or source_types.evidence(told) is not Evidence.NONE


def _system(report: ProvenanceReport | None) -> tuple[str, str]:
    """Name and version of the AI system: from the XMP, else the software of a step with AI in it."""
    if report is None:
        return "", ""
    if report.xmp.get("ai_system"):
        return report.xmp["ai_system"], report.xmp.get("ai_system_version", "")
    sure = (Evidence.FULLY, Evidence.PARTLY)
    for step in report.actions:
        code = step.get("digital_source_type", "")
        if step.get("software") and source_types.evidence(code) in sure:
            return step["software"], ""
    return "", ""


def _plus(value: str) -> str:
    return PLUS + value if value.startswith(("DMI-", "MR-")) else value
