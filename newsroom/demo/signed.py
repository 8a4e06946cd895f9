"""Give a demo picture real Content Credentials: a chain of two signers that nobody knows.

Both keys are thrown away at once, so the signatures hold and their signers are on no trust list.
"""

import datetime as dt
import io
import json
from typing import Any

import c2pa
from cryptography import x509

from articles.images.signing import Key, library
from articles.images.signing.development import make
from articles.images.source_types import uri

MIME = "image/jpeg"
MODEL, EDITOR = "Demo image model 2", "Demo picture editor"
PARENT = "before"


def with_credentials(picture: bytes, now: dt.datetime) -> bytes:
    """The JPEG `picture` as a model made it and an editor cropped it."""
    born = {"action": "c2pa.created", "digitalSourceType": uri("trainedAlgorithmicMedia")}
    raw = _signed(picture, MODEL, [born], now)
    steps = [
        {"action": "c2pa.opened", "parameters": {"ingredientIds": [PARENT]}},
        {"action": "c2pa.cropped"},
        {"action": "c2pa.color_adjustments"},
    ]
    return _signed(picture, EDITOR, steps, now, parent=raw)


def _signed(
    picture: bytes, signer: str, steps: list[dict[str, Any]], now: dt.datetime, parent: bytes = b""
) -> bytes:
    agent = {"softwareAgent": {"name": signer}}
    manifest = {
        "claim_generator_info": [{"name": signer, "version": "1", "specVersion": "2.2.0"}],
        "assertions": [
            {"label": "c2pa.actions.v2", "data": {"actions": [step | agent for step in steps]}}
        ],
    }
    out = io.BytesIO()
    with library.tools(_key(signer, now)) as (context, sign):
        with c2pa.Builder(json.dumps(manifest), context=context) as builder:
            if parent:
                about = {"title": PARENT, "relationship": "parentOf", "label": PARENT}
                builder.add_ingredient(json.dumps(about), MIME, io.BytesIO(parent))
            builder.sign(sign, MIME, io.BytesIO(picture), out)
    return out.getvalue()


def _key(signer: str, now: dt.datetime) -> Key:
    pair = make(signer, now=now)
    serial = x509.load_pem_x509_certificate(pair.chain).serial_number
    return Key(id=f"demo {serial}", algorithm="es256", chain=pair.chain, private=pair.key)
