"""Files made to break whoever reads them. `files()` yields (name, bytes); each is made when asked for.

`size` is how large the floods are, in bytes: small ones show that they are told apart, large ones
are for measuring.
"""

import gzip
import io
import struct
import zlib
from collections.abc import Callable, Iterator

from PIL import Image

from tests.images import make

END_JPEG, END_PNG = b"\xff\xd9", b"\x00\x00\x00\x00IEND\xaeB`\x82"


def files(size: int) -> Iterator[tuple[str, bytes]]:
    for name, made in MAKERS.items():
        yield name, made(size)


def jpeg_segments(size: int, segment: bytes) -> bytes:
    data = make.picture()
    return data[:2] + segment * (size // len(segment)) + data[2:]


def jpeg_scans(size: int) -> bytes:
    """A progressive picture whose last scan is repeated: each paints all of it anew."""
    data = make.picture(size=(6000, 6000), progressive=True, quality=30)
    last = data.rindex(b"\xff\xda")
    scan = data[last:-2]
    return data[:-2] + scan * min(4000, max(50, size // max(1, len(scan)))) + END_JPEG


def jpeg_of(width: int, height: int) -> bytes:
    data = bytearray(make.picture())
    at = data.index(b"\xff\xc0") + 5
    struct.pack_into(">HH", data, at, height, width)
    return bytes(data)


def jpeg_with(marker: int, payload: bytes) -> bytes:
    data = make.picture()
    return data[:2] + struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload + data[2:]


def exif(directory: bytes) -> bytes:
    return b"Exif\x00\x00MM\x00*\x00\x00\x00\x08" + directory


def endless_exif() -> bytes:
    """A directory that names itself as the next one, and one with a value of four gigabytes."""
    entry = struct.pack(">HHII", 0x8769, 4, 1, 8) + struct.pack(">HHII", 0x010E, 2, 2**32 - 1, 8)
    return exif(struct.pack(">H", 2) + entry + struct.pack(">I", 8))


def chunk(kind: bytes, data: bytes, length: int | None = None) -> bytes:
    size = len(data) if length is None else length
    return struct.pack(">I", size) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    *chunks: bytes, width: int = 96, height: int = 64, depth: int = 8, colour: int = 2
) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    rows = zlib.compress(b"\x00" * (1 + min(width, 1000) * 3) * min(height, 64))
    body = b"".join(chunks) or b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IDAT", rows) + END_PNG


def unfolds_to(size: int) -> bytes:
    return zlib.compress(b"\x00" * min(size * 20, 400_000_000), 9)


def gif_frames(size: int, blocks: bytes = b"\x02\x44\x01\x00") -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", 8, 8, 0x80, 0, 0) + b"\x00\x00\x00\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 8, 8, 0) + b"\x02" + blocks
    return head + frame * max(1, size // len(frame)) + b";"


def gif_crumbs(size: int) -> bytes:
    """One frame whose data come one byte at a time."""
    head = b"GIF89a" + struct.pack("<HHBBB", 8, 8, 0x80, 0, 0) + b"\x00\x00\x00\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 8, 8, 0) + b"\x02"
    return head + frame + b"\x01\x44" * (size // 2) + b"\x00;"


def riff(*chunks: tuple[bytes, bytes], length: int | None = None) -> bytes:
    body = b"".join(
        kind + struct.pack("<I", len(data)) + data + b"\x00" * (len(data) % 2)
        for kind, data in chunks
    )
    size = len(body) + 4 if length is None else length
    return b"RIFF" + struct.pack("<I", size) + b"WEBP" + body


def canvas(side: int) -> tuple[bytes, bytes]:
    return b"VP8X", struct.pack("<I", 2) + (side - 1).to_bytes(3, "little") * 2


def box(kind: bytes, data: bytes = b"", size: int | None = None) -> bytes:
    return struct.pack(">I", len(data) + 8 if size is None else size) + kind + data


def avif_sequence(samples: int) -> bytes:
    moving = io.BytesIO()
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue", "green")]
    frames[0].save(moving, "AVIF", save_all=True, append_images=frames[1:])
    data = bytearray(moving.getvalue())
    struct.pack_into(">I", data, data.index(b"stsz") + 12, samples)
    return bytes(data)


def lying(format: str, at: int, value: bytes) -> bytes:
    data = bytearray(make.picture(format))
    data[at : at + len(value)] = value
    return bytes(data)


FTYP = box(b"ftyp", b"avif\x00\x00\x00\x00avifmif1miaf")
SVG = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
MAKERS: dict[str, Callable[[int], bytes]] = {
    "JPEG of millions of comments": lambda n: jpeg_segments(n, b"\xff\xfe\x00\x02"),
    "JPEG of millions of fillers": lambda n: jpeg_segments(n, b"\xff\xff"),
    "JPEG of millions of bare markers": lambda n: jpeg_segments(n, b"\xff\x01"),
    "JPEG of millions of restarts": lambda n: jpeg_segments(n, b"\xff\xd0"),
    "JPEG of long comments": lambda n: jpeg_segments(n, b"\xff\xfe\xff\xff" + b"<" * 65533),
    "JPEG painted over and over": jpeg_scans,
    "JPEG said to be a wall": lambda n: jpeg_of(65500, 65500),
    "JPEG said to be a line": lambda n: jpeg_of(65500, 1),
    "JPEG of no size": lambda n: jpeg_of(0, 0),
    "JPEG with endless EXIF": lambda n: jpeg_with(0xE1, endless_exif()),
    "JPEG with broken EXIF": lambda n: jpeg_with(0xE1, exif(b"\xff" * 400)),
    "JPEG with a broken profile": lambda n: jpeg_with(
        0xE2, b"ICC_PROFILE\x00\x01\x01" + b"\xff" * 900
    ),
    "JPEG with laughing XMP": lambda n: jpeg_with(
        0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + LAUGHS + b"<x>&b;</x>"
    ),
    "JPEG with deep XMP": lambda n: jpeg_with(
        0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + b"<a>" * 20_000
    ),
    "JPEG with a false album": lambda n: jpeg_with(
        0xE2,
        b"MPF\x00MM\x00*\x00\x00\x00\x08\x00\x01\xb0\x01\x00\x04\xff\xff\xff\xff" + b"\xff" * 64,
    ),
    "JPEG with false credentials": lambda n: jpeg_with(
        0xEB, b"JP\x00\x01\x00\x00\x00\x01" + struct.pack(">I", 2**31) + b"jumb" + b"\xff" * 200
    ),
    "PNG of millions of parts": lambda n: png(chunk(b"teSt", b"") * (n // 12)),
    "PNG with a text that unfolds": lambda n: png(chunk(b"zTXt", b"a\x00\x00" + unfolds_to(n))),
    "PNG with XMP that unfolds": lambda n: png(
        chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x01\x00\x00\x00" + unfolds_to(n))
    ),
    "PNG with a profile that unfolds": lambda n: png(chunk(b"iCCP", b"a\x00\x00" + unfolds_to(n))),
    "PNG that unfolds to more than it says": lambda n: png(chunk(b"IDAT", unfolds_to(n))),
    "PNG said to be a wall": lambda n: png(width=2**31 - 1, height=2**31 - 1),
    "PNG said to be a tower": lambda n: png(width=1, height=70_000_000),
    "PNG of no size": lambda n: png(width=0, height=0),
    "PNG of a kind there is not": lambda n: png(depth=7, colour=9),
    "PNG with a part of four gigabytes": lambda n: png(chunk(b"teSt", b"x", length=2**32 - 1)),
    "PNG with endless EXIF": lambda n: png(chunk(b"eXIf", endless_exif()[6:])),
    "PNG said to move for ever": lambda n: png(chunk(b"acTL", struct.pack(">II", 2**31, 0))),
    "PNG without an end": lambda n: png()[:-12],
    "GIF of millions of frames": gif_frames,
    "GIF in crumbs": gif_crumbs,
    "GIF said to be a wall": lambda n: b"GIF89a\xff\xff\xff\xff" + gif_frames(50)[10:],
    "GIF of no size": lambda n: b"GIF89a\x00\x00\x00\x00" + gif_frames(50)[10:],
    "GIF without frames": lambda n: gif_frames(50)[:19] + b";",
    "WebP of millions of parts": lambda n: riff(canvas(16), *[(b"teSt", b"")] * (n // 8)),
    "WebP of millions of frames": lambda n: riff(
        canvas(16), (b"ANIM", b"\x00" * 6), *[(b"ANMF", b"\x00" * 24)] * (n // 32)
    ),
    "WebP said to be a wall": lambda n: riff(canvas(16383), (b"VP8 ", b"\x00" * 40)),
    "WebP that says it is longer": lambda n: riff(canvas(16), length=2**32 - 10),
    "WebP of nothing": lambda n: riff(),
    "AVIF of millions of boxes": lambda n: FTYP + box(b"free") * (n // 8),
    "AVIF of boxes in boxes": lambda n: FTYP + box(b"meta", box(b"iprp") * min(n // 8, 100_000)),
    "AVIF said to move for ever": lambda n: avif_sequence(2**32 - 1),
    "AVIF of nothing": lambda n: FTYP,
    "AVIF with a box longer than all": lambda n: FTYP + box(b"meta", size=2**31),
    "AVIF with a box of 64 bits": lambda n: FTYP + box(b"mdat", b"\xff" * 8, size=1),
    "AVIF with a box of no length": lambda n: FTYP + box(b"mdat", size=4) * 100,
    "HEIC of nothing": lambda n: box(b"ftyp", b"heic\x00\x00\x00\x00mif1heic"),
    "SVG in sixteen bits": lambda n: SVG.encode("utf-16"),
    "SVG after much white": lambda n: b" " * 5000 + SVG.encode(),
    "SVG after a remark": lambda n: b"<!-- " + b"x" * 3000 + b" -->" + SVG.encode(),
    "SVG in capitals": lambda n: SVG.upper().encode(),
    "SVG folded": lambda n: gzip.compress(SVG.encode()),
    "SVG named JPEG": lambda n: b"\xff\xd8\xff" + SVG.encode(),
    "PNG head and SVG": lambda n: b"\x89PNG\r\n\x1a\n" + SVG.encode(),
    "GIF head and page": lambda n: b"GIF89a<script>alert(1)</script>",
    "JPEG and page in a comment": lambda n: jpeg_with(0xFE, b"<script>alert(1)</script>"),
    "PNG and page in a text": lambda n: png(
        chunk(b"tEXt", b"Comment\x00<script>alert(1)</script>")
    ),
    "WebP and page in a part": lambda n: riff(
        canvas(16), (b"EXIF", b"<!doctype html><script>alert(1)</script>")
    ),
    "AVIF and page in a box": lambda n: make.picture("AVIF") + box(b"free", b"<script>1</script>"),
    "JPEG and archive and page": lambda n: (
        make.picture() + b"PK\x03\x04" + b"x" * 40 + b"PK\x05\x06"
    ),
    "BMP": lambda n: make.picture("BMP"),
    "TIFF": lambda n: make.picture("TIFF"),
    "ICO": lambda n: make.picture("ICO"),
    "JPEG 2000": lambda n: make.picture("JPEG2000"),
    "PSD": lambda n: b"8BPS\x00\x01" + b"\x00" * 60,
    "PDF": lambda n: b"%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF",
    "PostScript": lambda n: b"%!PS-Adobe-3.0 EPSF-3.0\n(%stdin) (r) file",
    "ImageMagick script": lambda n: b"push graphic-context\nfill 'url(https://a.example/)'",
    "Nothing but zeros": lambda n: b"\x00" * min(n, 100_000),
    "One byte": lambda n: b"\xff",
    "JPEG start alone": lambda n: b"\xff\xd8\xff",
}
