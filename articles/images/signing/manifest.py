"""What our manifests say, as the library takes it. Pure.

C2PA 2.2: actions in section 18.16, ingredients in 18.15, redaction in 6.8.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from articles.images.source_types import is_writable, uri

SPEC = "2.2.0"
ORIGINAL = "original"  # no file name: it may name a person
_GENERATOR = {"name": "Newsroom", "version": "1", "specVersion": SPEC}
# Of these assertions of others nothing goes into a public copy: camera data may tell a place, and
# thumbnails would outweigh the copy.
_LEFT_OUT = ("thumbnail", "exif", "metadata", "iptc", "location")
_BULKY = "thumbnail"


def of_copy(steps: Iterable[str], source_type: str = "") -> dict[str, Any]:
    """The manifest of a copy: opened from the original, `steps`, published."""
    first: dict[str, Any] = _opened()
    if is_writable(source_type):
        first["digitalSourceType"] = uri(source_type)
    actions = [first, *({"action": step} for step in steps), {"action": "c2pa.published"}]
    return _manifest(actions, whole=True)


def of_update(left_out: Iterable[str]) -> dict[str, Any]:
    """The manifest that takes assertions out of an original's own, each by its address."""
    addresses = list(left_out)
    actions = [_opened(), *(_redacted(address) for address in addresses)]
    return _manifest(actions) | {"redactions": addresses}


def about_original(mime: str = "", sha256: str = "") -> dict[str, str]:
    """The one ingredient. With its type and hash it can be named without its bytes."""
    about = {"title": ORIGINAL, "relationship": "parentOf", "label": ORIGINAL}
    if mime:
        about |= {"format": mime, "instance_id": f"sha256:{sha256}"}
    return about


def to_leave_out(manifests: Mapping[str, Any]) -> list[str]:
    """The addresses of assertions that go into no public copy, from a detailed report."""
    return [
        f"self#jumbf=/c2pa/{label}/c2pa.assertions/{name}"
        for label, manifest in manifests.items()
        for name in manifest.get("assertion_store") or {}
        if any(word in name.lower() for word in _LEFT_OUT)
    ]


def _opened() -> dict[str, Any]:
    return {"action": "c2pa.opened", "parameters": {"ingredientIds": [ORIGINAL]}}


def _redacted(address: str) -> dict[str, Any]:
    why = "newsroom.size" if _BULKY in address else "c2pa.PII.present"
    return {"action": "c2pa.redacted", "reason": why, "parameters": {"redacted": address}}


def _manifest(actions: list[dict[str, Any]], *, whole: bool = False) -> dict[str, Any]:
    data: dict[str, Any] = {"actions": actions}
    if whole:
        data["allActionsIncluded"] = True
    return {
        "claim_generator_info": [_GENERATOR],
        "assertions": [{"label": "c2pa.actions.v2", "data": data}],
    }
