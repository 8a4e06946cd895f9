"""Where a picture comes from: for people, for machines, and the file itself.

All three are there while a live story shows the picture and its rights are in order. Otherwise
they answer exactly as what never was.
"""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import conditional_page, require_safe

from articles.images import originals
from articles.reader.addresses import absolute_for
from articles.reader.origin import Origin, find
from articles.reader.origin_data import origin_data
from articles.reader.origin_page import origin_page
from articles.reader.views.answer import page, page_view
from articles.reader.views.image import CACHE, unless_known


@page_view
def provenance(request: HttpRequest, language: str, image_id: str) -> HttpResponse:
    context = origin_page(_found(image_id), language, request)
    return page(request, "reader/origin.html", context)


@require_safe
@conditional_page
def data(request: HttpRequest, image_id: str) -> HttpResponse:
    """Open to scripts on other sites: it is public, and asks for no cookie."""
    found = origin_data(_found(image_id), absolute_for(request))
    response = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = CACHE
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def original(request: HttpRequest, image_id: str) -> HttpResponse:
    """The file as it came in, credentials and all, to be saved; other tools may fetch it, too."""
    asset = _found(image_id).asset
    file = originals.open(asset)
    if file is None:
        raise Http404
    response = FileResponse(
        file,
        as_attachment=True,
        filename=originals.name(asset),
        content_type=originals.content_type(asset),
    )
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = CACHE
    response.headers["X-Robots-Tag"] = "noindex"
    return unless_known(request, response, f'"{asset.sha256}"', file)


def _found(image_id: str) -> Origin:
    found = find(image_id, timezone.now())
    if found is None:
        raise Http404
    return found
