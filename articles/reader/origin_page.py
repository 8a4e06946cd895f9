"""Everything the page about a picture's origin shows, gathered once."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from articles.editions.models import Edition
from articles.editions.sections import all_sections
from articles.images import originals, source_types
from articles.images.models import ImageAsset
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence
from articles.reader import deeds
from articles.reader.addresses import (
    LANGUAGES,
    Absolute,
    absolute_for,
    article_address,
    image_address,
    origin_address,
    web_address,
)
from articles.reader.cards import image_words
from articles.reader.chain import MOST, Link, chain, names
from articles.reader.chain_picture import Drawing, draw
from articles.reader.chrome import chrome
from articles.reader.credentials import verdict
from articles.reader.jsonld import image_object, script_safe
from articles.reader.origin import Origin, Said, label_words, said
from articles.reader.pictures import picture

VERIFY = "https://contentcredentials.org/verify"


@dataclass(frozen=True)
class Use:
    """One use of AI as we recorded it."""

    title: str
    said: str  # system and detail, in the language of the story, as is `why`
    why: str


@dataclass(frozen=True)
class Used:
    """A live story that shows the picture."""

    url: str
    headline: str
    language: str
    published: dt.datetime


def origin_page(origin: Origin, language: str, request: HttpRequest) -> dict[str, Any]:
    """The context of `reader/origin.html`. One query for the sections, and one for the words of
    the picture where no story in this language shows it."""
    asset, edition = origin.asset, origin.edition(language)
    absolute = absolute_for(request)
    other = next(code for code in LANGUAGES if code != language)
    found, links = verdict(origin.report), chain(origin, language)
    shown = picture(edition.image, image_address)
    texts = said(origin, language)
    address = origin_address(language, asset.public_id)
    return {
        **chrome(
            language,
            all_sections(language),
            page="origin",
            other=origin_address(other, asset.public_id),
            request=request,
        ),
        "asset": asset,
        "back": _used(edition),
        "texts": texts,
        "hero": shown,
        "label": label_words(edition, language),
        "chip": image_words(edition.image_label, language),
        "verdict": found,
        "links": links[:MOST],
        "more": len(links[MOST:]),
        "drawing": _drawing(links[:MOST]),
        "chain_words": names(links),
        "evidence": _evidence(origin),
        "declared": source_types.label(edition.image["digital_source_type"]),
        "declared_code": edition.image["digital_source_type"],
        "uses": _uses(edition.image),
        "credit": edition.image["credit"],
        "licence_url": web_address(asset.licence_url),
        "camera": _camera(origin),
        "report": origin.report,
        "signer_shown": found.holds,
        "copies_signed": origin.signed,
        "used": [_used(each) for each in origin.editions],
        "original": _original(asset),
        "original_name": originals.name(asset) if asset.format in originals.TYPES else "",
        "withheld": asset.original_public and not originals.is_offered(asset),
        "verify": VERIFY,
        "data": reverse("reader:provenance_json", args=[asset.public_id]),
        "jsonld": script_safe(
            {"@context": "https://schema.org", "@id": absolute(address)}
            | image_object(edition, absolute, shown)
            | _terms(asset, absolute, address, texts)
        )
        if shown
        else "",
        "share_image": absolute(shown.share.url) if shown and shown.share else "",
    }


def _drawing(links: list[Link]) -> Drawing | None:
    # One link leads nowhere: there is nothing to draw.
    return draw(links) if len(links) > 1 else None


def _used(edition: Edition) -> Used:
    return Used(
        article_address(edition), edition.headline, edition.language, edition.first_published_at
    )


def _evidence(origin: Origin) -> str:
    """What the file says about AI; "" where what it says is disregarded, or was never read."""
    report = origin.report
    if report is None or State(report.state).invalid:
        return ""
    return deeds.evidence(Evidence(report.ai_evidence))


def _uses(image: Mapping[str, Any]) -> list[Use]:
    return [
        Use(
            deeds.stage_title(use["stage"]),
            " · ".join(filter(None, [use["system"], use["detail"]])),
            use["why"],
        )
        for use in image.get("ai") or []
    ]


def _camera(origin: Origin) -> list[tuple[str, str]]:
    """Make, model and time; never the place. Nothing where AI made the picture or the file's word
    does not count."""
    report = origin.report
    if report is None or State(report.state).invalid or report.ai_evidence == Evidence.FULLY:
        return []
    exif = report.exif or {}
    name = " ".join(filter(None, [exif.get("make"), exif.get("model")]))
    rows = [(_("Camera"), name)] if name else []
    try:
        taken = parse_datetime(exif.get("taken_at") or "")
    except ValueError:
        taken = None
    if taken:
        # The camera's own clock: it says no zone, and is not turned into ours.
        rows.append((_("Taken, by the camera’s clock"), f"{taken:%Y-%m-%d %H:%M}"))
    return rows


def _original(asset: ImageAsset) -> str:
    if not originals.is_offered(asset):
        return ""
    return reverse("reader:original", args=[asset.public_id])


def _terms(asset: ImageAsset, absolute: Absolute, address: str, texts: Said) -> dict[str, Any]:
    """The terms as they are now, and the words of this page's language."""
    licence = web_address(asset.licence_url)
    found = {"copyrightNotice": asset.copyright_notice, "license": licence}
    found |= {"caption": texts.caption or texts.alt, "acquireLicensePage": absolute(address)}
    found |= {"usageInfo": absolute(address) if asset.usage_terms else ""}
    return {key: value for key, value in found.items() if value}
