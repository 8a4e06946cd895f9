"""The one thing a reader can tell us: whether visits may be counted."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from articles.reader import consent, visits
from articles.reader.views.answer import CACHE

PLAIN = "text/plain; charset=utf-8"


@csrf_exempt
@require_POST
def choose(request: HttpRequest, language: str) -> HttpResponse:
    """Remember the choice, then go back to the page it was made on.

    Where htmx asks, the answer is the confirmation that takes the prompt's place.
    """
    if not consent.same_origin(request):
        raise PermissionDenied(_("This choice can only be made on this site’s own pages."))
    chosen = request.POST.get("analytics")
    if chosen not in (consent.YES, consent.NO):
        return HttpResponseBadRequest(_("Choose one of the two."), content_type=PLAIN)
    if request.htmx:
        context = {"language": language, "consent": chosen, "focus": True}
        response = render(request, "reader/_chosen.html", context)
    else:
        response = HttpResponseRedirect(consent.safe_next(request, language))
        response.status_code = 303
    consent.remember(response, chosen)
    visits.count(request, response, language, chosen)
    response.headers["Cache-Control"] = CACHE
    return response
