"""The bytes of a picture file that are not the picture: headers, metadata, what follows the end.

A file can be a picture and something else at once. Something else can stand only there, and pixel
data, which is compressed noise, would match any short pattern by chance.
"""

import re
import struct
from collections.abc import Iterator

HEAD = 1024
_MARKUP = re.compile(rb"<\?php|<script|<html|<!doctype html|<!entity", re.IGNORECASE)
_PROGRAM = (
    b"\x7fELF",
    b"MZ\x90\x00",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"PK\x03\x04",
    b"#!/",
)
# A GIF's width can be written so that the file is a script: GIF89a/*...*/=1
_GIF_SCRIPT = (b"/*", b"//", b"='", b'="', b"=1", b"= ")


def hides_something(data: bytes, format: str) -> bool:
    """Whether the file is also markup, a document, an archive or a program."""
    beside = list(_beside(data, format))
    tail = beside[-1].lstrip(b"\x00\r\n\t ") if beside else b""
    whole = b"\n".join(beside)
    if format == "GIF" and data[6:8] in _GIF_SCRIPT:
        return True
    if b"%PDF-" in data[:HEAD] or b"%PDF-" in tail[:HEAD] or tail.startswith(_PROGRAM):
        return True
    if b"PK\x05\x06" in whole and b"PK\x03\x04" in whole:
        return True
    return _MARKUP.search(whole) is not None


def is_svg(data: bytes) -> bool:
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf\x00 \r\n\t").lower()
    return (
        head.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--"))
        and b"<svg" in data[:65536].lower()
    )


def is_heic(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"hevc", b"heim", b"heis")


def _beside(data: bytes, format: str) -> Iterator[bytes]:
    """The regions beside the pixels, in order; the last is what follows the picture's end."""
    walk = {"JPEG": _jpeg, "PNG": _png, "WEBP": _riff, "AVIF": _boxes, "GIF": _gif}[format]
    try:
        yield from walk(data)
    except (struct.error, IndexError):
        yield b""


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            # Inside a scan: the next marker is an FF that is neither stuffed nor a restart.
            match = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]").search(data, at)
            if not match:
                return
            at = match.start()
        marker = data[at + 1]
        if marker == 0xD9:
            break
        if marker in (0xFF, 0x00, 0x01) or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        size = struct.unpack_from(">H", data, at + 2)[0]
        yield data[at : at + 2 + size]
        at += 2 + size
    yield data[at + 2 :]


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + size
        if kind not in (b"IDAT", b"fdAT"):
            yield data[at:end]
        at = end
        if kind == b"IEND":
            break
    yield data[at:]


def _riff(data: bytes) -> Iterator[bytes]:
    stop = 8 + struct.unpack_from("<I", data, 4)[0]
    at = 12
    while at + 8 <= min(stop, len(data)):
        kind, size = struct.unpack_from("<4sI", data, at)
        end = at + 8 + size + size % 2
        if kind not in (b"VP8 ", b"VP8L", b"ALPH", b"ANMF"):
            yield data[at:end]
        at = end
    yield data[max(at, stop) :]


def _boxes(data: bytes) -> Iterator[bytes]:
    at = 0
    while at + 8 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        if not re.fullmatch(rb"[ -~]{4}", kind):
            break
        if size == 1:
            size = struct.unpack_from(">Q", data, at + 8)[0]
        if size == 0:
            return
        if size < 8:
            break
        if kind != b"mdat":
            yield data[at : at + size]
        at += size
    yield data[at:]


def _gif(data: bytes) -> Iterator[bytes]:
    flags = data[10]
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    while at < len(data) and data[at] != 0x3B:
        start, kind = at, data[at]
        if kind == 0x21:
            at += 2
        elif kind == 0x2C:
            local = data[at + 9]
            at += 11 + (3 << ((local & 7) + 1) if local & 0x80 else 0)
        else:
            break
        while data[at]:
            at += 1 + data[at]
        at += 1
        if kind == 0x21:
            yield data[start:at]
    yield data[at + 1 :]
