"""The copies that are shown: small, upright, in sRGB, nothing private in them, marked afresh."""

import hashlib
import io
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.db import transaction
from PIL import Image

from articles.images import files, pixels
from articles.images.models import ImageAsset, ProvenanceReport, Rendition
from articles.images.provenance import xmp
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence

WIDTHS = (640, 1280)
CARD = "card"
CARD_WIDTH = 1200
SIZES = "(min-width: 64em) 46rem, 100vw"
KEY = re.compile(r"[0-9a-f]{32}\.(webp|jpg)")
CONTENT_TYPES = {"webp": "image/webp", "jpeg": "image/jpeg"}


@dataclass(frozen=True)
class Encoded:
    """A copy that is not on disk yet."""

    kind: str
    format: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True)
class Srcset:
    """What an <img> needs. `candidates` are (address, width in pixels), the narrowest first;
    `src` is the widest; `card` the JPEG for share cards, or ""."""

    src: str
    candidates: tuple[tuple[str, int], ...]
    sizes: str
    width: int
    height: int
    card: str

    @property
    def attribute(self) -> str:
        return ", ".join(f"{url} {width}w" for url, width in self.candidates)


def marks(asset: ImageAsset, report: ProvenanceReport | None) -> bytes:
    """The XMP that every copy of `asset` carries: what was declared, else what the file says.

    Of a file whose credentials are invalid only evidence of AI is carried on.
    """
    said = report.xmp if report else {}
    told = report.digital_source_type if report else ""
    if report and State(report.state).invalid and report.ai_evidence == Evidence.NONE:
        told = ""
    return xmp.write(
        digital_source_type=asset.digital_source_type or told,
        credit=asset.credit or said.get("credit", ""),
        copyright_notice=asset.copyright_notice or said.get("copyright_notice", ""),
        ai_system=said.get("ai_system", ""),
        ai_system_version=said.get("ai_system_version", ""),
        data_mining=said.get("data_mining", ""),
    )


def encode(picture: pixels.Picture, packet: bytes) -> list[Encoded]:
    """All copies of a picture, in memory. Never wider than the picture itself."""
    own = picture.image.width
    widths = sorted({min(width, own) for width in WIDTHS})
    made = [_encoded(picture.image, "webp", width, packet) for width in widths]
    return [*made, _encoded(picture.image, "jpeg", min(CARD_WIDTH, own), packet, kind=CARD)]


def store(asset: ImageAsset, copies: list[Encoded], packet: bytes) -> list[Rendition]:
    """Write the copies and their rows, in the transaction that is open; a copy of the same kind
    keeps its public name. Leaves no new file behind where it fails."""
    digest = hashlib.sha256(packet).hexdigest()
    known = {(r.kind, r.format): r for r in asset.renditions.all()}
    rows = []
    with files.undone_on_error() as written, transaction.atomic():
        for copy in copies:
            row = known.get((copy.kind, copy.format))
            if row is None:
                suffix = "jpg" if copy.format == "jpeg" else copy.format
                row = Rendition(asset=asset, kind=copy.kind, format=copy.format)
                row.key = f"{secrets.token_hex(16)}.{suffix}"
                written.append(files.rendition_path(row.key))
            files.write(files.rendition_path(row.key), copy.data)
            row.width, row.height, row.byte_size = copy.width, copy.height, len(copy.data)
            row.marks = digest
            row.save()
            rows.append(row)
    return rows


def ensure(asset: ImageAsset) -> list[Rendition]:
    """The asset's copies, made where one is missing or carries marks that are no longer true."""
    packet = marks(asset, asset.report)
    rows = list(asset.renditions.all())
    digest = hashlib.sha256(packet).hexdigest()
    if rows and all(r.marks == digest and files.rendition_path(r.key).is_file() for r in rows):
        return rows
    picture = pixels.decode(files.original_path(asset.sha256).read_bytes())
    return store(asset, encode(picture, packet), packet)


def open(key: str) -> tuple[BinaryIO, str, Rendition] | None:
    """The file, its content type and its row; None for a name that is unknown or no name at all."""
    if not KEY.fullmatch(key):
        return None
    row = Rendition.objects.select_related("asset").filter(key=key).first()
    if row is None:
        return None
    try:
        return files.rendition_path(key).open("rb"), CONTENT_TYPES[row.format], row
    except FileNotFoundError:
        return None


def srcset(
    asset: ImageAsset, url_for: Callable[[str], str], *, sizes: str = SIZES
) -> Srcset | None:
    """What a template needs to show `asset`; None where it has no copies. `url_for` takes a key.

    Asks no query where `renditions` was prefetched.
    """
    rows = sorted(asset.renditions.all(), key=lambda r: r.width)
    shown = [r for r in rows if r.kind != CARD]
    if not shown:
        return None
    card = next((url_for(r.key) for r in rows if r.kind == CARD), "")
    widest = shown[-1]
    return Srcset(
        src=url_for(widest.key),
        candidates=tuple((url_for(r.key), r.width) for r in shown),
        sizes=sizes,
        width=widest.width,
        height=widest.height,
        card=card,
    )


def _encoded(image: Image.Image, format: str, width: int, packet: bytes, kind: str = "") -> Encoded:
    size = pixels.fitted(image.size, width)
    copy = image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)
    options: dict[str, object] = {"xmp": packet} if packet else {}
    if format == "jpeg":
        copy = _on_white(copy)
        options |= {"quality": 82, "optimize": True, "progressive": True}
    else:
        options |= {"quality": 80, "method": 4}
    out = io.BytesIO()
    copy.save(out, format.upper(), **options)
    return Encoded(kind or f"w{width}", format, *size, out.getvalue())


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper
