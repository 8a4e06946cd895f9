"""Content Credentials (C2PA): bytes in, claim out. Nothing is ever fetched."""

import datetime as dt
import io
import json
import os
import threading
from collections.abc import Iterator, Mapping
from typing import Any

import c2pa as library

from articles.images.provenance.claim import (
    Action,
    C2paClaim,
    Ingredient,
    State,
    classify_chain,
    told_type,
)
from articles.images.provenance.plain import plain
from articles.images.source_types import parse

VERIFIER = "c2pa-rs"
MIME = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
    "GIF": "image/gif",
}
# Without these the library calls genuine pictures of 2026 invalid ("missing required EKU").
KEY_USES = (
    "1.3.6.1.5.5.7.3.4",
    "1.3.6.1.5.5.7.3.36",
    "1.3.6.1.5.5.7.3.8",
    "1.3.6.1.5.5.7.3.9",
    "1.3.6.1.4.1.311.76.59.1.9",
    "1.3.6.1.4.1.62558.2.1",
)
# The library's defaults fetch whatever address an uploaded file names; only a context of our own
# stops that. Identity assertions ignore the host list and must be off by themselves.
SETTINGS = {
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
    "core": {"decode_identity_assertions": False, "allowed_network_hosts": []},
    "trust": {"trust_config": "\n".join(KEY_USES) + "\n"},
}
TAMPERED = {
    "assertion.dataHash.mismatch": "content_changed",
    "assertion.bmffHash.mismatch": "content_changed",
    "assertion.boxesHash.mismatch": "content_changed",
    "assertion.hashedURI.mismatch": "assertion_changed",
    "claimSignature.mismatch": "signature_broken",
}
EXPIRED = {"signingCredential.expired", "claimSignature.outsideValidity"}
UNTRUSTED = "signingCredential.untrusted"
MAX_RAW = 2_000_000  # characters of a report that are kept

_lock = threading.Lock()
_contexts: dict[int, library.Context] = {}


def version() -> str:
    return library.sdk_version()


def read(data: bytes, format: str) -> C2paClaim:
    """What the credentials in `data` say. `format` is Pillow's name (JPEG, PNG, WEBP, AVIF, GIF).

    Never raises for what the bytes hold: a file that cannot be read is a claim of that state.
    """
    if format not in MIME:
        return C2paClaim(State.UNSUPPORTED, ("format_unsupported",))
    try:
        reader = library.Reader.try_create(MIME[format], io.BytesIO(data), context=_context())
        if reader is None:
            return C2paClaim(State.NONE, ("no_manifest",))
        with reader:
            text = reader.json()
    except library.C2paError as error:
        return _failed(error)
    try:
        report = json.loads(text)
        return _claim(report, kept=len(text) <= MAX_RAW)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        # The report is made from the file, so its shape is the file's word, too.
        return C2paClaim(State.UNREADABLE, ("unparseable",))


def _context() -> library.Context:
    # A context inherited over a fork is refused by the library, so each process has its own.
    pid = os.getpid()
    with _lock:
        if pid not in _contexts:
            _contexts.clear()
            _contexts[pid] = library.Context.from_dict(SETTINGS)
        return _contexts[pid]


def _failed(error: library.C2paError) -> C2paClaim:
    said = str(error)
    if said.startswith("Remote"):
        return C2paClaim(State.REMOTE_UNFETCHED, ("remote_manifest",), raw={"error": plain(said)})
    if isinstance(error, library.C2paError.NotSupported) or said.startswith("NotSupported"):
        return C2paClaim(State.UNSUPPORTED, ("format_unsupported",), raw={"error": plain(said)})
    return C2paClaim(State.UNREADABLE, ("unparseable",), raw={"error": plain(said)})


