"""Pixels into files: decoded once, scaled down step by step, marked."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image

from articles.images.renditions.kinds import Wanted

# Part of each copy's digest: a new number makes all copies afresh, under their old names.
ENCODER = 2
OPTIONS: dict[str, dict[str, object]] = {
    "avif": {"quality": 60, "speed": 8},
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
}


@dataclass(frozen=True)
class Encoded:
    """A copy that is not on disk yet. `digest` tells what it was made from and with."""

    kind: str
    format: str
    width: int
    height: int
    data: bytes
    digest: str = ""
    signed: bool = False
    size: int = 0  # in bytes, where `data` has been let go

    @property
    def name(self) -> tuple[str, str]:
        return self.kind, self.format


Finish = Callable[[Wanted, bytes], Encoded]


def encode(
    image: Image.Image, copies: list[Wanted], packet: bytes, finish: Finish
) -> Iterator[Encoded]:
    """Each copy in turn, with `packet` as its XMP; `finish` gets its bytes and may sign them.

    `image` is no smaller than the largest of them. Wide ones are made first, each narrower one from
    the one before, so that nothing is scaled twice from the full size.
    """
    chains: dict[object, Image.Image] = {}
    for size, box in _sizes(copies):
        source = chains.get(box)
        if source is None or source.width < size[0] or source.height < size[1]:
            source = image
        part = box.pixels(*image.size) if box and source is image else None
        small = source
        if part or source.size != size:
            small = source.resize(size, Image.Resampling.LANCZOS, box=part)
        chains[box] = small
        for each in copies:
            if ((each.width, each.height), each.box) == (size, box):
                yield finish(each, _bytes(small, each.format, packet))


def _sizes(copies: list[Wanted]) -> list[tuple[tuple[int, int], object]]:
    found = {((each.width, each.height), each.box) for each in copies}
    return sorted(found, key=lambda one: (repr(one[1]), -one[0][0]))


def _bytes(image: Image.Image, format: str, packet: bytes) -> bytes:
    out = io.BytesIO()
    marks: dict[str, object] = {"xmp": packet} if packet else {}
    copy = _on_white(image) if format == "jpeg" else image
    copy.save(out, format.upper(), **OPTIONS[format], **marks)
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper
