"""Pictures as an <img> needs them, from what an edition keeps of its image."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

ImageUrl = Callable[[str], str]
CARD_KIND = "card"


@dataclass(frozen=True)
class Picture:
    """`src` is the widest copy, `small` the narrowest; `share` the JPEG for share cards, or ""."""

    src: str
    small: str
    srcset: str
    width: int
    height: int
    share: str


def picture(image: Mapping[str, Any] | None, image_url: ImageUrl) -> Picture | None:
    """None where there is no image, or no copy of it that may be shown."""
    if not image:
        return None
    copies = sorted(image.get("renditions") or (), key=lambda copy: copy["width"])
    shown = [copy for copy in copies if copy["kind"] != CARD_KIND]
    if not shown:
        return None
    share = next((image_url(c["key"]) for c in copies if c["kind"] == CARD_KIND), "")
    widest, narrowest = shown[-1], shown[0]
    return Picture(
        src=image_url(widest["key"]),
        small=image_url(narrowest["key"]),
        srcset=", ".join(f"{image_url(copy['key'])} {copy['width']}w" for copy in shown),
        width=widest["width"],
        height=widest["height"],
        share=share,
    )
