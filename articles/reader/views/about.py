"""What the paper says of itself: how it uses AI, what its labels mean, what it stores."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from articles.audit.models import Entry
from articles.editions.sections import all_sections
from articles.reader import label_guide, standing
from articles.reader.addresses import LANGUAGES
from articles.reader.chrome import chrome
from articles.reader.views.answer import page, page_view


@page_view
def how(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    context = _frame(request, language, "how") | {
        "now": now,
        "standing": standing.standing(language, now),
        "guide": label_guide.guide(language, _other(language)),
        # The demo's people are invented, and so are its numbers: whoever reads them is told.
        "is_demo": Entry.objects.filter(verb="demo.loaded").exists(),
    }
    return page(request, "reader/how.html", context)


@page_view
def labels(request: HttpRequest, language: str) -> HttpResponse:
    other = _other(language)
    context = _frame(request, language, "labels") | {
        "guide": label_guide.guide(language, other),
        "credentials": label_guide.credentials(),
    }
    return page(request, "reader/labels.html", context)


@page_view
def privacy(request: HttpRequest, language: str) -> HttpResponse:
    return page(request, "reader/privacy.html", _frame(request, language, "privacy"))


def _frame(request: HttpRequest, language: str, name: str) -> dict[str, Any]:
    other = reverse(f"reader:{name}", args=[_other(language)])
    return chrome(language, all_sections(language), page=name, other=other, request=request)


def _other(language: str) -> str:
    return next(code for code in LANGUAGES if code != language)
