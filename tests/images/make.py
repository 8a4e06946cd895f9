"""Pictures for the tests: plain, marked, signed, turned and hostile ones."""

import datetime as dt
import functools
import io
import json
from pathlib import Path
from typing import Any

import c2pa
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

REAL = Path(__file__).parents[2].parent / "shared/fixtures/images"
CV = "http://cv.iptc.org/newscodes/digitalsourcetype/"
MIME = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "AVIF": "image/avif"}


def real(name: str) -> bytes:
    path = REAL / name
    if not path.is_file():
        pytest.skip(f"{name} is not here")
    return path.read_bytes()


def picture(
    format: str = "JPEG", size: tuple[int, int] = (96, 64), mode: str = "RGB", **options: Any
) -> bytes:
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    out = io.BytesIO()
    image.convert(mode).save(out, format, **options)
    return out.getvalue()


def png_with_xmp(packet: bytes) -> bytes:
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", packet.decode())
    return picture("PNG", pnginfo=info)


def packet(attributes: str = "", inside: str = "") -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f"{attributes}>{inside}</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def signed(
    data: bytes,
    actions: list[dict[str, Any]],
    *,
    format: str = "JPEG",
    parent: bytes | None = None,
    seconds: int = 86_400,
    remote: str = "",
    wrong_key: bool = False,
    more: list[dict[str, Any]] | None = None,
    relationship: str = "parentOf",
) -> bytes:
    """`data` with Content Credentials of our own; the certificate lives `seconds` more.

    `more` are further assertions; with `wrong_key` another key signs than the certificate's.
    """
    manifest = {
        "claim_generator_info": [{"name": "Tests", "version": "1"}],
        "title": "picture",
        "assertions": [
            {"label": "c2pa.actions.v2", "data": {"actions": actions}},
            *(more or []),
        ],
    }
    chain, key = _certificates(seconds)
    if wrong_key:
        key = ec.generate_private_key(ec.SECP256R1())

    def sign(message: bytes) -> bytes:
        return _raw(key.sign(message, ec.ECDSA(hashes.SHA256())))

    settings = {
        "builder": {"thumbnail": {"enabled": False}},
        "verify": {"verify_after_sign": False, "verify_trust": False},
    }
    context = c2pa.Context.from_dict(settings)
    out = io.BytesIO()
    with c2pa.Signer.from_callback(sign, c2pa.C2paSigningAlg.ES256, chain) as signer:
        builder = c2pa.Builder(json.dumps(manifest), context=context)
        if parent is not None:
            about = {"title": "parent", "relationship": relationship, "label": "parent"}
            builder.add_ingredient(json.dumps(about), MIME[format], io.BytesIO(parent))
        if remote:
            builder.set_remote_url(remote)
            builder.set_no_embed()
        builder.sign(signer, MIME[format], io.BytesIO(data), out)
    return out.getvalue()


def authority(seconds: int = 86_400) -> bytes:
    """The certificate (PEM) that vouches for what `signed` signs with."""
    return b"-----BEGIN" + _certificates(seconds)[0].encode().split(b"-----BEGIN")[2]


def own_certificate(seconds: int = 86_400) -> bytes:
    """The certificate (PEM) that `signed` signs with."""
    return b"-----BEGIN" + _certificates(seconds)[0].encode().split(b"-----BEGIN")[1]


def aigc(label: str = "1", **more: str) -> dict[str, str]:
    """China's AIGC block, as a generator writes it."""
    block = {
        "Label": label,
        "ContentProducer": "001191310000MA1K0000XX",
        "ProduceID": "20261122-1",
        "ReservedCode1": "",
        "ContentPropagator": "",
        "PropagateID": "",
        "ReservedCode2": "",
    }
    return block | more


def created(code: str) -> list[dict[str, Any]]:
    return [{"action": "c2pa.created", "digitalSourceType": CV + code}]


def opened() -> list[dict[str, Any]]:
    return [{"action": "c2pa.opened", "parameters": {"ingredientIds": ["parent"]}}]


@functools.cache
def _certificates(seconds: int) -> tuple[str, ec.EllipticCurvePrivateKey]:
    now = dt.datetime.now(dt.UTC)
    start, end = (now - dt.timedelta(days=400), now + dt.timedelta(seconds=seconds))
    root, leaf = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    above = _name("Test root")
    authority = _certificate(above, root.public_key(), above, root, start, end, ca=True)
    mine = _certificate(_name("Test desk"), leaf.public_key(), above, root, start, end, ca=False)
    pem = serialization.Encoding.PEM
    return (mine.public_bytes(pem) + authority.public_bytes(pem)).decode(), leaf


def _name(common: str) -> x509.Name:
    oid = x509.oid.NameOID
    return x509.Name(
        [
            x509.NameAttribute(oid.ORGANIZATION_NAME, "Tests"),
            x509.NameAttribute(oid.COMMON_NAME, common),
        ]
    )


def _certificate(
    subject: x509.Name,
    public: ec.EllipticCurvePublicKey,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    start: dt.datetime,
    end: dt.datetime,
    *,
    ca: bool,
) -> x509.Certificate:
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(public)
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(start).not_valid_after(end)
    usage = dict.fromkeys(
        (
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    usage |= {"digital_signature": not ca, "content_commitment": not ca}
    usage |= {"key_cert_sign": ca, "crl_sign": ca}
    made = made.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    made = made.add_extension(x509.KeyUsage(**usage), critical=True)
    made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    own = x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())
    made = made.add_extension(own, critical=False)
    if not ca:
        uses = x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.EMAIL_PROTECTION])
        made = made.add_extension(uses, critical=False)
    return made.sign(key, hashes.SHA256())


def _raw(signature: bytes) -> bytes:
    """Two plain 32-byte numbers, as COSE wants them."""
    r, s = decode_dss_signature(signature)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")
