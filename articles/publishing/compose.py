"""From a revision to the edition readers will see: text, label, record, image. Writes nothing.

The preview shows what this returns, so that it is exactly what will be published.
"""

import datetime as dt
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from articles.disclosure.labels import Label, Review, from_snapshot
from articles.editions.models import Edition
from articles.images.models import ImageAsset
from articles.lib.html import plain, render_body
from articles.lib.moments import utc_second
from articles.lib.numbers import reading_minutes
from articles.lib.slugs import slugify_title
from articles.moderation.models import Decision
from articles.publishing.history import record_of
from articles.stories.models import Revision, Section

# What readers may know of one use of AI; the prompt and who recorded it stay in the newsroom.
AI_KEYS = ("stage", "extent", "system", "why", "detail", "people_unchanged", "used_at")


def compose(revision: Revision, approval: Decision | None, *, now: dt.datetime) -> Edition:
    """An unsaved edition of `revision` as it would be live from `now`."""
    snapshot = revision.snapshot
    language = snapshot["language"]
    article = revision.article
    text, images = from_snapshot(snapshot, review_of(approval, language))
    lead = next((i for i in snapshot["images"] if i["role"] == "lead"), None)
    image_label = images.get(lead["asset"]) if lead else None
    section = Section.objects.get(code=snapshot["section"])
    body = snapshot["body"]
    return Edition(
        article=article,
        revision=revision,
        revision_sha256=revision.sha256,
        public_id=article.public_id,
        language=language,
        translation_group=article.translation_group,
        section_code=section.code,
        section_name=section.name(language),
        slug=snapshot["slug"] or slugify_title(snapshot["headline"], language),
        headline=snapshot["headline"],
        standfirst=snapshot["standfirst"],
        key_points=snapshot["key_points"],
        body_html=_rendered(body, snapshot["sources"], language),
        bylines=snapshot["bylines"],
        tags=snapshot["tags"],
        sources=snapshot["sources"],
        image=_image(lead, image_label, snapshot["ai_uses"]["images"]),
        related=snapshot["related"],
        label=text.as_json(),
        label_state=text.code,
        image_label=image_label.as_json() if image_label else None,
        image_label_state=image_label.code if image_label else "",
        record=record_of(revision, approval).as_json(),
        reading_minutes=reading_minutes(plain(body), language),
        review_minutes=_review_minutes(approval),
        first_published_at=now,
        live_from=now,
    )


def review_of(approval: Decision | None, language: str) -> Review | None:
    """The approval as the label tells of it."""
    if approval is None:
        return None
    person = approval.by
    byline = getattr(person, "byline", None)
    return Review(name=person.public_name(language), title=byline.title(language) if byline else "")


def _rendered(body: str, sources: list[dict[str, Any]], language: str) -> str:
    with translation.override(language):
        named = [_("Source %(n)s") % {"n": n} for n in range(1, len(sources) + 1)]
    return render_body(
        body,
        source_count=len(sources),
        source_label=lambda n: named[n - 1],
        language=language,
    )


def _image(
    lead: dict[str, Any] | None, label: Label | None, recorded: dict[str, Any]
) -> dict[str, Any] | None:
    """The image as readers may know it: neither prompt nor uploader is among it."""
    if lead is None:
        return None
    said = recorded.get(str(lead["asset"]), {})
    asset = ImageAsset.objects.prefetch_related("renditions").get(pk=lead["asset"])
    return {
        "asset": asset.pk,
        "public_id": asset.public_id,
        "alt": lead["alt"],
        "caption": lead["caption"],
        "credit": lead["credit"],
        "copyright_notice": asset.copyright_notice,
        "licence": asset.licence,
        "licence_url": asset.licence_url,
        "digital_source_type": lead["digital_source_type"],
        "credentials": said.get("credentials", ""),
        "ai": [{key: use[key] for key in AI_KEYS} for use in said.get("uses", ())],
        "rights_from": utc_second(asset.rights_from) if asset.rights_from else None,
        "rights_until": utc_second(asset.rights_until) if asset.rights_until else None,
        "width": asset.width,
        "height": asset.height,
        "renditions": [
            {
                "key": r.key,
                "kind": r.kind,
                "format": r.format,
                "width": r.width,
                "height": r.height,
            }
            for r in sorted(asset.renditions.all(), key=lambda r: r.width)
        ],
        "label": label.code if label else "",
    }


def _review_minutes(approval: Decision | None) -> int | None:
    if approval is None:
        return None
    return max(0, int((approval.at - approval.case.opened_at).total_seconds() // 60))
