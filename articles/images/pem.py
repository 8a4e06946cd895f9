"""Trust lists as files: certificates in PEM, and the dates that stand beside them. Pure."""

import datetime as dt
import re
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from django.utils.translation import gettext_lazy as _

from articles.images.provenance.plain import plain

MAX_BYTES = 5_000_000
MOST = 2_000  # certificates; the official list has thirty
_CERTIFICATE = re.compile(
    rb"-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----"
)
_DAY = r"[^\n]*?(\d{4}-\d{2}-\d{2})"
_ISSUED = re.compile(rf"(?im)^[#;/\s]*(?:date of )?(?:issue|this.?update|generated){_DAY}")
_NEXT = re.compile(rf"(?im)^[#;/\s]*(?:next.?(?:update|issue)|valid until){_DAY}")
_SENTENCES = {
    "too_long": _("This file is too large for a trust list. Choose the list in PEM format."),
    "private_key": _(
        "This file holds a private key. A trust list holds certificates only: keep the key to "
        "yourself, and install the certificates without it."
    ),
    "no_certificate": _(
        "There is no certificate in this file. A trust list is a text in PEM format, with "
        "“BEGIN CERTIFICATE” before each certificate."
    ),
    "broken": _(
        "Certificate number %(n)s of this file cannot be read, so nothing was installed. Get the "
        "list again from where it came from."
    ),
}


class NotATrustList(Exception):
    """A file that is not installed. `str()` is a sentence for the operator."""

    def __init__(self, code: str, **values: int) -> None:
        super().__init__(code)
        self.code, self.values = code, values

    def __str__(self) -> str:
        return str(_SENTENCES[self.code]) % self.values


@dataclass(frozen=True)
class Certificates:
    """What a file gives. `pem` holds the certificates alone, each once, in the file's order."""

    pem: str
    count: int
    issued: dt.datetime | None
    next_update: dt.datetime | None


def parse(data: bytes) -> Certificates:
    """The certificates in a PEM file, with the days that its comments name, if they do.

    Raises NotATrustList for anything else.
    """
    if len(data) > MAX_BYTES:
        raise NotATrustList("too_long")
    if b"PRIVATE KEY-----" in data:
        raise NotATrustList("private_key")
    begun = data.count(b"-----BEGIN CERTIFICATE-----")
    found = _CERTIFICATE.findall(data)
    if not begun:
        raise NotATrustList("no_certificate")
    if begun > MOST:
        raise NotATrustList("too_long")
    kept = {}
    for number, block in enumerate(found, 1):
        try:
            one = x509.load_pem_x509_certificate(block)
            kept[one.public_bytes(Encoding.DER)] = one.public_bytes(Encoding.PEM).decode()
        except ValueError:
            raise NotATrustList("broken", n=number) from None
    if len(found) != begun:
        raise NotATrustList("broken", n=min(begun, len(found) + 1))
    comments = _CERTIFICATE.sub(b"", data).decode(errors="replace")
    return Certificates(
        "".join(kept.values()), len(kept), _day(_ISSUED, comments), _day(_NEXT, comments)
    )


def subjects(pem: str) -> list[str]:
    """Whom each certificate names: its own name and its organisation's."""
    return [_named(one.subject) for one in x509.load_pem_x509_certificates(pem.encode())]


def _named(subject: x509.Name) -> str:
    oids = (x509.NameOID.COMMON_NAME, x509.NameOID.ORGANIZATION_NAME)
    said = [str(a.value) for oid in oids for a in subject.get_attributes_for_oid(oid)]
    return plain(" · ".join(said) or subject.rfc4514_string(), 300)


def _day(pattern: re.Pattern[str], text: str) -> dt.datetime | None:
    match = pattern.search(text)
    try:
        day = dt.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
    return dt.datetime.combine(day, dt.time(), dt.UTC) if day else None
