"""What stands in a file beside C2PA: the XMP packet, EXIF, IPTC-IIM, and loose AIGC marks.

Pillow only reads headers here; no pixel is decoded. Names of tags: EXIF 3.0, IPTC-IIM 4.2.
"""

import datetime as dt
import io
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from PIL import Image, IptcImagePlugin

from articles.images.provenance.claim import ExifClaim
from articles.images.provenance.plain import plain

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF")
MAKE, MODEL, SOFTWARE, CHANGED = 0x010F, 0x0110, 0x0131, 0x0132
CAMERA, GPS = 0x8769, 0x8825  # where the camera's own data and the place begin
TAKEN, OFFSET, COMMENT = 0x9003, 0x9011, 0x9286
# Record 2 of IPTC-IIM, and what the fields are called in XMP.
IIM = {(2, 110): "credit", (2, 116): "copyright_notice", (2, 80): "creator"}
MAX_TEXT = 2_000_000  # bytes of one text in a PNG, unpacked


@dataclass(frozen=True)
class Embedded:
    """`iim` maps field names of the XMP claim to texts; `aigc` are AIGC blocks outside the XMP."""

    packet: bytes | str | None = None
    exif: ExifClaim = field(default_factory=ExifClaim)
    iim: dict[str, str] = field(default_factory=dict)
    aigc: tuple[str, ...] = ()


def read(data: bytes) -> Embedded:
    """What is embedded; what is broken is left out. Never raises for what the bytes hold."""
    texts = dict(_png_texts(data))
    packet = texts.get("XML:com.adobe.xmp")
    loose = [texts["AIGC"].decode(errors="replace")] if "AIGC" in texts else []
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as source:
            packet = packet or source.info.get("xmp")
            exif, comment = _exif(source)
            if comment:
                loose.append(comment)
            return Embedded(packet, exif, _iim(source), tuple(loose))
    except Exception:  # decoders raise anything at all on hostile bytes
        return Embedded(packet=packet, aigc=tuple(loose))


def _exif(source: Image.Image) -> tuple[ExifClaim, str]:
    """The claim, and the user's comment where it looks like an AIGC block."""
    try:
        tags = source.getexif()
        camera, place = tags.get_ifd(CAMERA), tags.get_ifd(GPS)
    except Exception:  # broken EXIF says nothing
        return ExifClaim(), ""
    comment = camera.get(COMMENT, b"")
    # Eight bytes name the character set; the block itself is ASCII or UTF-8.
    said = comment[8:] if isinstance(comment, bytes) else str(comment).encode(errors="replace")
    said = said[:MAX_TEXT].strip(b"\x00 ")
    claim = ExifClaim(
        make=_text(tags.get(MAKE)),
        model=_text(tags.get(MODEL)),
        software=_text(tags.get(SOFTWARE)),
        taken_at=_moment(camera.get(TAKEN), camera.get(OFFSET)),
        # Some cameras leave an empty block behind where locating was off.
        location=any(tag in place for tag in (2, 4, 7, 27, 29)),
    )
    return claim, said.decode(errors="replace") if b'"AIGC"' in said else ""


def _iim(source: Image.Image) -> dict[str, str]:
    try:
        found = IptcImagePlugin.getiptcinfo(source) or {}
    except Exception:  # as above
        return {}
    said = {}
    for key, name in IIM.items():
        value = found.get(key)
        value = value[0] if isinstance(value, list) and value else value
        if isinstance(value, bytes) and value:
            said[name] = plain(_decoded(value).strip(), 300)
    return said


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _text(value: object) -> str:
    return plain(value.strip("\x00 "), 120) if isinstance(value, str) else ""


def _moment(value: object, offset: object) -> str:
    """ISO 8601 from EXIF's "2026:11:22 20:30:00" and "+09:00"; "" where it is none."""
    zone = offset if isinstance(offset, str) and re.fullmatch(r"[+-]\d\d:\d\d", offset) else ""
    try:
        at = dt.datetime.strptime(str(value).strip("\x00 "), "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
        return dt.datetime.fromisoformat(at.isoformat() + zone).isoformat()
    except ValueError:
        return ""


def _png_texts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The texts of a PNG that matter here, those behind the pixels too, which Pillow sees only when
    it decodes."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return
    at, wanted = 8, {b"XML:com.adobe.xmp", b"AIGC"}
    try:
        while wanted and at + 8 <= len(data):
            size, kind = struct.unpack_from(">I4s", data, at)
            body = data[at + 8 : at + 8 + min(size, MAX_TEXT)]
            at += 12 + size
            name, _, rest = body.partition(b"\x00")
            if name not in wanted or kind not in (b"tEXt", b"iTXt"):
                continue
            wanted.remove(name)  # a second one of the name would cost time and say nothing
            if kind == b"iTXt":
                packed, text = rest[:1] == b"\x01", rest[2:].split(b"\x00", 2)[2]
                rest = _unpacked(text) if packed else text
            yield name.decode(), rest
    except (struct.error, IndexError, zlib.error):
        return


def _unpacked(text: bytes) -> bytes:
    return zlib.decompressobj().decompress(text, MAX_TEXT)
