"""Make copies of a picture in memory: pixels, XMP, signature, in this order."""

import hashlib
import logging
from collections.abc import Iterator

from articles.images import files, pixels, signing
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.renditions import kinds
from articles.images.renditions.encode import Encoded, encode
from articles.images.renditions.kinds import Wanted
from articles.images.renditions.marks import digest, marks, source_type

logger = logging.getLogger(__name__)
CONTENT_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}


class OriginalLost(Exception):
    """An original is not on disk, or is not what came in. Nothing is made from it."""


def wanted(asset: ImageAsset) -> list[Wanted]:
    """All copies that `asset` should have."""
    focal = asset.focal_x, asset.focal_y
    return kinds.wanted(asset.width, asset.height, drawn=asset.crops, focal=focal)


def digests(asset: ImageAsset, copies: list[Wanted]) -> dict[tuple[str, str], str]:
    """The digest that each copy has when it is up to date, by kind and format."""
    report = asset.report
    packet, signer = marks(asset, report), signer_of(report)
    return {copy.name: digest(copy, packet, signer) for copy in copies}


def signer_of(report: ProvenanceReport | None) -> str:
    """The id of the key that copies are signed with now; "" where they are not to be signed."""
    key = signing.installed() if report and signing.allowed(report.state) else None
    return key.id if key else ""


def original(asset: ImageAsset) -> bytes:
    """The bytes that came in, proven by their name. Raises OriginalLost."""
    try:
        data = files.original_path(asset.sha256).read_bytes()
    except OSError as error:
        raise OriginalLost(f"{asset.sha256} cannot be read: {error}") from error
    if hashlib.sha256(data).hexdigest() != asset.sha256:
        raise OriginalLost(f"{asset.sha256} is not what came in")
    return data


def make(
    asset: ImageAsset,
    report: ProvenanceReport | None,
    copies: list[Wanted],
    data: bytes,
    picture: pixels.Picture | None = None,
) -> Iterator[Encoded]:
    """`copies` of the original `data`, each as it is ready. Give the `picture` where it has been
    decoded already."""
    width = kinds.decoded_width(asset.width, asset.height, copies)
    if picture is None or picture.image.width < width:
        picture = pixels.decode(data, width)
    packet, told = marks(asset, report), source_type(asset, report)
    key = signing.installed() if report and signing.allowed(report.state) else None
    parent = signing.parent(data, asset.format, asset.sha256, report.state, key) if key else None

    def finish(copy: Wanted, encoded: bytes) -> Encoded:
        mark = digest(copy, packet, key.id if key else "")
        size = copy.width, copy.height
        if key:
            try:
                encoded = signing.sign(
                    encoded,
                    CONTENT_TYPES[copy.format],
                    parent=parent,
                    steps=_steps(copy, asset),
                    source_type=told,
                    key=key,
                )
                return Encoded(*copy.name, *size, encoded, mark, signed=True)
            except signing.SigningFailed as error:
                logger.error("%s: a copy stays unsigned (%s)", asset.sha256, error)
        return Encoded(*copy.name, *size, encoded, mark)

    yield from encode(picture.image, copies, packet, finish)


def _steps(copy: Wanted, asset: ImageAsset) -> list[str]:
    """What was done to the original, as C2PA actions."""
    steps = []
    part = (asset.width, asset.height)
    if copy.box and (copy.box.width, copy.box.height) != (1.0, 1.0):
        steps.append("c2pa.cropped")
        part = tuple(round(a) for a in (part[0] * copy.box.width, part[1] * copy.box.height))
    if (copy.width, copy.height) != part:
        steps.append("c2pa.resized.proportional")
    return [*steps, "c2pa.transcoded"]
