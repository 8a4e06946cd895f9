"""Decode a picture once, small, upright and in sRGB; refuse what is no still picture."""

import io
import math
from dataclasses import dataclass

from django.conf import settings
from PIL import Image, ImageCms

from articles.images import containers, frames, heic
from articles.images.refusal import ImageRefused

LARGEST = 1920  # pixels across the largest copy
MOST = 3840  # pixels across what is decoded, where a part of the picture is to be cut out
TALLEST = 16_000  # pixels; WebP ends at 16,383
LONGEST = 65_535  # pixels on a side of the original; JPEG ends there
STRIP = 1_000_000  # pixels converted at a time
# Their decoders take this many times the memory of the others (measured: 16, 9, 9 bytes a pixel).
GREEDY = {"WEBP": 4, "AVIF": 2, "HEIC": 2}
ORIENTATION = 0x0112
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True)
class Picture:
    """A decoded file. `width` and `height` are the original's, upright; `image` is RGB or RGBA in
    sRGB, no wider than was asked for; `xmp` the embedded packet, if any. Of a moving picture it is the
    first of its `frames`."""

    image: Image.Image
    format: str
    width: int
    height: int
    xmp: bytes | str | None
    frames: int = 1


def decode(data: bytes, width: int = LARGEST) -> Picture:
    """The picture in `data`, its type told by its content, no wider than `width` pixels.

    Raises ImageRefused for everything that is not one whole picture within the limits
    (settings.IMAGE_MAX_BYTES, IMAGE_MAX_PIXELS, IMAGE_MAX_FRAMES).
    """
    limit = settings.IMAGE_MAX_BYTES
    if not data:
        raise ImageRefused("empty")
    if len(data) > limit:
        megabytes = math.ceil(len(data) / 1_048_576)
        raise ImageRefused("too_many_bytes", megabytes=megabytes, limit=limit // 1_048_576)
    if containers.is_svg(data):
        raise ImageRefused("svg")
    format = containers.kind(data)
    if not format:
        raise ImageRefused("not_an_image")
    if format == "HEIC" and not heic.readable():
        raise ImageRefused("heic")
    # Before anything reads the file in earnest: what holds us up would hold Pillow up longer.
    _built_plainly(data, format)
    number = _frames(data, format)
    with _opened(data, format) as source:
        _check_size(source, format)
        return _decoded(source, format, number, width)


def fitted(size: tuple[int, int], width: int) -> tuple[int, int]:
    """`size` scaled to `width`, never up and never taller than TALLEST."""
    scale = min(1.0, width / size[0], TALLEST / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _opened(data: bytes, format: str) -> Image.Image:
    try:
        # A phone's JPEG with a second picture inside is MPO to Pillow; the first is the picture.
        return Image.open(io.BytesIO(data), formats=["HEIF" if format == "HEIC" else format])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(settings.IMAGE_MAX_PIXELS) from None
    except Exception as error:  # decoders raise anything at all on hostile bytes
        raise ImageRefused("not_an_image") from error


def _check_size(source: Image.Image, format: str) -> None:
    limit = settings.IMAGE_MAX_PIXELS // GREEDY.get(format, 1)
    if source.width * source.height > limit:
        raise _too_large(limit)
    # A row costs memory however short it is: a picture one pixel wide is all rows.
    if max(source.size) > LONGEST:
        raise ImageRefused("too_long", limit=LONGEST)


def _built_plainly(data: bytes, format: str) -> None:
    try:
        if containers.hides_something(data, format):
            raise ImageRefused("hidden_content")
    except containers.Strange:
        raise ImageRefused("strange") from None


def _too_large(limit: int) -> ImageRefused:
    return ImageRefused("too_many_pixels", limit=limit // 1_000_000)


def _frames(data: bytes, format: str) -> int:
    limit = settings.IMAGE_MAX_FRAMES
    number = frames.count(data, format, stop=limit + 1)
    if number > limit:
        raise ImageRefused("too_many_frames", limit=limit)
    return number


def _decoded(source: Image.Image, format: str, number: int, wanted: int) -> Picture:
    try:
        turn = UPRIGHT.get(_orientation(source))
        width, height = source.size
        small = fitted(_turned((width, height), turn), wanted)
        box = _turned(small, turn)
        # JPEG decodes straight to a half, quarter or eighth: most of the time and memory saved.
        source.draft(None, box)
        source.load()
        profile, packet = source.info.get("icc_profile"), source.info.get("xmp")
        image = _plain_mode(_reduced(source, box), profile).resize(box, Image.Resampling.LANCZOS)
        image = image.transpose(turn) if turn is not None else image
    except Exception as error:  # as above; a cut-off file is an OSError
        raise ImageRefused("damaged") from error
    image.info.clear()
    return Picture(image, format, *_turned((width, height), turn), packet, number)


def _turned(size: tuple[int, int], turn: Image.Transpose | None) -> tuple[int, int]:
    sideways = turn in (UPRIGHT[5], UPRIGHT[6], UPRIGHT[7], UPRIGHT[8])
    return (size[1], size[0]) if sideways else size


def _orientation(source: Image.Image) -> int:
    try:
        return int(source.getexif().get(ORIENTATION, 1))
    except Exception:  # broken EXIF is no reason to refuse a good picture
        return 1


def _reduced(source: Image.Image, box: tuple[int, int]) -> Image.Image:
    """`source` at a whole fraction of its size that still exceeds twice `box`, made strip by strip:
    reducing transparency or a palette in one piece would need a second full-size copy."""
    factor = min(source.width // (2 * box[0]), source.height // (2 * box[1]))
    if factor < 2:
        return source
    rows = max(1, STRIP // source.width // factor) * factor
    small = None
    for top in range(0, source.height, rows):
        strip = source.crop((0, top, source.width, min(top + rows, source.height)))
        strip = _even_mode(strip).reduce(factor)
        if small is None:
            small = Image.new(strip.mode, (strip.width, math.ceil(source.height / factor)))
        small.paste(strip, (0, top // factor))
    source.close()  # frees its pixels before the next step takes more
    return small or source


def _even_mode(image: Image.Image) -> Image.Image:
    """`image` in a mode that can be resized: L, RGB, RGBA or CMYK, with 8 bits a channel."""
    if image.mode in ("L", "RGB", "RGBA", "CMYK"):
        return image if "transparency" not in image.info else image.convert("RGBA")
    if image.mode.startswith("I"):
        # 16 bits: convert() would clip everything above 255 to white.
        return image.convert("I").point(lambda value: value / 257).convert("L")
    see_through = image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info
    return image.convert("RGBA" if see_through else "RGB")


def _plain_mode(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB, or RGBA where there is transparency, with the colours of `profile` turned to sRGB."""
    image = _even_mode(image)
    wanted = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, own, srgb, outputMode=wanted)
            return converted if converted is not None else image.convert(wanted)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a profile that cannot be read, or is for another kind of picture
    # convert() would copy what is in the right mode already.
    return image if image.mode == wanted else image.convert(wanted)
