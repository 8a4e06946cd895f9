"""Take in the picture that came with an article's form, and say where it looks like another one."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from articles.desk.image_sheet import shown
from articles.desk.upload import bytes_of
from articles.images import intake
from articles.images.models import ImageAsset
from articles.images.twins import twins
from articles.lib.numbers import row_number

# In the session: the picture just taken in, and those of the library that it looks like.
SEEN = "images.alike"


def take_in(request: HttpRequest) -> tuple[QueryDict, str]:
    """What was sent, with the uploaded picture named as the chosen one, and why it was refused.

    Done before and apart from the save: a file cannot be put back into a form, so a mistake
    elsewhere must not cost it; and reading a large picture must not hold up other writers.
    """
    data = request.POST.copy()
    if "_twin" in data or "_keep" in data:
        # A person's word on the picture before: the one in the library, or this one after all.
        request.session.pop(SEEN, None)
        if row_number(data.get("_twin", "")):
            data["image-asset"] = data["_twin"]
    file = request.FILES.get("image-upload")
    if file is None:
        return data, ""
    try:
        asset = intake.add(bytes_of(file), file_name=file.name or "", by=request.user)
    except intake.ImageRefused as refused:
        return data, str(refused)
    except PermissionDenied:
        return data, ""
    data["image-asset"] = str(asset.pk)
    like = [] if asset.already_there else twins(asset.phash, but=asset.pk)
    request.session[SEEN] = {"asset": asset.pk, "twins": [twin.pk for twin in like]}
    return data, ""


def alike(request: HttpRequest, chosen: ImageAsset | None) -> list[dict[str, Any]]:
    """The pictures of the library that the chosen one looks like, as long as nobody has said which
    of them it shall be. Asks nothing where nothing was just uploaded."""
    seen = request.session.get(SEEN) or {}
    if chosen is None or seen.get("asset") != chosen.pk or not seen.get("twins"):
        return []
    rows = ImageAsset.objects.prefetch_related("renditions").in_bulk(seen["twins"])
    return [
        {
            "asset": rows[pk],
            "copy": shown(rows[pk]),
            "url": reverse("admin:images_imageasset_change", args=[pk]),
        }
        for pk in seen["twins"]
        if pk in rows
    ]
