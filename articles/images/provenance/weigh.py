"""Weigh what a file says of AI: actions, the chain they stand in, and metadata. Pure."""

from collections.abc import Iterable

from articles.images.provenance.claim import (
    Action,
    C2paClaim,
    Claim,
    ExifClaim,
    Ingredient,
    XmpClaim,
)
from articles.images.provenance.tc260 import Aigc
from articles.images.source_types import Evidence, evidence


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
    A component does too where there is no parent, all components are wholly generated and nothing
    says that the picture began without AI; otherwise it makes the picture partly AI. A manifest
    nothing leads to counts as a part.
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
        made = any(_made_otherwise(step) for step in own.get(label, []))
        alone = bool(parts) and not parents and not made
        whole = alone and all(part is Evidence.FULLY for part in parts)
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


def merge(
    c2pa: C2paClaim,
    xmp: XmpClaim,
    exif: ExifClaim | None = None,
    aigc: tuple[Aigc, ...] = (),
    *,
    verifier: str,
    verifier_version: str,
    trust_list_digest: str = "",
    warnings: Iterable[str] = (),
) -> Claim:
    """All that a file says as one claim: the stronger evidence of AI wins, whoever gives it.

    Evidence of AI counts whether or not the credentials are valid; a source type that speaks
    of no AI counts only where they are. The last reason says what was found about AI.
    """
    exif = exif or ExifClaim()
    from_xmp = evidence(xmp.digital_source_type)
    reasons = list(c2pa.reasons)
    if not xmp.readable:
        reasons.append("xmp_unreadable")
    if xmp.ai_system and from_xmp is Evidence.NONE:
        from_xmp = Evidence.POSSIBLY
        reasons.append("xmp_ai_system")
    if from_xmp is not Evidence.NONE and xmp.digital_source_type:
        reasons.append("xmp_source_type")
    marked = _strongest(mark.evidence for mark in aigc)
    if marked is not Evidence.NONE:
        reasons.append(f"aigc_{marked}")
    found = _strongest([c2pa.ai_evidence, from_xmp, marked])
    reasons.append(f"ai_{found}")
    return Claim(
        c2pa=c2pa,
        xmp=xmp,
        ai_evidence=found,
        digital_source_type=_told(c2pa, xmp, from_xmp, found),
        reasons=tuple(reasons),
        verifier=verifier,
        verifier_version=verifier_version,
        exif=exif,
        tc260=aigc[0] if aigc else None,
        warnings=tuple(dict.fromkeys([*c2pa.warnings, *_warnings(c2pa, xmp, exif), *warnings])),
        trust_list_digest=trust_list_digest,
    )


def _told(c2pa: C2paClaim, xmp: XmpClaim, from_xmp: Evidence, found: Evidence) -> str:
    """The source type code of the picture, from whoever gives the stronger evidence."""
    told = c2pa.digital_source_type
    if c2pa.state.invalid and c2pa.ai_evidence is Evidence.NONE:
        told = ""
    if not told or from_xmp.strength > c2pa.ai_evidence.strength:
        told = xmp.digital_source_type or told
    if found is Evidence.FULLY and evidence(told) is not Evidence.FULLY:
        # Only the AIGC mark says so, and it has no words for how.
        return "trainedAlgorithmicMedia"
    return told


def _warnings(c2pa: C2paClaim, xmp: XmpClaim, exif: ExifClaim) -> list[str]:
    found = []
    ours, theirs = xmp.digital_source_type, c2pa.digital_source_type
    if ours and theirs and ours != theirs:
        found.append("sources_disagree")
    if exif.location or xmp.location:
        found.append("location_inside")
    return found


def _made_otherwise(step: Action) -> bool:
    """Whether the picture began as something that no model made, a photograph for example."""
    told = step.digital_source_type
    return step.action == "c2pa.created" and bool(told) and evidence(told) is Evidence.NONE


def _as_part(found: Evidence) -> Evidence:
    return Evidence.PARTLY if found is Evidence.FULLY else found


def _strongest(found: Iterable[Evidence]) -> Evidence:
    return max(found, key=lambda e: e.strength, default=Evidence.NONE)
