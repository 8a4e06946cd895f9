"""Content Credentials (C2PA): bytes in, claim out. Nothing is ever fetched."""

import copy
import io
import json
import os
import threading
from collections.abc import Mapping
from typing import Any

import c2pa as library

from articles.images.provenance import chain
from articles.images.provenance.claim import C2paClaim, State
from articles.images.provenance.plain import plain, without_places
from articles.images.provenance.trust import NOBODY, Trust
from articles.images.provenance.weigh import classify_chain, told_type

VERIFIER = "c2pa-rs"
MIME = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
    "GIF": "image/gif",
    "HEIC": "image/heic",
    "TIFF": "image/tiff",
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
# The library takes an anchor for stamping the time as one for signing, too: which list vouched for a
# signer is told by these names alone ("" is a certificate that is itself on a list of signers).
SIGNERS, TIMESTAMPS = "newsroom:signers", "newsroom:timestamps"
# The library's defaults fetch whatever address an uploaded file names; only a context of our own
# stops that. Identity assertions ignore the host list and must be off by themselves.
SETTINGS = {
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False},
    "core": {"decode_identity_assertions": False, "allowed_network_hosts": []},
    "trust": {"trust_config": "\n".join(KEY_USES) + "\n"},
}
MAX_RAW = 2_000_000  # characters of a report that are kept

_lock = threading.Lock()
_contexts: dict[tuple[int, str], library.Context] = {}
MAX_CONTEXTS = 4


def version() -> str:
    return library.sdk_version()


def read(data: bytes, format: str, trust: Trust = NOBODY) -> C2paClaim:
    """What the credentials in `data` say. `format` is Pillow's name (JPEG, PNG, WEBP, AVIF, GIF).

    Never raises for what the bytes hold: a file that cannot be read is a claim of that state.
    """
    if format not in MIME:
        return C2paClaim(State.UNSUPPORTED, ("format_unsupported",))
    try:
        reader = library.Reader.try_create(MIME[format], io.BytesIO(data), context=_context(trust))
        if reader is None:
            return C2paClaim(State.NONE, ("no_manifest",))
        with reader:
            text = reader.json()
    except library.C2paError as error:
        return _failed(error)
    except (ValueError, RuntimeError, OSError) as error:
        return C2paClaim(State.UNREADABLE, ("unparseable",), raw={"error": plain(str(error))})
    try:
        return _claim(json.loads(text), kept=len(text) <= MAX_RAW)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        # The report is made from the file, so its shape is the file's word, too.
        return C2paClaim(State.UNREADABLE, ("unparseable",))


def _context(trust: Trust) -> library.Context:
    # A context inherited over a fork is refused by the library, so each process has its own.
    key = (os.getpid(), trust.digest)
    with _lock:
        if key not in _contexts:
            if len(_contexts) >= MAX_CONTEXTS or any(pid != key[0] for pid, _digest in _contexts):
                _contexts.clear()
            _contexts[key] = library.Context.from_dict(_settings(trust))
        return _contexts[key]


def _settings(trust: Trust) -> dict[str, Any]:
    settings = copy.deepcopy(SETTINGS)
    anchors = []
    if trust.signers:
        anchors.append(
            {
                "trust_anchors": trust.signers,
                # A list may name signers themselves, not only who vouches for them.
                "allowed_list": trust.signers,
                "trust_kind": "manifest",
                "trust_uri": SIGNERS,
            }
        )
    if trust.timestamps:
        anchors.append(
            {"trust_anchors": trust.timestamps, "trust_kind": "tsa", "trust_uri": TIMESTAMPS}
        )
    if anchors:
        settings["trust"]["anchors"] = anchors
    return settings


def _failed(error: library.C2paError) -> C2paClaim:
    said = str(error)
    if said.startswith("Remote"):
        return C2paClaim(
            State.REMOTE_UNFETCHED,
            ("remote_manifest",),
            warnings=("remote_unfetched",),
            raw={"error": plain(said)},
        )
    if isinstance(error, library.C2paError.NotSupported) or said.startswith("NotSupported"):
        return C2paClaim(State.UNSUPPORTED, ("format_unsupported",), raw={"error": plain(said)})
    return C2paClaim(State.UNREADABLE, ("unparseable",), raw={"error": plain(said)})


def _claim(report: Mapping[str, Any], *, kept: bool) -> C2paClaim:
    manifests = chain.manifests(report)
    active = manifests[0] if manifests and manifests[0].active else None
    actions = tuple(step for link in manifests for step in link.actions)
    ingredients = tuple(material for link in manifests for material in link.ingredients)
    state, reasons = _verdict(report)
    found = classify_chain(active.label if active else "", actions, ingredients)
    raw, located = without_places(plain(report) if kept else {"left_out": "too long"})
    warnings = chain.warnings(report, state)
    return C2paClaim(
        state=state,
        reasons=reasons,
        ai_evidence=found,
        digital_source_type=told_type(actions, found),
        signer=active.signer if active else "",
        signed_at=chain.instant(active.signed_at) if active else None,
        actions=actions,
        ingredients=ingredients,
        manifests=manifests,
        warnings=(*warnings, "location_inside") if located else warnings,
        raw=raw,
    )


def _verdict(report: Mapping[str, Any]) -> tuple[State, tuple[str, ...]]:
    failures = chain.active_failures(report)
    reasons = sorted({chain.TAMPERED[code] for code in failures if code in chain.TAMPERED})
    # Signing over a tampered parent gives a valid file: only the record on the parent tells.
    if chain.beneath(report) & chain.TAMPERED_BENEATH:
        reasons.append("ingredient_tampered")
    if reasons:
        return State.INVALID_TAMPERED, tuple(reasons)
    verdict = report.get("validation_state")
    vouched = (report.get("validation_results") or {}).get("trustListUri") in (SIGNERS, "")
    if verdict == "Trusted" and vouched:
        return State.TRUSTED, ("signer_trusted",)
    if verdict in ("Valid", "Trusted"):
        return State.VALID_UNTRUSTED, ("signer_untrusted",)
    others = set(failures) - {chain.UNTRUSTED}
    if others and others <= chain.EXPIRED:
        return State.INVALID_EXPIRED, ("certificate_expired",)
    named = sorted({chain.FAILED[code] for code in others if code in chain.FAILED})
    return State.INVALID_OTHER, tuple(named) or ("check_failed",)