def _claim(report: Mapping[str, Any], *, kept: bool) -> C2paClaim:
    manifests = report.get("manifests") or {}
    active = report.get("active_manifest") or ""
    ordered = sorted(manifests, key=lambda label: label != active)
    actions = tuple(a for label in ordered for a in _actions(label, manifests[label]))
    ingredients = tuple(i for label in ordered for i in _ingredients(label, manifests[label]))
    state, reasons = _verdict(report, ingredients)
    signature = (manifests.get(active) or {}).get("signature_info") or {}
    found = classify_chain(active, actions, ingredients)
    return C2paClaim(
        state=state,
        reasons=reasons,
        ai_evidence=found,
        digital_source_type=told_type(actions, found),
        signer=_signer(signature),
        signed_at=_instant(signature.get("time")),
        actions=actions,
        ingredients=ingredients,
        raw=plain(report) if kept else {"left_out": "too long"},
    )


def _verdict(
    report: Mapping[str, Any], ingredients: tuple[Ingredient, ...]
) -> tuple[State, tuple[str, ...]]:
    results = report.get("validation_results") or {}
    failures = _codes((results.get("activeManifest") or {}).get("failure"))
    deltas = [d.get("validationDeltas") or {} for d in results.get("ingredientDeltas") or []]
    beneath = {code for delta in deltas for code in _codes(delta.get("failure"))}
    beneath |= {code for material in ingredients for code in material.failures}
    reasons = sorted({TAMPERED[code] for code in failures if code in TAMPERED})
    # Signing over a tampered parent gives a valid file: only the record on the parent tells.
    if beneath & TAMPERED.keys():
        reasons.append("ingredient_tampered")
    if reasons:
        return State.INVALID_TAMPERED, tuple(reasons)
    verdict = report.get("validation_state")
    if verdict == "Trusted":
        return State.TRUSTED, ("signer_trusted",)
    if verdict == "Valid":
        return State.VALID_UNTRUSTED, ("signer_untrusted",)
    others = set(failures) - {UNTRUSTED}
    if others and others <= EXPIRED:
        return State.INVALID_EXPIRED, ("certificate_expired",)
    return State.INVALID_OTHER, ("check_failed",)


def _actions(label: str, manifest: Mapping[str, Any]) -> Iterator[Action]:
    for assertion in manifest.get("assertions") or []:
        if not str(assertion.get("label", "")).startswith("c2pa.actions"):
            continue
        data = assertion.get("data") or {}
        templates = {t.get("action"): t for t in data.get("templates") or []}
        agents = data.get("softwareAgents") or []
        for step in data.get("actions") or []:
            template = templates.get(step.get("action")) or templates.get("*") or {}
            told = step.get("digitalSourceType") or template.get("digitalSourceType")
            agent = step.get("softwareAgent") or template.get("softwareAgent")
            index = step.get("softwareAgentIndex")
            if not agent and isinstance(index, int) and 0 <= index < len(agents):
                agent = agents[index]
            name = agent.get("name") if isinstance(agent, dict) else agent
            yield Action(
                action=plain(str(step.get("action", ""))),
                digital_source_type=parse(told),
                software=plain(str(name or "")),
                when=plain(str(step.get("when") or "")),
                manifest=label,
            )


def _ingredients(label: str, manifest: Mapping[str, Any]) -> Iterator[Ingredient]:
    for material in manifest.get("ingredients") or []:
        recorded = (material.get("validation_results") or {}).get("activeManifest") or {}
        failures = [*_codes(recorded.get("failure")), *_codes(material.get("validation_status"))]
        yield Ingredient(
            title=plain(str(material.get("title") or "")),
            format=plain(str(material.get("format") or "")),
            relationship=plain(str(material.get("relationship") or "")),
            manifest=label,
            source=plain(str(material.get("active_manifest") or "")),
            failures=tuple(dict.fromkeys(failures)),
        )


def _codes(statuses: Any) -> list[str]:
    return [plain(str(s.get("code", ""))) for s in statuses or []]


def _signer(signature: Mapping[str, Any]) -> str:
    issuer, name = (plain(str(signature.get(k) or "")) for k in ("issuer", "common_name"))
    return f"{issuer} ({name})" if issuer and name else issuer or name


def _instant(value: Any) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return at.replace(microsecond=0) if at.tzinfo else at.replace(microsecond=0, tzinfo=dt.UTC)
