"""Take in the picture that came with an article's form."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict

from articles.desk.upload import bytes_of
from articles.images import intake


def take_in(request: HttpRequest) -> tuple[QueryDict, str]:
    """What was sent, with the uploaded picture named as the chosen one, and why it was refused.

    Done before and apart from the save: a file cannot be put back into a form, so a mistake
    elsewhere must not cost it; and reading a large picture must not hold up other writers.
    """
    data = request.POST.copy()
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
    return data, ""
