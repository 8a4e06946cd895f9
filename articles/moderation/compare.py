"""A text in review beside what was approved before, and beside what it is made from. Confidential:
other people's texts are for those who may see the case."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.lib.html import plain
from articles.moderation import panels
from articles.moderation.models import Case
from articles.people.models import User
from articles.people.roles import can
from articles.stories import compare
from articles.stories.models import Article, Revision

TITLES: dict[str, Promise | str] = {
    "headline": _("Headline"),
    "standfirst": _("Standfirst"),
    "key_points": _("Key points"),
    "alt": _("Alt text"),
    "caption": _("Caption"),
    "credit": _("Credit"),
    "bylines": _("Bylines"),
    "sources": _("Sources"),
}


@dataclass(frozen=True)
class Original:
    """A text this one is made from. `key` names it in an address."""

    key: str
    name: str
    name_language: str
    language: str
    paragraphs: tuple[str, ...]


def originals(case: Case, user: User) -> list[Original]:
    """The pasted texts of the sources and, of a translation, the story it translates. Two queries
    at most. A story that this person may not see is left out, and so are the sources for who
    neither writes nor reviews this story: on the article's form, too, they see no word of them."""
    snapshot = case.revision.snapshot
    found = _translated(snapshot, user)
    if not any(can(user, verb, case.article) for verb in ("article.change", "case.decide")):
        return found
    sources = snapshot["sources"]
    for row in snapshot.get("source_texts", ()):
        source = sources[row["position"] - 1] if row["position"] <= len(sources) else {}
        name = source.get("outlet", "")
        found.append(
            Original(
                key=f"source-{row['position']}",
                name=name,
                name_language=panels.spoken(name),
                language=source.get("language") or panels.spoken(row["text"]),
                paragraphs=_paragraphs(row["text"]),
            )
        )
    return found


def approved_before(case: Case) -> Revision | None:
    """The revision that readers were last given, or that a moderator last approved: the later of
    them, of those before the one in review."""
    return (
        Revision.objects.filter(
            Q(decisions__outcome="approve") | Q(editions__isnull=False),
            article_id=case.article_id,
            number__lt=case.revision.number,
        )
        .select_related("created_by")
        .order_by("-number")
        .first()
    )


def difference(before: dict[str, Any], after: dict[str, Any]) -> compare.Difference:
    body = compare.bodies(before["body"], after["body"])
    old, new = compare.facts(before), compare.facts(after)
    added, removed = compare.counts(body)
    fields = tuple(
        (str(title), compare.words(old.get(name, ""), new.get(name, "")))
        for name, title in TITLES.items()
        if old.get(name, "") != new.get(name, "")
    )
    return compare.Difference(tuple(body), fields, added, removed)


def whole(snapshot: dict[str, Any]) -> tuple[str, ...]:
    """The story as paragraphs, from its headline on."""
    said = [snapshot["headline"], snapshot["standfirst"], *plain(snapshot["body"]).split("\n\n")]
    return tuple(text for text in said if text)


def _translated(snapshot: dict[str, Any], user: User) -> list[Original]:
    said = snapshot["translated_from"]
    if not said:
        return []
    article = Article.objects.filter(pk=said["article"]).select_related("section").first()
    if article is None or not can(user, "article.view", article):
        return []
    last = article.latest_revision()
    if last is None:
        return []
    name = last.snapshot["headline"]
    return [Original("original", name, said["language"], said["language"], whole(last.snapshot))]


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
