"""The disclosure room's part of a revision, and what it says of the need for review."""

from collections.abc import Mapping
from typing import Any

from articles.disclosure import labels
from articles.disclosure.evidence import Reading, undeclared
from articles.disclosure.models import AIUse
from articles.images.models import ImageAsset, ProvenanceReport
from articles.lib.hangul import nfc
from articles.lib.moments import utc_second
from articles.stories.models import Article


def collect(article: Article) -> dict[str, Any]:
    """Uses of AI on the text, and on each image of the article with what its file says and which
    rights were declared.

    Of a report only its content is kept, not its number: reading a file again and finding the same
    makes no new revision.
    """
    images = {}
    for placement in article.placements.select_related("asset"):
        uses = AIUse.objects.filter(asset=placement.asset_id).select_related(
            "system", "recorded_by"
        )
        report = (
            ProvenanceReport.objects.filter(asset=placement.asset_id)
            .defer("raw")
            .order_by("-created_at", "-pk")
            .first()
        )
        images[str(placement.asset_id)] = {
            "uses": [_use(use, article.language) for use in uses],
            "credentials": report.state if report else "none",
            "ai_evidence": report.ai_evidence if report else "none_declared",
            "source_type": report.digital_source_type if report else "",
            "reasons": sorted(report.reasons) if report else [],
            "rights": _rights(placement.asset),
        }
    text = article.ai_uses.select_related("system", "recorded_by")
    return {"text": [_use(use, article.language) for use in text], "images": images}


def needs_review(snapshot: dict[str, Any]) -> bool:
    """Everything but a recorded "no AI" for the text and for each image; and an image whose file,
    or whose declared source type, says otherwise."""
    text, images = labels.from_snapshot(snapshot)
    if text.state != "none" or any(label.state != "none" for label in images.values()):
        return True
    declared = {str(image["asset"]): image["digital_source_type"] for image in snapshot["images"]}
    return any(
        undeclared(reading(said), stages(said), declared.get(asset, ""))
        for asset, said in snapshot["ai_uses"]["images"].items()
    )


def reading(said: Mapping[str, Any]) -> Reading:
    """What a revision kept of its image's file."""
    return Reading(said["credentials"], said["ai_evidence"], tuple(said.get("reasons", ())))


def stages(said: Mapping[str, Any]) -> tuple[str, ...]:
    """The uses of AI that a revision kept of its image; "none" is the recorded "no AI"."""
    return tuple(use["stage"] for use in said["uses"])


def _rights(asset: ImageAsset) -> dict[str, Any]:
    return {
        "from": utc_second(asset.rights_from) if asset.rights_from else None,
        "until": utc_second(asset.rights_until) if asset.rights_until else None,
        "licence": nfc(asset.licence),
        "licence_url": asset.licence_url,
        "usage_terms": nfc(asset.usage_terms),
        "model_release": asset.model_release,
        "data_mining": asset.data_mining,
    }


def _use(use: AIUse, language: str) -> dict[str, Any]:
    return {
        "stage": use.stage,
        "extent": use.extent,
        "digital_source_type": use.digital_source_type,
        "system": use.system.public_name(language) if use.system else "",
        "system_id": use.system_id,
        "why": use.why,
        "detail": use.detail,
        "people_unchanged": use.people_unchanged,
        "prompt": use.prompt,
        "recorded_by": use.recorded_by.public_name(language) if use.recorded_by else "",
        "used_at": utc_second(use.used_at),
    }
