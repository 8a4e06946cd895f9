"""The operator's key: two files, read again when they change."""

import datetime as dt
import functools
import hashlib
import logging
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509.oid import NameOID
from django.conf import settings

logger = logging.getLogger(__name__)
_CURVES = {"secp256r1": "es256", "secp384r1": "es384", "secp521r1": "es512"}


@dataclass(frozen=True)
class Key:
    """A private key with its certificates, the signer's first. `id` names both together."""

    id: str
    algorithm: str
    chain: bytes
    private: bytes = field(repr=False)
    signer: str = ""
    ends: dt.datetime | None = None


class KeyUnusable(Exception):
    """There is a key, but nothing can be signed with it; says why, for the operator."""


def installed() -> Key | None:
    """The key copies are signed with now, None where there is none or it cannot be used."""
    try:
        return load()
    except KeyUnusable as why:
        _complain(str(why))
        return None


def load() -> Key | None:
    """As `installed`, but raises KeyUnusable."""
    paths = Path(settings.SIGNING_KEY), Path(settings.SIGNING_CHAIN)
    there = [path for path in paths if path.is_file()]
    if not there:
        return None
    if len(there) == 1:
        missing = next(path for path in paths if path not in there)
        raise KeyUnusable(f"{there[0]} is there, but {missing} is not")
    try:
        stamps = tuple((str(path), path.stat().st_mtime_ns) for path in paths)
        key = _read(*stamps)
    except OSError as error:
        raise KeyUnusable(str(error)) from error
    if key.ends and key.ends <= dt.datetime.now(dt.UTC):
        raise KeyUnusable(f"the certificate in {paths[1]} has expired on {key.ends:%Y-%m-%d}")
    return key


@functools.lru_cache(maxsize=2)
def _read(key: tuple[str, int], chain: tuple[str, int]) -> Key:
    private, certificates = Path(key[0]).read_bytes(), Path(chain[0]).read_bytes()
    try:
        secret = load_pem_private_key(private, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise KeyUnusable(f"{key[0]} is no private key in PEM without a password") from error
    try:
        leaf = x509.load_pem_x509_certificates(certificates)[0]
    except ValueError as error:
        raise KeyUnusable(f"{chain[0]} holds no certificates in PEM") from error
    if leaf.public_key() != secret.public_key():
        raise KeyUnusable(f"the first certificate in {chain[0]} is not that of {key[0]}")
    names = leaf.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    return Key(
        id=hashlib.sha256(certificates).hexdigest()[:32],
        algorithm=_algorithm(secret),
        chain=certificates,
        private=private,
        signer=str(names[0].value) if names else "",
        ends=leaf.not_valid_after_utc,
    )


def _algorithm(secret: PrivateKeyTypes) -> str:
    """C2PA 2.2, section 13.2.1: the algorithms a claim may be signed with."""
    if isinstance(secret, ec.EllipticCurvePrivateKey) and secret.curve.name in _CURVES:
        return _CURVES[secret.curve.name]
    if isinstance(secret, ed25519.Ed25519PrivateKey):
        return "ed25519"
    if isinstance(secret, rsa.RSAPrivateKey) and secret.key_size >= 2048:
        return "ps256"
    raise KeyUnusable(
        "Content Credentials take keys of the kinds P-256, P-384, P-521, Ed25519, RSA"
    )


@functools.lru_cache(maxsize=16)
def _complain(why: str) -> None:
    # Once in a process: every copy asks.
    logger.error("Copies are not signed: %s", why)
