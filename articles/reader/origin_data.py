"""The origin of a picture as data. The fields are documented in docs/image-provenance-json.md.

Codes, not sentences, but for the label, which is given in every language. No prompt, no person of
the newsroom, no report in full: what stands here may be copied by anybody.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from articles.disclosure.labels import Label
from articles.editions.models import Edition
from articles.images import originals, source_types
from articles.images.models import ImageAsset
from articles.images.provenance.claim import State
from articles.lib.moments import utc_second
from articles.reader.addresses import (
    LANGUAGES,
    Absolute,
    article_address,
    image_address,
    origin_address,
    web_address,
)
from articles.reader.credentials import verdict
from articles.reader.origin import Origin, label_words

VERSION = 1


def origin_data(origin: Origin, absolute: Absolute) -> dict[str, Any]:
    """No query."""
    asset, newest = origin.asset, origin.editions[0]
    return {
        "version": VERSION,
        "id": asset.public_id,
        "pages": {code: absolute(origin_address(code, asset.public_id)) for code in LANGUAGES},
        "file": {
            "sha256": asset.sha256,
            "format": asset.format,
            "width": asset.width,
            "height": asset.height,
            "bytes": asset.byte_size,
            "download": _download(asset, absolute),
        },
        "label": _label(newest),
        "declared": {
            "digital_source_type": _type(newest.image["digital_source_type"]),
            "ai": [_use(use) for use in newest.image.get("ai") or []],
        },
        "rights": {
            "credit": newest.image["credit"],
            "copyright_notice": asset.copyright_notice,
            "licence": asset.licence,
            "licence_url": web_address(asset.licence_url),
            "usage_terms": asset.usage_terms,
            "data_mining": asset.data_mining,
            "not_before": _second(asset.rights_from),
            "not_after": _second(asset.rights_until),
        },
        "credentials": _credentials(origin),
        "copies": {
            "signed": origin.signed,
            "files": [
                {
                    "url": absolute(image_address(copy["key"])),
                    "width": copy["width"],
                    "height": copy["height"],
                    "kind": copy["kind"],
                }
                for copy in newest.image.get("renditions") or []
            ],
        },
        "used_in": [_story(edition, absolute) for edition in origin.editions],
    }


def _label(edition: Edition) -> dict[str, Any] | None:
    if not edition.image_label:
        return None
    said = {code: label_words(edition, code) for code in LANGUAGES}
    return {
        "code": Label.from_json(edition.image_label).code,
        "text": {c: {"line": w.line, "sentence": w.sentence} for c, w in said.items()},
    }


def _credentials(origin: Origin) -> dict[str, Any] | None:
    """Of credentials that do not hold, the verdict alone; None for a file nobody has read."""
    report = origin.report
    if report is None:
        return None
    found = {
        "state": report.state,
        "reasons": [] if State(report.state).invalid else report.reasons,
        "checked_at": _second(report.created_at),
        "verifier": report.verifier,
        "verifier_version": report.verifier_version,
        "trust_list_sha256": report.trust_list_digest,
    }
    if State(report.state).invalid:
        return found
    holds = verdict(report).holds
    return found | {
        "ai_evidence": report.ai_evidence,
        "digital_source_type": _type(report.digital_source_type),
        "signer": report.signer if holds else "",
        "signed_at": _second(report.signed_at) if holds else None,
        "chain": [_manifest(each) for each in report.manifests] if holds else [],
    }


def _manifest(data: Mapping[str, Any]) -> dict[str, Any]:
    """A link of the chain, without titles and descriptions: those may hold a prompt."""
    return {
        "id": data["label"],
        "active": bool(data.get("active")),
        "signer": data.get("signer", ""),
        "signed_at": data.get("signed_at") or None,
        "ai_evidence": data.get("ai_evidence", ""),
        "actions": [
            {
                "action": step.get("action", ""),
                "digital_source_type": _type(step.get("digital_source_type", "")),
                "software": step.get("software", ""),
                "when": step.get("when") or None,
            }
            for step in data.get("actions") or []
        ],
        "ingredients": [
            {
                "relationship": part.get("relationship", ""),
                "format": part.get("format", ""),
                "id": part.get("source") or None,
            }
            for part in data.get("ingredients") or []
        ],
    }


def _story(edition: Edition, absolute: Absolute) -> dict[str, Any]:
    return {
        "url": absolute(article_address(edition)),
        "language": edition.language,
        "headline": edition.headline,
        "published_at": _second(edition.first_published_at),
        "alt": edition.image["alt"],
        "caption": edition.image["caption"],
    }


def _use(use: Mapping[str, Any]) -> dict[str, Any]:
    keys = ("stage", "extent", "system", "detail", "why", "people_unchanged")
    return {key: use[key] for key in keys} | {"used_at": use["used_at"] or None}


def _type(code: str) -> dict[str, str] | None:
    return {"code": code, "uri": source_types.uri(code)} if source_types.uri(code) else None


def _download(asset: ImageAsset, absolute: Absolute) -> str | None:
    if not originals.is_offered(asset):
        return None
    return absolute(reverse("reader:original", args=[asset.public_id]))


def _second(moment: dt.datetime | None) -> str | None:
    return utc_second(moment) if moment else None
