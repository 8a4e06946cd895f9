"""Everything one page shows, gathered once: templates start no query."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Q
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils import timezone, translation

from articles.disclosure.labels import Label, Record, record_words, words
from articles.editions.models import Edition
from articles.editions.sections import PublicSection, all_sections
from articles.reader import story
from articles.reader.addresses import Absolute, article_address, image_address, web_address
from articles.reader.cards import Card, OutsideCard, card, image_words
from articles.reader.chrome import chrome
from articles.reader.jsonld import news_article, script_safe
from articles.reader.pictures import ImageUrl, picture
from articles.reader.withheld import image_of, live

NEXT = 3


def article_page(
    edition: Edition,
    *,
    language: str,
    absolute: Absolute,
    image_url: ImageUrl = image_address,
    related: Sequence[Edition] | None = None,
    preview: bool = False,
    request: HttpRequest | None = None,
    at: dt.datetime | None = None,
) -> dict[str, Any]:
    """The context of `reader/article.html`. Three queries: sections, linked stories, read next.

    `edition` may be unsaved: the preview shows what publication would. `related` are the live
    editions that related links and translations may lead to, asked for where they are not given;
    a link to a story that readers cannot see is left out. `image_url` turns a copy's name into
    its address. Pass the request where a visitor asks; the preview has none.
    """
    at = at or timezone.now()
    if related is None:
        related = linked(edition, at)
    following = [] if preview and edition.article_id is None else read_next(edition, at)
    sections = all_sections(language)
    with translation.override(language):
        return _article_context(
            edition,
            sections,
            related,
            following,
            language=language,
            absolute=absolute,
            image_url=image_url,
            preview=preview,
            request=request,
        )


def pin(edition: Edition) -> dict[str, bool]:
    """The pin stands for credentials that hold; where they do not, it carries a second mark."""
    state = (edition.image or {}).get("credentials", "")
    bad = state.startswith("invalid")
    return {"pin": bad or state in ("trusted", "valid_untrusted"), "pin_bad": bad}


def linked(edition: Edition, at: dt.datetime) -> list[Edition]:
    """Live editions of the stories linked to, and of this story in other languages. One query."""
    ids = [link["article"] for link in edition.related if link["article"]]
    return list(
        live(at)
        .filter(Q(article_id__in=ids) | Q(translation_group=edition.translation_group))
        .exclude(article_id=edition.article_id)
        .cards()
    )


def read_next(edition: Edition, at: dt.datetime) -> list[Edition]:
    """The newest of the same section that the page does not link to anyway. One query."""
    shown = [link["article"] for link in edition.related if link["article"]]
    newest = live(at).in_language(edition.language)
    newest = newest.in_section(edition.section_code).newest().cards()
    others = newest.exclude(article_id__in=[*shown, edition.article_id])
    return list(others[:NEXT])


def related_cards(edition: Edition, shown: Sequence[Edition]) -> list[Card | OutsideCard]:
    """The curated links in their order, without those that lead to what readers cannot see."""
    by_article = {each.article_id: each for each in shown}
    cards: list[Card | OutsideCard] = []
    for link in edition.related:
        kind = story.kind_word(link["kind"])
        target = by_article.get(link["article"])
        if target is not None:
            cards.append(card(target, kind=kind))
        elif url := web_address(link["url"] or ""):
            kick = " · ".join(filter(None, [kind, link["outlet"]]))
            cards.append(OutsideCard(url, kick, link["title"], urlsplit(url).hostname or ""))
    return cards


def _article_context(
    edition: Edition,
    sections: list[PublicSection],
    related: Sequence[Edition],
    following: Sequence[Edition],
    *,
    language: str,
    absolute: Absolute,
    image_url: ImageUrl,
    preview: bool,
    request: HttpRequest | None,
) -> dict[str, Any]:
    label = Label.from_json(edition.label)
    translations = [
        each
        for each in related
        if each.translation_group == edition.translation_group and each.language != language
    ]
    other = article_address(translations[0]) if translations else ""
    hero = picture(image_of(edition), image_url)
    label_words = words(label, language)
    canonical = absolute(article_address(edition))
    sources = story.sources(edition)
    origin = story.image_origin(edition) if hero else ""
    share = hero.share if hero else None
    share_url = share.url if share else static("newsroom/img/og-default.png")
    alternates = [
        (each.language, absolute(article_address(each))) for each in [edition, *translations]
    ]
    return {
        **chrome(
            language,
            sections,
            page="article",
            section=edition.section_code,
            other=other,
            request=request,
        ),
        "preview": preview,
        "edition": edition,
        "canonical": canonical,
        "alternates": sorted(alternates, reverse=True) if translations else [],
        "share_image": absolute(share_url) if share_url.startswith("/") else share_url,
        "label": label_words,
        "image_chip": image_words(edition.image_label, language),
        "image_label": words(Label.from_json(edition.image_label), language)
        if edition.image_label
        else None,
        "hero": hero,
        "image": story.image_facts(edition),
        "origin": "" if preview else origin,
        **pin(edition),
        "byline": story.byline(edition),
        "written_by_people": label.state in ("none", "assisted"),
        "reviewer": story.reviewer(label),
        "updated": story.updated(edition),
        "zone": story.zone(edition),
        "sources": sources,
        "more_sources": len(sources) - 1,
        "corrections": story.corrections(edition),
        "record": record_words(Record.from_json(edition.record), language),
        "read_next": [card(each) for each in following],
        "related": related_cards(edition, related),
        "jsonld": script_safe(
            news_article(
                edition,
                label=label_words,
                canonical=canonical,
                absolute=absolute,
                picture=hero,
                translations=translations,
            )
        ),
        "section_is_there": any(s.code == edition.section_code for s in sections),
        "has_translation": bool(translations),
    }
