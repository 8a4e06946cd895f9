"""What a file says of its origin, as plain values, and the one rule that weighs what it says."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from articles.images.source_types import Evidence, evidence


class State(StrEnum):
    """What became of checking the Content Credentials in a file."""

    NONE = "none"
    REMOTE_UNFETCHED = "remote_unfetched"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"
    INVALID_TAMPERED = "invalid_tampered"
    INVALID_EXPIRED = "invalid_expired"
    INVALID_OTHER = "invalid_other"
    VALID_UNTRUSTED = "valid_untrusted"
    TRUSTED = "trusted"

    @property
    def invalid(self) -> bool:
        return self.value.startswith("invalid")


@dataclass(frozen=True)
class Action:
    """One recorded step. `manifest` is the label of the manifest that records it."""

    action: str
    digital_source_type: str = ""
    software: str = ""
    when: str = ""
    manifest: str = ""


@dataclass(frozen=True)
class Ingredient:
    """One material. `source` labels its own manifest, `failures` what checking it once gave."""

    title: str
    format: str
    relationship: str
    manifest: str = ""
    source: str = ""
    failures: tuple[str, ...] = ()


@dataclass(frozen=True)
class XmpClaim:
    """What the embedded XMP says. `readable` is false where there is XMP that cannot be parsed."""

    digital_source_type: str = ""
    credit: str = ""
    copyright_notice: str = ""
    ai_system: str = ""
    ai_system_version: str = ""
    data_mining: str = ""
    readable: bool = True


@dataclass(frozen=True)
class C2paClaim:
    """What the Content Credentials say, and the verdict on them."""

    state: State
    reasons: tuple[str, ...] = ()
    ai_evidence: Evidence = Evidence.NONE
    digital_source_type: str = ""
    signer: str = ""
    signed_at: dt.datetime | None = None
    actions: tuple[Action, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Claim:
    """Everything one file says of its origin, credentials and XMP together."""

    c2pa: C2paClaim
    xmp: XmpClaim
    ai_evidence: Evidence
    digital_source_type: str
    reasons: tuple[str, ...]
    verifier: str
    verifier_version: str


def classify(actions: Iterable[Action]) -> Evidence:
    """What one manifest's actions say about AI.

    After the C2PA conformance rubric of 2026-08-06. Made or opened as trainedAlgorithmicMedia is
    fully; the same type on a later step is a part that AI made, so partly.
    """
    found = Evidence.NONE
    for step in actions:
        told = evidence(step.digital_source_type)
        if told is Evidence.FULLY and step.action not in ("c2pa.created", "c2pa.opened"):
            told = Evidence.PARTLY
        found = max(found, told, key=lambda e: e.strength)
    return found


def classify_chain(
    active: str, actions: Iterable[Action], ingredients: Iterable[Ingredient]
) -> Evidence:
    """What the whole chain of manifests says about AI, starting from the active one.

    A parent passes its evidence on whole: a picture edited from a wholly generated one stays so.
    A component does too where there is no parent and all components are wholly generated; otherwise
    it makes the picture partly AI. A manifest nothing leads to counts as a part.
    """
    actions, ingredients = list(actions), list(ingredients)
    own: dict[str, list[Action]] = {}
    uses: dict[str, list[Ingredient]] = {}
    for step in actions:
        own.setdefault(step.manifest, []).append(step)
    for material in ingredients:
        uses.setdefault(material.manifest, []).append(material)
    seen: set[str] = set()

    def weigh(label: str) -> Evidence:
        if not label or label in seen:
            return Evidence.NONE
        seen.add(label)
        materials = uses.get(label, [])
        parents = [weigh(i.source) for i in materials if i.relationship == "parentOf"]
        parts = [weigh(i.source) for i in materials if i.relationship != "parentOf"]
        whole = bool(parts) and not parents and all(part is Evidence.FULLY for part in parts)
        parts = parts if whole else [_as_part(part) for part in parts]
        return _strongest([classify(own.get(label, [])), *parents, *parts])

    found = weigh(active)
    loose = [_as_part(classify(steps)) for label, steps in own.items() if label not in seen]
    return _strongest([found, *loose])


def told_type(actions: Iterable[Action], found: Evidence) -> str:
    """The source type code that the actions give for the picture, "" where they give none."""
    codes = [step.digital_source_type for step in actions if step.digital_source_type]
    if found is Evidence.FULLY:
        return "trainedAlgorithmicMedia"
    if found is Evidence.PARTLY:
        # A generated part makes the picture a composite, whatever the part itself is called.
        fallback = "compositeWithTrainedAlgorithmicMedia"
        return next((code for code in codes if evidence(code) is Evidence.PARTLY), fallback)
    return next((code for code in codes if evidence(code) is found), "")


def merge(c2pa: C2paClaim, xmp: XmpClaim, *, verifier: str, verifier_version: str) -> Claim:
    """Credentials and XMP as one claim: the stronger evidence of AI wins, whoever gives it.

    Evidence of AI counts whether or not the credentials are valid; a source type that speaks
    of no AI counts only where they are.
    """
    from_xmp = evidence(xmp.digital_source_type)
    reasons = list(c2pa.reasons)
    if not xmp.readable:
        reasons.append("xmp_unreadable")
    if xmp.ai_system and from_xmp is Evidence.NONE:
        from_xmp = Evidence.POSSIBLY
        reasons.append("xmp_ai_system")
    if from_xmp is not Evidence.NONE and xmp.digital_source_type:
        reasons.append("xmp_source_type")
    found = _strongest([c2pa.ai_evidence, from_xmp])
    reasons.append(f"ai_{found}")
    told = c2pa.digital_source_type
    if c2pa.state.invalid and c2pa.ai_evidence is Evidence.NONE:
        told = ""
    if not told or from_xmp.strength > c2pa.ai_evidence.strength:
        told = xmp.digital_source_type or told
    return Claim(c2pa, xmp, found, told, tuple(reasons), verifier, verifier_version)


def _as_part(found: Evidence) -> Evidence:
    return Evidence.PARTLY if found is Evidence.FULLY else found


def _strongest(found: Iterable[Evidence]) -> Evidence:
    return max(found, key=lambda e: e.strength, default=Evidence.NONE)
