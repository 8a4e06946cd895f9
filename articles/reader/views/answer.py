"""What all readers' pages have in common: how they are rendered, counted and kept by caches."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import conditional_page, require_safe

from articles.reader import consent, visits

View = Callable[..., HttpResponse]
# A withdrawn story must not linger in anybody's cache: each is asked again before it is shown.
CACHE = "private, no-cache"


def page_view(view: View) -> View:
    """For GET and HEAD; a browser that has this very page is told so with 304.

    The page holds nothing that changes with every answer (no nonce, no form token), so the hash
    of the whole of it is an ETag that is always right. It depends on one cookie, the choice about
    statistics, hence `Vary: Cookie`: nothing finer can be said, and shared caches are told to
    keep nothing anyway.
    """

    @require_safe
    @conditional_page
    @wraps(view)
    def answered(request: HttpRequest, **parts: str) -> HttpResponse:
        response = view(request, **parts)
        response.headers.setdefault("Cache-Control", CACHE)
        patch_vary_headers(response, ["Cookie"])
        return response

    return answered


def page(
    request: HttpRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Render a readers' page, and count the visit where the reader has allowed it."""
    response = render(request, template, context, status=status)
    if request.method == "GET" and status == 200:
        visits.count(request, response, context["language"], consent.choice(request))
    return response
