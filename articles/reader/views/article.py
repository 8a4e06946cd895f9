"""One story: what is live, where it has moved to, or that it is gone."""

import datetime as dt
from urllib.parse import unquote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone

from articles.editions.models import Edition
from articles.editions.sections import all_sections
from articles.reader.addresses import absolute_for, article_address
from articles.reader.chrome import chrome
from articles.reader.page import article_page
from articles.reader.views.answer import page, page_view
from articles.reader.withheld import live


@page_view
def article(
    request: HttpRequest, language: str, section: str, public_id: str, slug: str = ""
) -> HttpResponse:
    """The id finds the story; any other section, slug or language leads to its address."""
    at = timezone.now()
    edition = live(at).filter(public_id=public_id).first()
    if edition is None:
        return _gone(request, language, public_id, at)
    address = article_address(edition)
    if request.path != unquote(address):
        return HttpResponsePermanentRedirect(address)
    context = article_page(
        edition, language=language, absolute=absolute_for(request), request=request, at=at
    )
    return page(request, "reader/article.html", context)


def _gone(request: HttpRequest, language: str, public_id: str, at: dt.datetime) -> HttpResponse:
    """410 for what readers could once see; 404 for what they never could."""
    last = (
        Edition.objects.filter(public_id=public_id, live_from__lte=at)
        .exclude(ended_as=Edition.EndedAs.CANCELLED)
        .order_by("-number")
        .values("language", "live_until", "ended_as", "public_reason")
        .first()
    )
    if last is None:
        raise Http404
    withdrawn = last["ended_as"] == Edition.EndedAs.WITHDRAWN
    context = {
        **chrome(language, all_sections(language), page="gone"),
        "withdrawn": withdrawn,
        "ended": last["live_until"],
        "reason": last["public_reason"] if withdrawn else "",
        "reason_language": last["language"],
    }
    return page(request, "reader/gone.html", context, status=410)
