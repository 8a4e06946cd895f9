"""A key and certificates for trying things out: real signatures by a signer nobody knows."""

import datetime as dt
from dataclasses import dataclass, field

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

LEAF, ROOT = dt.timedelta(days=365), dt.timedelta(days=3650)
# C2PA 2.2, section 14.5.1: e-mail protection is taken everywhere; the second is C2PA's own.
_USES = [ExtendedKeyUsageOID.EMAIL_PROTECTION, ObjectIdentifier("1.3.6.1.4.1.62558.2.1")]
_USAGE = dict.fromkeys(
    (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    ),
    False,
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """Both files, in PEM: the private key, and the signer's certificate before its root's."""

    key: bytes = field(repr=False)
    chain: bytes


def make(organisation: str, *, now: dt.datetime) -> Pair:
    """A P-256 key for one year. The root's own key is thrown away: it signs this once."""
    root, leaf = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    above = _name(organisation, f"{organisation} development root")
    own = _name(organisation, f"{organisation} development")
    start = now - dt.timedelta(minutes=5)  # clocks differ
    authority = _certificate(above, root, above, root, start, start + ROOT, ca=True)
    mine = _certificate(own, leaf, above, root, start, start + LEAF, ca=False)
    return Pair(
        leaf.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        mine.public_bytes(Encoding.PEM) + authority.public_bytes(Encoding.PEM),
    )


def _name(organisation: str, common: str) -> x509.Name:
    attributes = [(NameOID.ORGANIZATION_NAME, organisation), (NameOID.COMMON_NAME, common)]
    return x509.Name([x509.NameAttribute(oid, text[:64]) for oid, text in attributes])


def _certificate(
    subject: x509.Name,
    subject_key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
    start: dt.datetime,
    end: dt.datetime,
    *,
    ca: bool,
) -> x509.Certificate:
    public, above = subject_key.public_key(), issuer_key.public_key()
    duties = ("key_cert_sign", "crl_sign") if ca else ("digital_signature", "content_commitment")
    usage = x509.KeyUsage(**_USAGE | dict.fromkeys(duties, True))
    made = x509.CertificateBuilder(issuer, subject, public, x509.random_serial_number(), start, end)
    made = made.add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    made = made.add_extension(usage, critical=True)
    made = made.add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    known = x509.AuthorityKeyIdentifier.from_issuer_public_key(above)
    made = made.add_extension(known, critical=False)
    if not ca:
        made = made.add_extension(x509.ExtendedKeyUsage(_USES), critical=False)
    return made.sign(issuer_key, hashes.SHA256())
