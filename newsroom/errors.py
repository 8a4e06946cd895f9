"""Pages for what went wrong: readers' chrome for readers, the desk's look under /admin/.

None needs a session. The one for our own failures needs no database and no request either, for
any of them may be what failed. No page repeats the address that was asked: it may hold words of a
story that readers must not see.
"""

import logging
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.editions.sections import all_sections
from articles.reader.addresses import LANGUAGES
from articles.reader.chrome import chrome

logger = logging.getLogger(__name__)
CACHE = "private, no-cache"


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What a PermissionDenied was raised with is written for people, and is shown."""
    said = str(exception or "") or _("You are not allowed to see this or to do this.")
    return _page(request, 403, said=said)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(
        request,
        403,
        said=_(
            "The form could not be matched to your browser; nothing was saved. "
            "Go back, reload the page and send it again."
        ),
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404, with_sections=True)


def server_error(request: HttpRequest) -> HttpResponse:
    """Says a number; the log has the same number beside what happened."""
    number = "-".join(secrets.token_hex(2).upper() for _ in range(2))
    logger.error("Error %s: %s %s", number, request.method, request.path, exc_info=True)
    try:
        return _page(request, 500, number=number, now=timezone.now())
    except Exception:  # whatever is broken, somebody is waiting for an answer
        logger.exception("Error %s: its page could not be shown.", number)
        return HttpResponse(
            f"<!doctype html><title>500</title><h1>500</h1><p>{escape(number)}</p>", status=500
        )


def _page(
    request: HttpRequest, code: int, with_sections: bool = False, **context: Any
) -> HttpResponse:
    language = get_language() or ""
    language = language if language in LANGUAGES else LANGUAGES[0]
    template = f"errors/{code}.html"
    if request.path_info.startswith("/admin/"):
        template = "errors/admin.html"
    elif with_sections:
        context |= {"sections": all_sections(language)}
    frame = chrome(language, context.pop("sections", []))
    response = HttpResponse(
        render_to_string(template, frame | context | {"code": code}), status=code
    )
    response.headers["Cache-Control"] = CACHE
    return response
