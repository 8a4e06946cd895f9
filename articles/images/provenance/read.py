"""Everything a file says of its origin, by all readers together."""

from dataclasses import replace

from articles.images.provenance import c2pa, embedded, tc260, xmp
from articles.images.provenance.claim import C2paClaim, Claim, State, XmpClaim
from articles.images.provenance.trust import NOBODY, Trust
from articles.images.provenance.weigh import merge


def read(
    data: bytes, format: str, packet: bytes | str | None = None, trust: Trust = NOBODY
) -> Claim:
    """The claim of a file. `format` is Pillow's name; `packet` the XMP, where it was found already;
    `trust` the certificates that are installed.

    Never raises for what the bytes hold, and never uses the network.
    """
    beside = embedded.read(data)
    told = xmp.read(packet or beside.packet)
    told = replace(told, **{k: v for k, v in beside.iim.items() if not getattr(told, k)})
    texts = [*told.aigc, *beside.aigc]
    blocks = tc260.blocks(texts)
    return merge(
        _elsewhere(c2pa.read(data, format, trust), told),
        told,
        beside.exif,
        blocks,
        verifier=c2pa.VERIFIER,
        verifier_version=c2pa.version(),
        trust_list_digest=trust.digest,
        warnings=_marks(texts, len(blocks)),
    )


def _elsewhere(found: C2paClaim, told: XmpClaim) -> C2paClaim:
    """C2PA puts the address of a manifest that lies elsewhere into dcterms:provenance."""
    address = told.remote_manifest.lower().startswith(("http://", "https://"))
    if found.state is not State.NONE or not address:
        return found
    return replace(
        found,
        state=State.REMOTE_UNFETCHED,
        reasons=("remote_manifest",),
        warnings=("remote_unfetched",),
    )


def _marks(texts: list[str], readable: int) -> list[str]:
    found = []
    if len(texts) > 1:
        found.append("aigc_several")
    if len(texts) and not readable:
        found.append("aigc_unreadable")
    return found
