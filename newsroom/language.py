"""Which language a request is answered in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

CODES = tuple(code for code, _ in settings.LANGUAGES)


def of_path(path: str) -> str | None:
    """The language a reader's address names: ``/ko/…`` is Korean whoever asks."""
    first = path.split("/", 2)[1] if path.startswith("/") else ""
    return first if first in CODES else None


class LanguageMiddleware:
    """Activates the language of the address, else the signed-in person's, else the browser's.

    A reader's page never looks at the session, so it sets no cookie and a shared cache may keep it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = of_path(request.path_info)
        code = named or self._of_person(request) or translation.get_language_from_request(request)
        request.LANGUAGE_CODE = code
        with translation.override(code):
            response = self.get_response(request)
            if hasattr(response, "render") and callable(response.render):
                response.render()
        response.headers.setdefault("Content-Language", code)
        if named is None:
            patch_vary_headers(response, ["Accept-Language"])
        return response

    @staticmethod
    def _of_person(request: HttpRequest) -> str | None:
        if not request.path_info.startswith("/admin/"):
            return None
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen in CODES:
            return chosen
        return request.user.language if request.user.is_authenticated else None
