"""Take a revision: the immutable snapshot of an article as it stands."""

import datetime as dt
import hashlib
import json
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.audit.record import record
from articles.lib.hangul import nfc
from articles.lib.moments import utc_second
from articles.people.models import User
from articles.stories import parts, workflow
from articles.stories.models import Article, Revision

SCHEMA = 1


class Stale(Exception):
    """Somebody else saved the article in between. `current` is the article as it stands now."""

    def __init__(self, current: Article, saved_by: User | None) -> None:
        self.current, self.saved_by = current, saved_by
        super().__init__(current.pk)


def lock(article_id: int) -> Article:
    """The article, held until the transaction ends.

    `select_for_update` does nothing on SQLite; there a transaction is IMMEDIATE and holds the one
    write lock from its beginning.
    """
    return (
        Article.objects.select_for_update(of=("self",)).select_related("section").get(pk=article_id)
    )


def check_version(article_id: int, version: int) -> Article:
    """Lock the article for a save that began at `version`; raise Stale where another came first,
    NotNow where its stage forbids editing. Call inside the transaction of the save."""
    article = lock(article_id)
    if article.version != version:
        last = article.revisions.select_related("created_by").order_by("-number").first()
        raise Stale(article, last.created_by if last else None)
    workflow.after(article.stage, workflow.Event.EDIT)
    return article


@transaction.atomic
def take(*, article: Article, by: User, note: str = "", now: dt.datetime | None = None) -> Revision:
    """Snapshot `article` as the database has it, and move its stage as an edit does.

    Saving without a change makes no new revision and leaves stage and approval alone.
    """
    article = lock(article.pk)
    stage = workflow.after(article.stage, workflow.Event.EDIT)
    content = snapshot(article)
    sha256 = digest(content)
    last = article.latest_revision()
    if last is not None and last.sha256 == sha256:
        return last
    revision = _add(article, content, by, last.number + 1 if last else 1, note=note, now=now)
    Article.objects.filter(pk=article.pk).update(stage=stage, version=F("version") + 1)
    record(
        by,
        "article.saved",
        article,
        at=now,
        revision=revision.number,
        sha256=sha256,
        needs_review=revision.needs_review,
    )
    return revision


@transaction.atomic
def amend(
    *, article: Article, content: dict[str, Any], by: User, now: dt.datetime | None = None
) -> Revision:
    """Take `content`, a suggestion put into the latest snapshot, as a revision of a text in review.

    The caller has put the same into the article's row, and records the deed. Raises NotNow where
    the article is not in review.
    """
    article = lock(article.pk)
    stage = workflow.after(article.stage, workflow.Event.APPLY)
    number = article.latest_revision().number + 1
    revision = _add(article, content, by, number, now=now, from_suggestion=True)
    Article.objects.filter(pk=article.pk).update(stage=stage, version=F("version") + 1)
    return revision


def _add(
    article: Article,
    content: dict[str, Any],
    by: User,
    number: int,
    *,
    note: str = "",
    now: dt.datetime | None = None,
    from_suggestion: bool = False,
) -> Revision:
    judges = [part.needs_review for part in parts.registered() if part.needs_review]
    return Revision.objects.create(
        article=article,
        number=number,
        snapshot=content,
        sha256=digest(content),
        needs_review=any(judge(content) for judge in judges),
        note=note,
        from_suggestion=from_suggestion,
        created_by=by,
        created_at=now or timezone.now(),
    )


def snapshot(article: Article) -> dict[str, Any]:
    """The whole of an article as JSON."""
    language = article.language
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "language": language,
        "translation_group": str(article.translation_group),
        "translated_from": _original(article),
        "section": article.section.code,
        "headline": nfc(article.headline),
        "standfirst": nfc(article.standfirst),
        "body": nfc(article.body),
        "key_points": [nfc(line) for line in article.key_points.splitlines() if line.strip()],
        "slug": article.slug,
        "tags": sorted(article.tags.values_list("name", flat=True)),
        "bylines": [
            {"slug": b.slug, "name": b.name(language), "title": b.title(language)}
            for b in (row.byline for row in article.byline_rows.select_related("byline"))
        ],
        "sources": [
            {
                "outlet": nfc(s.outlet),
                "title": nfc(s.title),
                "url": s.url,
                "published_on": s.published_on.isoformat() if s.published_on else None,
                "kind": s.kind,
                "language": s.language,
                "checked_at": utc_second(s.checked_at) if s.checked_at else None,
            }
            for s in article.sources.all()
        ],
        "images": [
            {
                "asset": p.asset_id,
                "sha256": p.asset.sha256,
                "role": p.role,
                "alt": nfc(p.alt),
                "caption": nfc(p.caption),
                "credit": nfc(p.asset.credit),
                "digital_source_type": p.asset.digital_source_type,
            }
            for p in article.placements.select_related("asset")
        ],
    }
    pasted = [
        {"position": position, "text": nfc(source.text)}
        for position, source in enumerate(article.sources.all(), 1)
        if source.text
    ]
    if pasted:
        # Confidential, so beside the sources and not in them: nothing that goes out reads it.
        content["source_texts"] = pasted
    for part in parts.registered():
        content[part.name] = part.collect(article)
    return content


def digest(content: dict[str, Any]) -> str:
    """SHA-256 of the canonical JSON (sorted keys, no spaces, UTF-8)."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _original(article: Article) -> dict[str, Any] | None:
    original = article.translated_from
    if original is None:
        return None
    return {
        "article": original.pk,
        "public_id": original.public_id,
        "language": original.language,
    }
