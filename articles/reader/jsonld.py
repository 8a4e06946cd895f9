"""What search engines and archives are told of a story: schema.org's NewsArticle.

AI is never an author there: authors are people, and what AI did stands in `digitalSourceType`.
"""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from articles.disclosure.labels import Label, Words
from articles.editions.models import Edition
from articles.images import source_types
from articles.reader.addresses import Absolute, article_address, origin_address, web_address
from articles.reader.pictures import Picture

# The IPTC code of a text in each state; a state that is missing here declares nothing.
TEXT_SOURCE = {
    "generated": "trainedAlgorithmicMedia",
    "translated": "compositeWithTrainedAlgorithmicMedia",
    "assisted": "compositeWithTrainedAlgorithmicMedia",
}
IMAGE_SOURCE = {
    "generated": "trainedAlgorithmicMedia",
    "edited": "compositeWithTrainedAlgorithmicMedia",
    "composite": "compositeSynthetic",
}


def news_article(
    edition: Edition,
    *,
    label: Words,
    canonical: str,
    absolute: Absolute,
    picture: Picture | None,
    translations: Sequence[Edition] = (),
) -> dict[str, Any]:
    """The NewsArticle of an edition, without empty members."""
    text = Label.from_json(edition.label)
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": canonical,
            "url": canonical,
            "mainEntityOfPage": canonical,
            "inLanguage": edition.language,
            "headline": edition.headline,
            "description": edition.standfirst,
            "articleSection": edition.section_name,
            "keywords": edition.tags,
            "datePublished": second(edition.first_published_at),
            "dateModified": second(edition.live_from),
            "isAccessibleForFree": True,
            "author": [_person(each["name"], each.get("title", "")) for each in edition.bylines],
            "editor": _person(text.reviewer, text.reviewer_title) if text.reviewer else None,
            "publisher": publisher(edition.language, absolute),
            "publishingPrinciples": absolute(reverse("reader:how", args=[edition.language])),
            "digitalSourceType": source_types.schema_uri(TEXT_SOURCE.get(text.state, "")),
            "backstory": f"{label.line}. {label.sentence}",
            "isBasedOn": [_work(s) for s in edition.sources if s["kind"] == "secondary"],
            "citation": [_work(s) for s in edition.sources if s["kind"] != "secondary"],
            "correction": [
                {"@type": "CorrectionComment", "datePublished": each["at"], "text": each["text"]}
                for each in edition.corrections
            ],
            "workTranslation": [
                {
                    "@type": "NewsArticle",
                    "inLanguage": each.language,
                    "url": absolute(article_address(each)),
                }
                for each in translations
            ],
            "image": image_object(edition, absolute, picture),
        }
    )


def publisher(language: str, absolute: Absolute) -> dict[str, Any]:
    return {
        "@type": "NewsMediaOrganization",
        "name": settings.SITE_NAME[language],
        "url": absolute(reverse("reader:home", args=[language])),
        "logo": absolute(static("newsroom/img/favicon.svg")),
    }


def second(moment: dt.datetime) -> str:
    """ISO 8601 with the offset and whole seconds: microseconds break real clients."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def script_safe(data: dict[str, Any]) -> SafeString:
    """`data` as JSON that no word in it can break out of a script element with."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return SafeString(text)


def _person(name: str, title: str) -> dict[str, str]:
    return _without_empty({"@type": "Person", "name": name, "jobTitle": title})


def _work(source: dict[str, Any]) -> dict[str, Any]:
    return _without_empty(
        {
            "@type": "CreativeWork",
            "name": source["title"] or source["outlet"],
            "url": web_address(source["url"]),
            "publisher": {"@type": "Organization", "name": source["outlet"]},
            "datePublished": source["published_on"],
            "inLanguage": source["language"],
        }
    )


def image_object(
    edition: Edition, absolute: Absolute, picture: Picture | None
) -> dict[str, Any] | None:
    """The ImageObject of an edition's picture, without empty members."""
    image = edition.image
    if picture is None or not image:
        return None
    state = edition.image_label["state"] if edition.image_label else ""
    declared = image.get("digital_source_type") or IMAGE_SOURCE.get(state, "")
    page = ""
    if image.get("public_id"):
        page = absolute(origin_address(edition.language, image["public_id"]))
    return _without_empty(
        {
            "@type": "ImageObject",
            "contentUrl": absolute(picture.src),
            "encodingFormat": picture.type,
            "width": picture.width,
            "height": picture.height,
            "caption": image.get("caption") or image.get("alt"),
            "creditText": image.get("credit"),
            "copyrightNotice": image.get("copyright_notice"),
            "license": web_address(image.get("licence_url") or ""),
            "acquireLicensePage": page,
            "digitalSourceType": source_types.schema_uri(declared),
        }
    )


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [])}
