"""The related room's part of a revision."""

from typing import Any

from articles.lib.hangul import nfc
from articles.stories.models import Article


def collect(article: Article) -> list[dict[str, Any]]:
    """The links in their order; an own article by its id, which outlives every slug."""
    return [
        {
            "kind": link.kind,
            "article": link.target_id,
            "url": link.url,
            "title": nfc(link.title),
            "outlet": nfc(link.outlet),
        }
        for link in article.related_links.all()
    ]
