"""What a browser would send for an article's form."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from articles.stories.models import Article

LISTS = ("bylines", "sources", "related", "ai_uses")


def blank(**fields: Any) -> dict[str, Any]:
    data = {
        "version": "0",
        "language": "ko",
        "headline": "",
        "standfirst": "",
        "body": "",
        "key_points": "",
        "slug": "",
        "tags": "",
        "image-asset": "",
        "image-alt": "",
        "image-caption": "",
    }
    return data | {f"{name}-TOTAL": "0" for name in LISTS} | fields


def rows(name: str, *items: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {f"{name}-TOTAL": str(len(items))}
    for number, item in enumerate(items):
        data |= {f"{name}-{number}-{key}": value for key, value in item.items()}
    return data


def sheet(article: Article) -> dict[str, Any]:
    """The form as it is shown for `article` now."""
    data = blank(
        version=str(article.version),
        section=str(article.section_id),
        **{
            name: getattr(article, name)
            for name in ("language", "headline", "standfirst", "body", "key_points", "slug")
        },
        tags=", ".join(article.tags.values_list("name", flat=True)),
    )
    data |= rows("bylines", *({"byline": r.byline_id} for r in article.byline_rows.all()))
    data |= rows("sources", *(_source(source) for source in article.sources.all()))
    data |= rows("related", *(_link(link) for link in article.related_links.all()))
    data |= rows("ai_uses", *(_use(use) for use in article.ai_uses.all()))
    for placed in article.placements.all():
        data |= {
            "image-asset": placed.asset_id,
            "image-alt": placed.alt,
            "image-caption": placed.caption,
        }
    return data


def add_address() -> str:
    return reverse("admin:articles_article_add")


def _moment(value: Any) -> str:
    return timezone.localtime(value).strftime("%Y-%m-%dT%H:%M") if value else ""


def _source(source: Any) -> dict[str, Any]:
    plain = {name: getattr(source, name) for name in ("outlet", "title", "url", "kind", "language")}
    day = source.published_on.isoformat() if source.published_on else ""
    return plain | {"published_on": day, "checked_at": _moment(source.checked_at)}


def _link(link: Any) -> dict[str, Any]:
    plain = {name: getattr(link, name) for name in ("kind", "url", "title", "outlet")}
    return plain | {"target": link.target_id or ""}


def _use(use: Any) -> dict[str, Any]:
    names = ("stage", "extent", "digital_source_type", "why", "detail", "prompt")
    plain = {name: getattr(use, name) for name in names}
    return plain | {"system": use.system_id or "", "used_at": _moment(use.used_at)}
