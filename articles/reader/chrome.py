"""What stands around every page: the paper's name, its sections, the other language, the prompt."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from articles.editions.sections import PublicSection
from articles.reader import consent
from articles.reader.addresses import LANGUAGES, absolute_for

NATIVE = {"ko": "한국어", "en": "English"}


def chrome(
    language: str,
    sections: list[PublicSection],
    *,
    page: str = "",
    section: str = "",
    other: str = "",
    request: HttpRequest | None = None,
) -> dict[str, Any]:
    """The frame's context. `other` is this page's address in the other language, where it has one.

    Without a request (the preview, what is gone or was never there) nobody is asked about cookies
    and no address is repeated: it may hold words of a story that readers must not see.
    """
    second = next(code for code in LANGUAGES if code != language)
    canonical, alternates = "", []
    if request is not None:
        absolute = absolute_for(request)
        canonical = absolute(request.path)
        alternates = [(language, canonical), (second, absolute(other))] if other else []
    return {
        "language": language,
        "site_name": settings.SITE_NAME[language],
        "contact_email": settings.CONTACT_EMAIL,
        "sections": sections,
        "page": page,
        "current_section": section,
        "other": {
            "code": second,
            "name": NATIVE[second],
            "url": other or reverse("reader:home", args=[second]),
        },
        "canonical": canonical,
        "alternates": alternates,
        **consent.prompt(request),
    }
