"""Addresses of public pages. The short id finds the story; section and slug are cosmetic."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from articles.editions.models import Edition

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
# What may stand in a path segment as it is; "." is left out, for "/../" leads elsewhere.
_NOT_PATH = re.compile(r"[^\w-]+")
Absolute = Callable[[str], str]


class LanguageConverter:
    """A language the paper appears in; any other first segment is no page of ours."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ShortIdConverter(LanguageConverter):
    regex = "[a-z0-9]{1,12}"


class ImageKeyConverter(LanguageConverter):
    regex = r"[0-9a-f]{32}\.(?:avif|webp|jpg)"


class ImageIdConverter(LanguageConverter):
    regex = "[0-9a-f]{16}"


def article_address(edition: Edition) -> str:
    """The one current address of an edition's article."""
    return reverse(
        "reader:article",
        args=[
            edition.language,
            edition.section_code,
            edition.public_id,
            _NOT_PATH.sub("-", edition.slug).strip("-") or "story",
        ],
    )


def absolute_for(request: HttpRequest) -> Absolute:
    """A function from a path to a full address: on SITE_URL where one is set, else where asked."""
    base = settings.SITE_URL or f"{request.scheme}://{request.get_host()}"
    return lambda path: base + path


def origin_address(language: str, image_id: str) -> str:
    """Where readers are told where an image comes from."""
    return reverse("reader:provenance", args=[language, image_id])


def image_address(key: str) -> str:
    return reverse("reader:image", args=[key])


def web_address(url: str) -> str:
    """`url` where it leads to the web; "" for anything else that may have been stored."""
    return url if url.lower().startswith(("http://", "https://")) else ""
