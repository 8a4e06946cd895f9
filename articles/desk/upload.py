"""The upload form of the image library: one file or several at once."""

import math
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.images import intake, source_types
from articles.images.models import ImageAsset
from articles.people.models import User

AT_ONCE = 20
MEGABYTE = 1024 * 1024


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class SeveralFilesField(forms.FileField):
    """Cleans to a list. Whether a file is a picture is for the intake to say."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = list(data) if isinstance(data, (list, tuple)) else [data]
        cleaned = [super(SeveralFilesField, self).clean(file, initial) for file in files or [None]]
        if len(cleaned) > AT_ONCE:
            raise forms.ValidationError(
                _("At most %(n)s files at once. Send the others afterwards.") % {"n": AT_ONCE}
            )
        return cleaned


class UploadForm(forms.Form):
    files = SeveralFilesField(
        label=gettext_lazy("Image files"),
        allow_empty_file=True,
        max_length=255,
        widget=SeveralFiles(
            attrs={"accept": "image/jpeg,image/png,image/webp,image/avif,image/gif"}
        ),
        help_text=gettext_lazy(
            "JPEG, PNG, WebP, AVIF or GIF. Several may be chosen, or dragged here. "
            "What is entered below is kept for each of them."
        ),
    )
    credit = forms.CharField(
        label=gettext_lazy("Credit"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Who is named beside the picture, for example “Galpi graphics”."),
    )
    copyright_notice = forms.CharField(
        label=gettext_lazy("Copyright notice"), max_length=300, required=False
    )
    digital_source_type = forms.ChoiceField(
        label=gettext_lazy("Digital source type"),
        required=False,
        choices=lambda: [("", gettext_lazy("Not known")), *source_types.writable()],
        help_text=gettext_lazy("How the picture came about (IPTC)."),
    )


def bytes_of(file: UploadedFile) -> bytes:
    """What was sent. A file that is too big is refused before it is read into memory."""
    if file.size > settings.IMAGE_MAX_BYTES:
        raise intake.ImageRefused(
            "too_many_bytes",
            megabytes=math.ceil(file.size / MEGABYTE),
            limit=settings.IMAGE_MAX_BYTES // MEGABYTE,
        )
    return file.read()


def take_in(form: UploadForm, *, by: User) -> list[ImageAsset]:
    """Hand each file of a valid form to the intake. What is refused becomes an error of the form,
    with the file's name; what was taken stays taken."""
    said = form.cleaned_data
    taken = []
    for file in said["files"]:
        try:
            taken.append(
                intake.add(
                    bytes_of(file),
                    file_name=file.name,
                    by=by,
                    credit=said["credit"],
                    copyright_notice=said["copyright_notice"],
                    digital_source_type=said["digital_source_type"],
                )
            )
        except intake.ImageRefused as refusal:
            form.add_error(
                "files",
                _("%(file)s: %(why)s") % {"file": file.name, "why": refusal},
            )
    return taken
