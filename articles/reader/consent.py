"""Consent to the statistics cookie: asked once, kept in one cookie, nothing stored before."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from articles.reader.addresses import LANGUAGES

COOKIE, YES, NO = "consent", "yes", "no"
VISIT = "visit"
SAVED = "saved"
_DAY = 24 * 60 * 60
_KEPT = {COOKIE: 182 * _DAY, VISIT: 30 * _DAY}


def choice(request: HttpRequest) -> str:
    """The answer, "yes" or "no"; "" where nothing (or nothing we wrote) was chosen."""
    said = request.COOKIES.get(COOKIE, "")
    return said if said in (YES, NO) else ""


def prompt(request: HttpRequest | None) -> dict[str, Any]:
    """What the frame needs: whether to ask, what was chosen, whether it was chosen just now."""
    if request is None:
        return {"ask_consent": False, "consent": "", "consent_saved": False, "here": ""}
    chosen = choice(request)
    return {
        "ask_consent": not chosen,
        "consent": chosen,
        "consent_saved": bool(chosen) and request.GET.get(COOKIE) == SAVED,
        "here": request.get_full_path() if request.method in ("GET", "HEAD") else "",
    }


def same_origin(request: HttpRequest) -> bool:
    """Whether this site's own page sent the request, by what the browser itself says.

    A form token would need a cookie before the choice is made. Sec-Fetch-Site cannot be set by a
    page; browsers without it send Origin with every POST. One that sends neither is refused.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    try:
        return urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
    except ValueError:  # no browser writes such an Origin
        return False


def safe_next(request: HttpRequest, language: str) -> str:
    """The reader's page to return to; the privacy page where `next` is not one of ours."""
    wanted = request.POST.get("next", "")
    ours = wanted.startswith(tuple(f"/{code}/" for code in LANGUAGES))
    if not ours or not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        wanted = reverse("reader:privacy", args=[language])
    path, _, query = urlsplit(wanted)._replace(fragment="").geturl().partition("?")
    kept = [part for part in query.split("&") if part and not part.startswith(f"{COOKIE}=")]
    return f"{path}?{'&'.join([*kept, f'{COOKIE}={SAVED}'])}"


def remember(response: HttpResponse, chosen: str) -> None:
    """Keep the choice; a refusal takes the visit cookie away."""
    put(response, COOKIE, chosen)
    if chosen == NO:
        response.delete_cookie(VISIT, samesite="Lax")


def put(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=_KEPT[name],
        httponly=True,
        samesite="Lax",
        secure=settings.HTTPS,
    )
