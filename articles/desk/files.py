"""Renditions for staff: pictures that no reader may see yet are shown at the desk."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.images import renditions
from articles.people.roles import can


@require_safe
def image_file(request: HttpRequest, key: str) -> HttpResponse:
    """One copy of an image, for whoever may see the image library."""
    if not can(request.user, "image.view"):
        raise PermissionDenied
    found = renditions.open(key)
    if found is None:
        raise Http404
    file, content_type, _row = found
    response = FileResponse(file, content_type=content_type)
    # Kept by this person's browser alone: a shared cache would show it to others.
    response["Cache-Control"] = "private, max-age=600"
    return response


def url(key: str) -> str:
    """The staff address of a rendition."""
    return reverse("admin:image_file", args=[key])
