"""The original as the parent of its copies: its own credentials kept, but for what is private."""

import io
import json
import logging
from dataclasses import dataclass

import c2pa

from articles.images.provenance.c2pa import MIME
from articles.images.provenance.claim import State
from articles.images.signing import library, manifest
from articles.images.signing.key import Key

logger = logging.getLogger(__name__)
_WITH_CREDENTIALS = (State.VALID_UNTRUSTED, State.TRUSTED)
# Not among them: invalid in any way, and unreadable. A signature over those would wash them clean.
_SIGNABLE = (*_WITH_CREDENTIALS, State.NONE, State.REMOTE_UNFETCHED, State.UNSUPPORTED)


@dataclass(frozen=True)
class Parent:
    """An original, prepared once for all its copies. `archive` holds its own credentials, if any."""

    mime: str
    sha256: str
    archive: bytes = b""


def allowed(state: str) -> bool:
    """Whether copies of an original in this state of checking may be signed."""
    return State(state) in _SIGNABLE


def parent(data: bytes, format: str, sha256: str, state: str, key: Key) -> Parent:
    """The original `data` as a parent. `state` is that of its newest report."""
    mime = MIME.get(format, "application/octet-stream")
    if State(state) not in _WITH_CREDENTIALS:
        # Named, not read: credentials that lie elsewhere are not fetched, and others there are none.
        return Parent(mime, sha256)
    try:
        return Parent(mime, sha256, _archive(data, mime, key))
    except c2pa.C2paError as error:
        logger.warning("%s: its credentials cannot be carried on (%s)", sha256, error)
        return Parent(mime, sha256)


def _archive(data: bytes, mime: str, key: Key) -> bytes:
    with library.tools(key) as (context, signer):
        with c2pa.Reader(mime, io.BytesIO(data), context=context) as reader:
            left_out = manifest.to_leave_out(json.loads(reader.detailed_json())["manifests"])
        if left_out:
            data = _updated(data, mime, left_out, context, signer)
        return _ingredient(data, mime, context)


def _updated(
    data: bytes, mime: str, left_out: list[str], context: c2pa.Context, signer: c2pa.Signer
) -> bytes:
    """`data` with an update manifest of ours that takes `left_out` from the manifests beneath.

    Redacting in each copy's own manifest would do as well by the specification, but readers other
    than c2pa-rs then miss what is gone.
    """
    out = io.BytesIO()
    with c2pa.Builder(json.dumps(manifest.of_update(left_out)), context=context) as builder:
        builder.set_intent(c2pa.C2paBuilderIntent.UPDATE)
        builder.add_ingredient(json.dumps(manifest.about_original()), mime, io.BytesIO(data))
        builder.sign(signer, mime, io.BytesIO(data), out)
    with c2pa.Reader(mime, io.BytesIO(out.getvalue()), context=context) as reader:
        if reader.get_validation_state() == "Invalid":
            raise c2pa.C2paError("its credentials do not hold without what is left out")
    return out.getvalue()


def _ingredient(data: bytes, mime: str, context: c2pa.Context) -> bytes:
    out = io.BytesIO()
    with c2pa.Builder(json.dumps(manifest.of_copy(())), context=context) as builder:
        builder.add_ingredient(json.dumps(manifest.about_original()), mime, io.BytesIO(data))
        builder.write_ingredient_archive(manifest.ORIGINAL, out)
    return out.getvalue()
