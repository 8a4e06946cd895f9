"""Everything a file says of its origin, by all readers together."""

from articles.images.provenance import c2pa, xmp
from articles.images.provenance.claim import Claim, merge


def read(data: bytes, format: str, packet: bytes | str | None = None) -> Claim:
    """The claim of a file. `format` is Pillow's name, `packet` the XMP that Pillow found.

    Never raises for what the bytes hold, and never uses the network.
    """
    return merge(
        c2pa.read(data, format),
        xmp.read(packet),
        verifier=c2pa.VERIFIER,
        verifier_version=c2pa.version(),
    )
