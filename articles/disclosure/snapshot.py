"""The disclosure room's part of a revision, and what it says of the need for review."""

from typing import Any

from articles.disclosure import labels
from articles.disclosure.models import AIUse
from articles.images.models import ProvenanceReport
from articles.lib.moments import utc_second
from articles.stories.models import Article


def collect(article: Article) -> dict[str, Any]:
    """Uses of AI on the text, and on each image of the article with what its file says."""
    images = {}
    for placement in article.placements.select_related("asset"):
        uses = AIUse.objects.filter(asset=placement.asset_id).select_related(
            "system", "recorded_by"
        )
        report = ProvenanceReport.objects.filter(asset=placement.asset_id).order_by("-pk").first()
        images[str(placement.asset_id)] = {
            "uses": [_use(use, article.language) for use in uses],
            "credentials": report.state if report else "none",
            "ai_evidence": report.ai_evidence if report else "none_declared",
        }
    text = article.ai_uses.select_related("system", "recorded_by")
    return {"text": [_use(use, article.language) for use in text], "images": images}


def needs_review(snapshot: dict[str, Any]) -> bool:
    """Everything but a recorded "no AI" for the text and for each image."""
    text, images = labels.from_snapshot(snapshot)
    return text.state != "none" or any(label.state != "none" for label in images.values())


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
