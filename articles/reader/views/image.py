"""Image files. A picture is public while it stands in a story that is, and its rights allow it."""

import os
from typing import BinaryIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from articles.editions.models import Edition, EditionImage
from articles.images import renditions, rights

# Short: when its last story is withdrawn, the picture is gone from shared caches soon after.
CACHE = "public, max-age=300"


@require_safe
def image(request: HttpRequest, key: str) -> HttpResponse:
    """One copy of a picture. What may not be seen answers exactly as what is not there."""
    found = renditions.open(key)
    if found is None:
        raise Http404
    file, content_type, row = found
    now = timezone.now()
    live = Edition.objects.live(now)
    public = EditionImage.objects.filter(asset=row.asset_id, edition__in=live)
    if not rights.shown(rights.of(row.asset), now) or not public.exists():
        file.close()
        raise Http404
    # A copy that is made again keeps its name: what it weighs and when it was written tell it.
    written = os.fstat(file.fileno())
    response = FileResponse(file, content_type=content_type)
    response.headers["Cache-Control"] = CACHE
    return unless_known(request, response, f'"{written.st_mtime_ns:x}-{written.st_size:x}"', file)


def unless_known(
    request: HttpRequest, response: FileResponse, etag: str, file: BinaryIO
) -> HttpResponse:
    """`response`, which sends `file`, or 304 where the browser has these very bytes."""
    response.headers["ETag"] = etag
    answer = get_conditional_response(request, etag=etag, response=response)
    if answer is not response:
        # Not response.close(): that would end the request, and there is an answer to give yet.
        file.close()
    return answer
