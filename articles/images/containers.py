"""The bytes of a picture file that are not the picture: headers, metadata, what follows the end.

A file can be a picture and something else at once. Something else can stand only there, and pixel
data, which is compressed noise, would match any short pattern by chance.
"""

import re
import struct
from collections.abc import Iterator

HEAD = 1024
# No camera and no editor comes near these. A file of millions of empty parts, or one whose picture
# is painted over thousands of times, holds a reader up for minutes without being large.
MOST_PARTS = 30_000
MOST_SCANS = 40
MOST_BLOCKS = 1_000_000  # of at most 255 bytes, in a GIF
MOST_FILLING = 4096  # bytes between two parts of a JPEG's head, which Pillow walks one by one
_MARKUP = (b"<?php", b"<script", b"<html", b"<!doctype html", b"<!entity")
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


_MARKER = re.compile(rb"\xff[^\x00\x01\xff\xd0-\xd8]")


class Strange(Exception):
    """The file is built as no camera and no image editor builds one."""


def kind(data: bytes) -> str:
    """The format that the first bytes promise, by Pillow's name; "" for no picture we know."""
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if is_heic(data):
        return "HEIC"
    return "AVIF" if data[4:8] == b"ftyp" and _brands(data) & {b"avif", b"avis"} else ""


def hides_something(data: bytes, format: str) -> bool:
    """Whether the file is also markup, a document, an archive or a program. Raises Strange."""
    beside = list(_beside(data, format))
    tail = beside[-1].lstrip(b"\x00\r\n\t ") if beside else b""
    whole = b"\n".join(beside)
    if format == "GIF" and data[6:8] in _GIF_SCRIPT:
        return True
    if b"%PDF-" in data[:HEAD] or b"%PDF-" in tail[:HEAD] or tail.startswith(_PROGRAM):
        return True
    if b"PK\x05\x06" in whole and b"PK\x03\x04" in whole:
        return True
    # Plain searches: a pattern without regard to case takes seconds for forty megabytes of "<".
    lower = whole.lower()
    return any(mark in lower for mark in _MARKUP)


def is_svg(data: bytes) -> bool:
    head = data[: 64 * HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    head = head.lstrip(b"\xef\xbb\xbf\x00 \r\n\t").lower()
    return head.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in head


def is_heic(data: bytes) -> bool:
    main = data[8:12]
    if data[4:8] != b"ftyp" or main in (b"avif", b"avis"):
        return False
    # Some phones name the general brand first and their own after it.
    return main in _HEIC or (main in (b"mif1", b"msf1") and bool(_brands(data) & _HEIC))


_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis"}


def _brands(data: bytes) -> set[bytes]:
    end = min(struct.unpack_from(">I", data)[0], 256, len(data))
    return {data[8:12], *(data[at : at + 4] for at in range(16, end, 4))}


def _beside(data: bytes, format: str) -> Iterator[bytes]:
    """The regions beside the pixels, in order; the last is what follows the picture's end."""
    walks = {"JPEG": _jpeg, "PNG": _png, "WEBP": _riff, "AVIF": _boxes, "GIF": _gif}
    walk = walks.get(format, _boxes)
    try:
        yield from walk(data)
    except (struct.error, IndexError):
        yield b""


def _steps() -> Iterator[int]:
    yield from range(MOST_PARTS)
    raise Strange


def _jpeg(data: bytes) -> Iterator[bytes]:
    at, scans = 2, 0
    for _step in _steps():
        if at + 4 > len(data):
            break
        # Also inside a scan: the next marker is an FF that is neither stuffed nor a restart.
        match = _MARKER.search(data, at, len(data) if scans else at + MOST_FILLING)
        if not match and not scans and len(data) - at > MOST_FILLING:
            raise Strange
        if not match:
            return
        at = match.start()
        if data[at + 1] == 0xD9:
            break
        size = struct.unpack_from(">H", data, at + 2)[0]
        scans += data[at + 1] == 0xDA
        if scans > MOST_SCANS:
            raise Strange
        yield data[at : at + 2 + size]
        at += 2 + size
    yield data[at + 2 :]


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    for _step in _steps():
        if at + 8 > len(data):
            break
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
    for _step in _steps():
        if at + 8 > min(stop, len(data)):
            break
        kind, size = struct.unpack_from("<4sI", data, at)
        end = at + 8 + size + size % 2
        if kind not in (b"VP8 ", b"VP8L", b"ALPH", b"ANMF"):
            yield data[at:end]
        at = end
    yield data[max(at, stop) :]


def _boxes(data: bytes) -> Iterator[bytes]:
    at = 0
    for _step in _steps():
        if at + 8 > len(data):
            break
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
    blocks = 0
    for _step in _steps():
        if at >= len(data) or data[at] == 0x3B:
            break
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
            blocks += 1
            if blocks > MOST_BLOCKS:
                raise Strange
        at += 1
        if kind == 0x21:
            yield data[start:at]
    yield data[at + 1 :]
