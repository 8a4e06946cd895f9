"""The switch between the desk's languages."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST

from articles.people.models import User

YEAR = 365 * 24 * 60 * 60


@require_POST
@csrf_protect
def switch(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language with the person and in a cookie, and go back to the page.

    Somebody who is not signed in gets the cookie alone: the login page has the switch too.
    """
    code = request.POST.get("language", "")
    response = HttpResponseRedirect(_back(request))
    if code in dict(settings.LANGUAGES):
        if request.user.is_authenticated:
            User.objects.filter(pk=request.user.pk).update(language=code)
        remember(response, code)
    return response


def remember(response: HttpResponse, code: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=YEAR,
        path="/admin/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )


def _back(request: HttpRequest) -> str:
    """The page the switch was pressed on; never an address elsewhere."""
    wanted = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if ours and wanted.startswith("/") else reverse("admin:index")
