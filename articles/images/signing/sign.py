"""The last step in making a copy: after this, a change of one byte breaks it."""

import io
import json
from collections.abc import Iterable

import c2pa

from articles.images.signing import library, manifest
from articles.images.signing.key import Key
from articles.images.signing.parent import Parent


class SigningFailed(Exception):
    """The library refused; says why, for the log."""


def sign(
    data: bytes, mime: str, *, parent: Parent, steps: Iterable[str], source_type: str, key: Key
) -> bytes:
    """The copy `data` with a manifest of ours. `steps` are C2PA actions, `source_type` what is
    declared of the original, "" for nothing. Raises SigningFailed."""
    told = manifest.of_copy(steps, source_type)
    if not parent.archive:
        told["ingredients"] = [manifest.about_original(parent.mime, parent.sha256)]
    out = io.BytesIO()
    try:
        with library.tools(key) as (context, signer):
            with c2pa.Builder(json.dumps(told), context=context) as builder:
                if parent.archive:
                    builder.add_ingredient_from_archive(io.BytesIO(parent.archive))
                builder.sign(signer, mime, io.BytesIO(data), out)
    except c2pa.C2paError as error:
        raise SigningFailed(str(error)) from error
    return out.getvalue()
