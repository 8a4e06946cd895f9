"""Image files. A picture is public while it stands in a story that is."""

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.editions.models import Edition, EditionImage
from articles.images import renditions

# Short: when its last story is withdrawn, the picture is gone from shared caches soon after.
CACHE = "public, max-age=300"


@require_safe
def image(request: HttpRequest, key: str) -> FileResponse:
    """One copy of a picture. What may not be seen answers exactly as what is not there."""
    found = renditions.open(key)
    if found is None:
        raise Http404
    file, content_type, row = found
    live = Edition.objects.live(timezone.now())
    if not EditionImage.objects.filter(asset=row.asset_id, edition__in=live).exists():
        file.close()
        raise Http404
    response = FileResponse(file, content_type=content_type)
    response.headers["Cache-Control"] = CACHE
    return response
