"""Trust lists: installed, replaced, removed, and handed to whoever reads a file."""

import datetime as dt
import hashlib
import re

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from articles.audit.record import record
from articles.images import pem
from articles.images.models import TrustList
from articles.images.provenance.trust import Trust
from articles.people.models import User
from articles.people.roles import can

Kind = TrustList.Kind


def installed() -> Trust:
    """All installed lists as one value. One query."""
    found: dict[str, list[str]] = {Kind.SIGNERS: [], Kind.TIMESTAMPS: []}
    for kind, text in TrustList.objects.order_by("kind", "sha256").values_list("kind", "pem"):
        found[kind].append(text)
    return Trust("".join(found[Kind.SIGNERS]), "".join(found[Kind.TIMESTAMPS]))


def kind_of(name: str) -> str:
    """What a list is for, by the name of its file: those for timestamps are called so."""
    stamps = re.search(r"(?i)(?:^|[^a-z])(?:tsa|time[-_ ]?stamp)", name)
    return Kind.TIMESTAMPS if stamps else Kind.SIGNERS


def install(
    data: bytes,
    *,
    kind: str,
    name: str,
    by: models.Model | None,
    issued_at: dt.datetime | None = None,
    next_update_at: dt.datetime | None = None,
) -> TrustList:
    """Install a list; one of the same kind and name is replaced.

    The days given here go before those in the file. Raises pem.NotATrustList and PermissionDenied.
    """
    _allowed(by)
    found = pem.parse(data)
    with transaction.atomic():
        old = TrustList.objects.select_for_update().filter(kind=kind, name=name).first()
        row = old or TrustList(kind=kind, name=name)
        before = row.sha256
        row.pem = found.pem
        row.sha256 = hashlib.sha256(found.pem.encode()).hexdigest()
        row.certificates = found.count
        row.issued_at = issued_at or found.issued
        row.next_update_at = next_update_at or found.next_update
        row.installed_at = timezone.now()
        row.installed_by = by if isinstance(by, User) else None
        row.save()
        record(
            by,
            "trust_list.installed",
            row,
            kind=row.kind,
            certificates=row.certificates,
            sha256=row.sha256,
            replaced=before,
        )
    return row


def remove(row: TrustList, *, by: models.Model | None) -> None:
    """Take a list away. Raises PermissionDenied."""
    _allowed(by)
    with transaction.atomic():
        record(by, "trust_list.removed", row, kind=row.kind, sha256=row.sha256)
        row.delete()


def _allowed(by: models.Model | None) -> None:
    if isinstance(by, User) and not can(by, "trust_list.change"):
        raise PermissionDenied("trust_list.change")
