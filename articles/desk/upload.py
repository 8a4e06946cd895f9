"""Uploads to the image library: the form, and what became of each file."""

import math
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.images import heic, intake, source_types, waiting
from articles.images.models import ImageAsset
from articles.lib.hangul import particles
from articles.people.models import User

AT_ONCE = 20
MEGABYTE = 1024 * 1024
SALT = "images.waiting"
ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/gif"
FORMATS = gettext_lazy("JPEG, PNG, WebP, AVIF or GIF.")
FORMATS_HEIC = gettext_lazy("JPEG, PNG, WebP, AVIF, GIF or HEIC.")


def accept() -> str:
    """The formats for the browser's file dialog."""
    return f"{ACCEPT},image/heic,image/heif" if heic.readable() else ACCEPT


def formats() -> str:
    return str(FORMATS_HEIC if heic.readable() else FORMATS)


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


class DeclaredForm(forms.Form):
    """What is declared of each file that is sent."""

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


class UploadForm(DeclaredForm):
    files = SeveralFilesField(
        label=gettext_lazy("Image files"), allow_empty_file=True, max_length=255
    )
    field_order = ("files",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        files = self.fields["files"]
        files.widget.attrs["accept"] = accept()
        files.help_text = " ".join(
            [
                formats(),
                _(
                    "Several may be chosen, or dragged here. What is entered below is kept for "
                    "each of them."
                ),
            ]
        )


@dataclass(frozen=True)
class Outcome:
    """What became of one file. `state`: taken, known (these bytes are in the library), alike (it
    waits for a person's word), refused. `token` is for what waits."""

    name: str
    state: str
    sentence: str
    asset: ImageAsset | None = None
    twins: tuple[ImageAsset, ...] = ()
    token: str = ""

    @property
    def done(self) -> bool:
        return self.state in ("taken", "known")


def bytes_of(file: UploadedFile) -> bytes:
    """What was sent. A file that is too big is refused before it is read into memory."""
    if file.size > settings.IMAGE_MAX_BYTES:
        raise intake.ImageRefused(
            "too_many_bytes",
            megabytes=math.ceil(file.size / MEGABYTE),
            limit=settings.IMAGE_MAX_BYTES // MEGABYTE,
        )
    return file.read()


def take_in(form: UploadForm, *, by: User) -> list[Outcome]:
    """Hand each file of a valid form to the intake. What was taken stays taken, whatever becomes
    of the others."""
    said = {name: form.cleaned_data[name] for name in DeclaredForm.base_fields}
    return [_one(file, said, by) for file in form.cleaned_data["files"]]


def anyway(token: str, *, by: User) -> Outcome:
    """Take in a file that waits: a person has seen what it looks like."""
    waits = opened(token, by)
    data = waiting.data_of(waits["sha256"]) if waits else None
    if data is None:
        return Outcome("", "refused", _("This file is no longer waiting. Send it again."))
    try:
        asset = intake.add(data, file_name=waits["name"], by=by, **waits["said"])
    except intake.ImageRefused as refused:
        return Outcome(waits["name"], "refused", str(refused))
    waiting.drop(waits["sha256"])
    return taken(waits["name"], asset)


def opened(token: str, by: User) -> dict[str, Any] | None:
    """What a token says, where it is genuine, of today, and this person's."""
    try:
        waits = signing.loads(token, salt=SALT, max_age=waiting.DAY)
    except signing.BadSignature:
        return None
    return waits if waits["by"] == by.pk else None


def taken(name: str, asset: ImageAsset) -> Outcome:
    if asset.already_there:
        said = _("“%(name)s” was in the library already.") % {"name": asset}
        return Outcome(name, "known", particles(said), asset)
    said = _("“%(name)s” is in the library now.") % {"name": asset}
    if asset.frames > 1:
        said += " " + _("It moves; readers are shown its first frame.")
    return Outcome(name, "taken", particles(said), asset)


def _one(file: UploadedFile, said: dict[str, str], by: User) -> Outcome:
    name = file.name or ""
    try:
        data = bytes_of(file)
        asset = intake.add(data, file_name=name, by=by, even_if_alike=False, **said)
    except intake.ImageRefused as refused:
        return Outcome(name, "refused", str(refused))
    except intake.LooksAlike as alike:
        waiting.keep(alike.sha256, data, alike.picture.image)
        waits = {"sha256": alike.sha256, "name": name, "said": said, "by": by.pk}
        token = signing.dumps(waits, salt=SALT)
        sentence = _("This looks like a picture in the library. Is it the same?")
        return Outcome(name, "alike", sentence, twins=tuple(alike.twins), token=token)
    return taken(name, asset)
