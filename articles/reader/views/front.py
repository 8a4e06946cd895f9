"""The way in, the front page, the sections."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from articles.reader.addresses import LANGUAGES
from articles.reader.lists import home_page, section_page
from articles.reader.views.answer import page, page_view


@require_safe
def entrance(request: HttpRequest) -> HttpResponse:
    """Send a visitor to the language the browser asks for; Korean where it asks for neither."""
    language = preferred(request.headers.get("Accept-Language", ""))
    response = HttpResponseRedirect(reverse("reader:home", args=[language]))
    patch_vary_headers(response, ["Accept-Language"])
    return response


def preferred(header: str) -> str:
    for code, _ in parse_accept_lang_header(header.lower()):
        if code.partition("-")[0] in LANGUAGES:
            return code.partition("-")[0]
    return LANGUAGES[0]


@page_view
def home(request: HttpRequest, language: str) -> HttpResponse:
    return page(request, "reader/home.html", home_page(language, request, timezone.now()))


@page_view
def section(request: HttpRequest, language: str, code: str) -> HttpResponse:
    context = section_page(language, code, request, timezone.now())
    return page(request, "reader/section.html", context)
