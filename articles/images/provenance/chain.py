"""The chain in a C2PA report: every manifest, what it was made from, and every recorded failure."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from articles.images.provenance.claim import Action, Ingredient, Manifest, State
from articles.images.provenance.plain import plain
from articles.images.provenance.weigh import classify
from articles.images.source_types import parse

TAMPERED = {
    "assertion.dataHash.mismatch": "content_changed",
    "assertion.bmffHash.mismatch": "content_changed",
    "assertion.boxesHash.mismatch": "content_changed",
    "assertion.collectionHash.mismatch": "content_changed",
    "assertion.hashedURI.mismatch": "assertion_changed",
    "claimSignature.mismatch": "signature_broken",
}
TAMPERED_BENEATH = TAMPERED.keys() | {
    "ingredient.manifest.mismatch",
    "ingredient.claimSignature.mismatch",
    "ingredient.hashedURI.mismatch",
}
EXPIRED = {"signingCredential.expired", "claimSignature.outsideValidity"}
UNTRUSTED = "signingCredential.untrusted"
FAILED = {
    "signingCredential.ocsp.revoked": "certificate_revoked",
    "signingCredential.revoked": "certificate_revoked",
    "signingCredential.invalid": "certificate_unfit",
    "timeStamp.mismatch": "time_disproved",
    "timeStamp.outsideValidity": "time_disproved",
    "assertion.missing": "incomplete",
    "claim.missing": "incomplete",
    "claimSignature.missing": "incomplete",
    "ingredient.manifest.missing": "incomplete",
}


def manifests(report: Mapping[str, Any]) -> tuple[Manifest, ...]:
    """Every manifest: the active one, then what it was made from, depth first, then loose ones."""
    found = report.get("manifests") or {}
    active = report.get("active_manifest") or ""
    failures = _failures(report)
    order: dict[str, None] = {}
    waiting = [active]
    while waiting:
        label = waiting.pop()
        if label in found and label not in order:
            order[label] = None
            below = [str(m.get("active_manifest")) for m in found[label].get("ingredients") or []]
            waiting += reversed(below)
    return tuple(
        _manifest(label, found[label], active, failures.get(label, ()))
        for label in dict.fromkeys([*order, *found])
    )


def active_failures(report: Mapping[str, Any]) -> list[str]:
    results = report.get("validation_results") or {}
    return codes((results.get("activeManifest") or {}).get("failure"))


def beneath(report: Mapping[str, Any]) -> set[str]:
    """The codes of all failures below the active manifest: found now, or recorded by who signed."""
    found = set(_deltas(report.get("validation_results")))
    for manifest in (report.get("manifests") or {}).values():
        for material in manifest.get("ingredients") or []:
            found |= set(_recorded(material))
    return found


def warnings(report: Mapping[str, Any], state: State) -> tuple[str, ...]:
    """What is worth knowing of the signature besides the verdict."""
    results = (report.get("validation_results") or {}).get("activeManifest") or {}
    kinds = ("success", "informational", "failure")
    said = {code for kind in kinds for code in codes(results.get(kind))}
    found = []
    if "timeStamp.untrusted" in said:
        found.append("time_untrusted")
    elif not any(code.startswith("timeStamp.") for code in said) and not state.invalid:
        found.append("time_unproved")
    if UNTRUSTED in beneath(report) and state is State.TRUSTED:
        found.append("ingredient_untrusted")
    if beneath(report) & EXPIRED and not state.invalid:
        found.append("ingredient_expired")
    return tuple(found)


def codes(statuses: Any) -> list[str]:
    return [plain(str(s.get("code", ""))) for s in statuses or []]


def instant(value: Any) -> dt.datetime | None:
    """The moment in an ISO text, to the second; UTC where it names no offset."""
    try:
        at = dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return at.replace(microsecond=0) if at.tzinfo else at.replace(microsecond=0, tzinfo=dt.UTC)


def _manifest(
    label: str, said: Mapping[str, Any], active: str, failures: Iterable[str]
) -> Manifest:
    signature = said.get("signature_info") or {}
    signed_at = instant(signature.get("time"))
    actions = tuple(actions_of(label, said))
    return Manifest(
        label=plain(label),
        active=label == active,
        title=plain(str(said.get("title") or ""), 300),
        claim_generator=_generator(said),
        signer=_signer(signature),
        signed_at=signed_at.isoformat() if signed_at else "",
        actions=actions,
        ingredients=tuple(_ingredients(label, said)),
        failures=tuple(dict.fromkeys(failures)),
        ai_evidence=classify(actions),
    )


def _generator(said: Mapping[str, Any]) -> str:
    named = [
        " ".join(str(info[key]) for key in ("name", "version") if info.get(key))
        for info in said.get("claim_generator_info") or []
        if isinstance(info, Mapping)
    ]
    return plain(", ".join(filter(None, named)) or str(said.get("claim_generator") or ""), 300)


def actions_of(label: str, manifest: Mapping[str, Any]) -> Iterator[Action]:
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
            more = step.get("parameters")
            description = step.get("description") or (
                more.get("description") if isinstance(more, dict) else ""
            )
            yield Action(
                action=plain(str(step.get("action", "")), 100),
                digital_source_type=parse(told),
                software=plain(str(name or ""), 200),
                when=plain(str(step.get("when") or ""), 60),
                manifest=plain(label),
                description=plain(str(description or ""), 300),
            )


def _ingredients(label: str, manifest: Mapping[str, Any]) -> Iterator[Ingredient]:
    for material in manifest.get("ingredients") or []:
        yield Ingredient(
            title=plain(str(material.get("title") or ""), 300),
            format=plain(str(material.get("format") or ""), 100),
            relationship=plain(str(material.get("relationship") or ""), 60),
            manifest=plain(label),
            source=plain(str(material.get("active_manifest") or "")),
            failures=tuple(dict.fromkeys(_recorded(material))),
        )


def _recorded(material: Mapping[str, Any]) -> list[str]:
    """What checking an ingredient gave when it was taken in, what lay below it included."""
    results = material.get("validation_results") or {}
    own = codes((results.get("activeManifest") or {}).get("failure"))
    return [*own, *codes(material.get("validation_status")), *_deltas(results)]


def _deltas(results: Any) -> list[str]:
    deltas = (results or {}).get("ingredientDeltas") or []
    return [
        code
        for delta in deltas
        for code in codes((delta.get("validationDeltas") or {}).get("failure"))
    ]


def _failures(report: Mapping[str, Any]) -> dict[str, list[str]]:
    """What failed when it was checked here, by manifest: a status names it in its address."""
    results = report.get("validation_results") or {}
    statuses = list((results.get("activeManifest") or {}).get("failure") or [])
    for delta in results.get("ingredientDeltas") or []:
        statuses += (delta.get("validationDeltas") or {}).get("failure") or []
    found: dict[str, list[str]] = {}
    for status in statuses:
        _, _, rest = str(status.get("url") or "").partition("/c2pa/")
        label = rest.partition("/")[0] or str(report.get("active_manifest") or "")
        found.setdefault(label, []).append(plain(str(status.get("code", ""))))
    return found


def _signer(signature: Mapping[str, Any]) -> str:
    issuer, name = (plain(str(signature.get(k) or ""), 140) for k in ("issuer", "common_name"))
    return f"{issuer} ({name})" if issuer and name else issuer or name
