"""Why a file was not taken, in a sentence for the person who sent it."""

from django.utils.translation import gettext_lazy as _

_SENTENCES = {
    "empty": _("This file is empty. Choose the picture again."),
    "not_an_image": _(
        "This file is not a picture that can be read. Send a JPEG, PNG, WebP, AVIF or GIF file."
    ),
    "svg": _(
        "SVG files are not taken, because they can carry programs. Export the drawing as PNG and "
        "send that."
    ),
    "heic": _("HEIC pictures cannot be read here yet. Export the picture as JPEG and send that."),
    "damaged": _(
        "This picture is damaged or cut off, so it cannot be read to the end. Get the file again "
        "from where it came from."
    ),
    "hidden_content": _(
        "Something that is not part of the picture is hidden in this file. Export the picture "
        "afresh from an image editor and send that."
    ),
    "source_type": _("This is not a digital source type that can be declared."),
    "crop": _("This cut-out does not lie inside the picture, or does not have the required shape."),
    "rights_backwards": _("The rights end before they begin. Put one of the two moments right."),
    "too_many_bytes": _(
        "This file is %(megabytes)s MB; at most %(limit)s MB are taken. Save it smaller or with "
        "more compression."
    ),
    "too_many_pixels": _(
        "This picture has more than %(limit)s megapixels, which is the most that is taken. Make "
        "it smaller and send it again."
    ),
    "too_long": _(
        "One side of this picture has more than %(limit)s pixels, which is the most that is taken. "
        "Make it smaller and send it again."
    ),
    "too_many_frames": _(
        "This file moves, and it has more than %(limit)s frames, which is the most that is taken. "
        "Send a still picture or a shorter one."
    ),
    "strange": _(
        "This file is built in a way that no camera or image editor uses. Export the "
        "picture afresh from an image editor and send that."
    ),
}


class ImageRefused(Exception):
    """A file that is not taken. `code` tells programs why, `str()` people, in their language."""

    def __init__(self, code: str, **values: int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return str(_SENTENCES[self.code]) % self.values
