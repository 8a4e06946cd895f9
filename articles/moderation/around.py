"""What lies around a text in review and the checks compare it with: asked for in five queries."""

import datetime as dt
import html as entities
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone

from articles.editions.models import Edition
from articles.lib.html import plain
from articles.moderation.checks import Item, Other, Setting, SourceText, Term
from articles.moderation.models import Case, CheckSetting, GlossaryTerm
from articles.stories.models import Article, Revision

# A story is submitted twice within days, not months; and a long queue must not slow submitting.
WITHIN = dt.timedelta(days=14)
MOST = 200
_TAG = re.compile(r"<[^>]*>")


def with_context(item: Item, revision: Revision, now: dt.datetime | None = None) -> Item:
    """The item with what else the newsroom knows: the original, the glossary, other stories."""
    return replace(
        item,
        original=_original(revision.snapshot),
        glossary=tuple(_glossary(item.language)),
        others=tuple(_others(revision, now or timezone.now())),
        hosts=_own_hosts(),
    )


def source_texts(snapshot: dict[str, Any]) -> tuple[SourceText, ...]:
    """The pasted texts of a revision's sources, each in its source's language."""
    languages = {n: source["language"] for n, source in enumerate(snapshot["sources"], 1)}
    return tuple(
        SourceText(row["text"], languages.get(row["position"], ""))
        for row in snapshot.get("source_texts", ())
    )


def settings_for(section_id: int | None) -> dict[str, Setting]:
    """What the operators set for a section; what they set for all holds where it says nothing."""
    rows = CheckSetting.objects.filter(Q(section=section_id) | Q(section=None))
    found: dict[str, Setting] = {}
    for row in sorted(rows, key=lambda row: row.section_id is not None):
        found[row.code] = Setting(row.enabled, row.severity)
    return found


def _original(snapshot: dict[str, Any]) -> SourceText | None:
    original = snapshot.get("translated_from")
    if not original:
        return None
    last = Revision.objects.filter(article_id=original["article"]).order_by("-number").first()
    if last is None:
        return None
    said = last.snapshot
    parts = [said["headline"], said["standfirst"], plain(said["body"]), *said["key_points"]]
    return SourceText("\n\n".join(parts), said["language"])


def _glossary(language: str) -> Iterator[Term]:
    for row in GlossaryTerm.objects.filter(language=language):
        lines = (line.strip() for line in row.variants.splitlines())
        yield Term(row.preferred, tuple(line for line in lines if line))


def _others(revision: Revision, now: dt.datetime) -> Iterator[Other]:
    """The newest stories in the same language, in the queue and live.

    What waits in another section is compared but not named: not everybody who sees this case may
    see that one.
    """
    article: Article = revision.article
    language = revision.snapshot["language"]
    waiting = (
        Case.objects.open()
        .filter(language=language, opened_at__gte=now - WITHIN)
        .exclude(article=article)
        .annotate(
            words=KeyTextTransform("body", "revision__snapshot"),
            name=KeyTextTransform("headline", "revision__snapshot"),
        )
        .order_by("-opened_at")
        .values_list("article__public_id", "section_id", "name", "words")[: MOST // 2]
    )
    seen = 0
    for key, section, name, words in waiting:
        seen += 1
        yield Other(key, name if section == article.section_id else "", _bare(words))
    live = (
        Edition.objects.live(now)
        .in_language(language)
        .filter(first_published_at__gte=now - WITHIN)
        .exclude(article=article)
        .newest()
        .values_list("public_id", "headline", "body_html")[: MOST - seen]
    )
    for key, name, words in live:
        yield Other(key, name, _bare(words))


def _bare(html: str | None) -> str:
    """Text good enough to compare: reading hundreds of bodies as a browser does would cost more
    than the checks."""
    return entities.unescape(_TAG.sub("", html or ""))


def _own_hosts() -> frozenset[str]:
    hosts = {urlsplit(settings.SITE_URL).hostname or "", *settings.ALLOWED_HOSTS}
    return frozenset(host.lstrip(".") for host in hosts if host.strip("*."))
