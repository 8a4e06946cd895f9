"""What one file says of its origin, as plain data for the operator: asked, answered, not stored."""

from dataclasses import asdict
from typing import Any

from articles.images import containers, reasons
from articles.images.provenance.claim import Claim, State
from articles.images.provenance.read import read
from articles.images.provenance.suggest import label
from articles.images.provenance.trust import Trust
from articles.images.says import sentences

# States that somebody who reads the warnings alone must hear of.
STATE_WARNINGS = {
    State.UNREADABLE: ("unparseable",),
    State.INVALID_TAMPERED: ("credentials_invalid",),
    State.INVALID_EXPIRED: ("certificate_expired",),
    State.INVALID_OTHER: ("credentials_invalid",),
    State.VALID_UNTRUSTED: ("signer_untrusted",),
}


def answer(data: bytes, installed: Trust) -> dict[str, Any]:
    """The answer of `manage.py provenance`, JSON-able. The words are in the language that is active.

    `suggested_label` is the code of an image label ("generated", "edited", "composite",
    "invalid"), None where the file suggests none: that never means that no AI was used.
    """
    claim = read(data, kind(data), trust=installed)
    suggestion = claim.suggestion
    signed_at = claim.c2pa.signed_at
    warnings = [*STATE_WARNINGS.get(claim.state, ()), *claim.warnings]
    return {
        "state": claim.state.value,
        "ai_evidence": claim.ai_evidence.value,
        "digital_source_type": claim.digital_source_type or None,
        "signer": claim.c2pa.signer or None,
        "signed_at": signed_at.isoformat() if signed_at else None,
        "reasons": list(claim.reasons),
        "reasons_text": list(sentences(reasons.REASONS, claim.reasons)),
        "actions": [asdict(step) for step in claim.c2pa.actions],
        "ingredients": [asdict(material) for material in claim.c2pa.ingredients],
        "manifests": [asdict(link) for link in claim.manifests],
        "suggested_label": label(claim) or None,
        "suggestion": asdict(suggestion),
        "warnings": warnings,
        "warnings_text": list(sentences(reasons.REASONS | reasons.WARNINGS, warnings)),
        "metadata": _metadata(claim),
        "exif": asdict(claim.exif),
        "aigc": claim.tc260.block if claim.tc260 else None,
        "verifier": f"{claim.verifier} {claim.verifier_version}",
        "trust_list_digest": claim.trust_list_digest or None,
    }


def kind(data: bytes) -> str:
    """Pillow's name of the format, told by the first bytes; "" for what is no picture we know."""
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return "TIFF"
    return containers.kind(data)


def _metadata(claim: Claim) -> dict[str, Any]:
    # The operator holds the file anyway, so nothing is kept back here but the raw mark.
    return {key: value for key, value in asdict(claim.xmp).items() if value and key != "aigc"}
