"""Cards: what one story shows of itself on another page."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.disclosure.labels import Label, Words, words
from articles.editions.models import Edition
from articles.reader.addresses import article_address, image_address
from articles.reader.pictures import Picture, picture
from articles.reader.withheld import image_of


@dataclass(frozen=True)
class Card:
    """A story of ours. `image_label` is None where there is no image, or no AI in it."""

    url: str
    language: str
    kick: str
    headline: str
    standfirst: str
    label: Words
    published: dt.datetime
    picture: Picture | None = None
    image_label: Words | None = None
    article_id: int = 0


@dataclass(frozen=True)
class OutsideCard:
    """A page of somebody else's. Of its making we know nothing, and say nothing."""

    url: str
    kick: str
    headline: str
    host: str


def card(edition: Edition, *, kind: str = "") -> Card:
    """The card of an edition; `kind` says in a word how it belongs to the page it stands on."""
    return Card(
        url=article_address(edition),
        language=edition.language,
        kick=" · ".join(filter(None, [kind, edition.section_name])),
        headline=edition.headline,
        standfirst=edition.standfirst,
        label=words(Label.from_json(edition.label), edition.language),
        published=edition.first_published_at,
        picture=picture(image_of(edition), image_address, wide=True),
        image_label=image_words(edition.image_label, edition.language),
        article_id=edition.article_id,
    )


def image_words(stored: Mapping[str, Any] | None, language: str) -> Words | None:
    """The image's label in words, unless all it says is that no AI was used."""
    if not stored or stored["state"] == "none":
        return None
    return words(Label.from_json(stored), language)
