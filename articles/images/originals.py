"""Original files for readers: handed out untouched, and only where nothing private is in them."""

import functools
import io
from collections.abc import Iterator
from typing import BinaryIO

from PIL import Image

from articles.images import files
from articles.images.models import ImageAsset

TYPES = {
    "JPEG": ("image/jpeg", "jpg"),
    "PNG": ("image/png", "png"),
    "WEBP": ("image/webp", "webp"),
    "AVIF": ("image/avif", "avif"),
    "GIF": ("image/gif", "gif"),
}
_EXIF, _PLACE = 0x8769, 0x8825
# Camera owner, body and lens serial numbers; maker notes hold serial numbers, too.
_PERSONAL = frozenset({0x927C, 0xA430, 0xA431, 0xA435})
# In XMP, and in the camera data that Content Credentials carry. Not every "OwnerName": the owner of
# the copyright is no secret.
_TOLD = ("GPSL", "SerialNumber", "CameraOwnerName", "aux:OwnerName")
_MARKS = tuple(m.encode(code) for m in _TOLD for code in ("ascii", "utf-16-le", "utf-16-be"))
_TIFF = (b"II*\x00", b"MM\x00*")
_BLOCK = 65_536  # bytes; no JPEG segment is longer
_MOST_BLOCKS = 16


def is_offered(asset: ImageAsset) -> bool:
    """Whether readers may have the file itself: released by the newsroom, nothing private inside.

    Whether the picture may be shown at all is another question, asked of its rights.
    """
    if not asset.original_public or asset.format not in TYPES:
        return False
    try:
        return not tells_too_much(asset.sha256)
    except OSError:  # a file that cannot be read cannot be handed out either
        return False


def name(asset: ImageAsset) -> str:
    """The name readers save the file under: the one it came in with may name a person."""
    return f"{asset.public_id}.{TYPES[asset.format][1]}"


def content_type(asset: ImageAsset) -> str:
    return TYPES[asset.format][0]


def open(asset: ImageAsset) -> BinaryIO | None:
    """The file as it came in; None where it is not offered or not there."""
    if not is_offered(asset):
        return None
    try:
        return files.original_path(asset.sha256).open("rb")
    except FileNotFoundError:
        return None


@functools.lru_cache(maxsize=1024)
def tells_too_much(sha256: str) -> bool:
    """Whether the file holds a place, a serial number or the camera's owner.

    Asked once for a file: its name is the hash of its bytes. Raises OSError.
    """
    return is_private(files.original_path(sha256).read_bytes())


def is_private(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data)) as image:
            blocks = [*_exif_blocks(data), image.getexif()]
            told = any(_is_told(exif) for exif in blocks)
            inside = [v.encode() if isinstance(v, str) else v for v in image.info.values()]
    except Exception:  # whatever a decoder trips over, the answer is the careful one
        return True
    texts = [data, *(v for v in inside if isinstance(v, bytes))]
    return told or any(mark in text for mark in _MARKS for text in texts)


def _is_told(exif: Image.Exif) -> bool:
    return bool(exif.get_ifd(_PLACE)) or bool(_PERSONAL & exif.get_ifd(_EXIF).keys())


def _exif_blocks(data: bytes) -> Iterator[Image.Exif]:
    """Every EXIF block in the bytes: a phone's JPEG may hold a second picture with its own, and a
    decoder reads the first alone. Raises ValueError for more of them than any camera writes."""
    starts, at = [], data.find(b"Exif\x00\x00")
    while at >= 0 and len(starts) <= _MOST_BLOCKS:
        if data[at + 6 : at + 10] in _TIFF:
            starts.append(at)
        at = data.find(b"Exif\x00\x00", at + 6)
    if len(starts) > _MOST_BLOCKS:
        raise ValueError
    for start in starts:
        exif = Image.Exif()
        exif.load(data[start : start + _BLOCK])
        yield exif
