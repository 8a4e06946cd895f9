"""Pictures as a <picture> needs them, from what an edition keeps of its image."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

ImageUrl = Callable[[str], str]
WIDE = "wide"
CARD_KIND = "card"
# The best first: a browser takes the first of these that it can show.
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
_SUFFIXES = {"jpg": "jpeg"}


@dataclass(frozen=True)
class Source:
    """One <source>: the copies of one format."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Share:
    """The JPEG that stands for the story elsewhere. `width` 0: its size was not kept."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """`sources` are for browsers that know their formats; `src`, which is `width` by `height`
    pixels, and `srcset` are for all others."""

    sources: tuple[Source, ...]
    src: str
    srcset: str
    type: str
    width: int
    height: int
    share: Share | None


def picture(
    image: Mapping[str, Any] | None, image_url: ImageUrl, *, wide: bool = False
) -> Picture | None:
    """None where there is no image, or no copy of it that may be shown.

    `wide` asks for the 16:9 cut, and takes the whole picture where there is none. Only copies that
    the edition names are used: it may have been published before all of them were made, or before
    copies had formats, which their names tell then.
    """
    if not image:
        return None
    copies = [copy for copy in image.get("renditions") or () if _format(copy) in TYPES]
    whole = [c for c in copies if c["kind"] != CARD_KIND and not c["kind"].startswith(WIDE)]
    shown = (wide and [c for c in copies if c["kind"].startswith(WIDE)]) or whole
    if not shown:
        return None
    by_format = {name: _by_width(c for c in shown if _format(c) == name) for name in TYPES}
    present = [name for name in TYPES if by_format[name]]
    fallback = present.pop()  # JPEG where there is one: every browser shows it
    widest = by_format[fallback][-1]
    return Picture(
        sources=tuple(Source(TYPES[f], _srcset(by_format[f], image_url)) for f in present),
        src=image_url(widest["key"]),
        srcset=_srcset(by_format[fallback], image_url),
        type=TYPES[fallback],
        width=widest["width"],
        height=widest["height"],
        share=_share(copies, image_url),
    )


def _share(copies: list[Mapping[str, Any]], image_url: ImageUrl) -> Share | None:
    for copy in copies:
        if copy["kind"] == CARD_KIND and _format(copy) == "jpeg":
            return Share(image_url(copy["key"]), copy.get("width", 0), copy.get("height", 0))
    return None


def _format(copy: Mapping[str, Any]) -> str:
    suffix = copy["key"].rpartition(".")[2]
    return copy.get("format") or _SUFFIXES.get(suffix, suffix)


def _by_width(copies: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The narrowest first, and each width once: copies of a small original are all alike."""
    return list({copy["width"]: copy for copy in sorted(copies, key=lambda c: c["width"])}.values())


def _srcset(copies: list[Mapping[str, Any]], image_url: ImageUrl) -> str:
    return ", ".join(f"{image_url(copy['key'])} {copy['width']}w" for copy in copies)
