"""Copies as a page asks for them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from articles.images import files
from articles.images.models import ImageAsset, Rendition
from articles.images.renditions.kinds import CARD, MODERN, shape_of
from articles.images.renditions.make import CONTENT_TYPES

KEY = re.compile(r"[0-9a-f]{32}\.(avif|webp|jpg)")
SIZES = "(min-width: 64em) 46rem, 100vw"


@dataclass(frozen=True)
class Srcset:
    """What a <picture> needs. `sources` are (content type, srcset attribute), the best first;
    `src` is the widest JPEG; `candidates` are (address, width in pixels) for an <img> alone, the
    narrowest first; `card` is the JPEG for share cards, or ""."""

    src: str
    candidates: tuple[tuple[str, int], ...]
    sizes: str
    width: int
    height: int
    card: str
    sources: tuple[tuple[str, str], ...] = ()

    @property
    def attribute(self) -> str:
        return _attribute(self.candidates)


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
    asset: ImageAsset,
    url_for: Callable[[str], str],
    shape: str = "whole",
    *,
    sizes: str = SIZES,
) -> Srcset | None:
    """What a template needs to show `asset`, whole or cut "wide"; None where it has no such copies.

    `url_for` takes a key. Asks no query where `renditions` was prefetched.
    """
    rows = sorted(asset.renditions.all(), key=lambda row: row.width)
    shown = [row for row in rows if shape_of(row.kind) == shape]
    if not shown:
        return None
    by_format = {
        format: tuple((url_for(row.key), row.width) for row in shown if row.format == format)
        for format in (*MODERN, "jpeg")
    }
    plain = by_format["jpeg"] or by_format["webp"] or by_format["avif"]
    return Srcset(
        src=plain[-1][0],
        candidates=by_format["webp"] or plain,
        sizes=sizes,
        width=shown[-1].width,
        height=shown[-1].height,
        card=next((url_for(row.key) for row in rows if row.kind == CARD), ""),
        sources=tuple((CONTENT_TYPES[f], _attribute(by_format[f])) for f in MODERN if by_format[f]),
    )


def _attribute(candidates: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(f"{url} {width}w" for url, width in candidates)
