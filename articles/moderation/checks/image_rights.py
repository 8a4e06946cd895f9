"""What a picture may not be used for, or not now."""

from collections.abc import Iterator

from articles.images import rights

from .item import HIGH, LOW, MEDIUM, Found, Item, Picture

SEVERITY = {
    rights.ENDED: HIGH,
    rights.NOT_BEGUN: HIGH,
    rights.END_SOON: MEDIUM,
    rights.NO_CREDIT: MEDIUM,
    rights.NO_RELEASE: MEDIUM,
}
# Uses of AI in which the picture itself was given to a machine.
WORKED_ON = {"editing", "composite"}


def check(item: Item) -> Iterator[Found]:
    for picture in item.pictures:
        for right in picture.rights:
            if right.code in SEVERITY:
                yield _found(f"image_{right.code}", SEVERITY[right.code], picture, right.moment)
        if picture.data_mining.startswith("DMI-PROHIBITED") and WORKED_ON & set(picture.recorded):
            yield _found("image_data_mining", LOW, picture)


def _found(code: str, severity: str, picture: Picture, moment: str = "") -> Found:
    data = {"picture": picture.key} | ({"moment": moment} if moment else {})
    return Found(code, severity, f"image:{picture.key}", 0, 0, "", data=data)
