"""Write an entry; check the chain."""

import datetime as dt
import hashlib
import json
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from articles.audit.models import Entry, Head

GENESIS = "0" * 64


def record(
    actor: models.Model | None,
    verb: str,
    obj: models.Model,
    *,
    at: dt.datetime | None = None,
    **data: Any,
) -> Entry:
    """Add one entry to the trail, in the transaction that is open.

    `actor` is a person or a pipeline; None is the system itself. `data` must be JSON. Raises
    TransactionManagementError outside a transaction: an entry without its deed is worth nothing.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("audit.record needs an open transaction")
    Head.objects.get_or_create(pk=1, defaults={"sha256": GENESIS})
    head = Head.objects.select_for_update().get(pk=1)
    entry = Entry(
        at=at or timezone.now(),
        actor_kind=actor._meta.model_name if actor else "system",
        actor_id=actor.pk if actor else None,
        actor_name=str(actor)[:120] if actor else "system",
        verb=verb,
        object_kind=obj._meta.label_lower,
        object_id=str(obj.pk),
        object_name=str(obj)[:200],
        data=data,
        previous=head.sha256,
    )
    entry.sha256 = digest(entry)
    entry.save(force_insert=True)
    head.sha256 = entry.sha256
    head.save(update_fields=["sha256"])
    return entry


def digest(entry: Entry) -> str:
    """The SHA-256 over everything the entry says and the entry before it (canonical JSON)."""
    said = [
        entry.previous,
        entry.at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
        entry.actor_kind,
        entry.actor_id,
        entry.actor_name,
        entry.verb,
        entry.object_kind,
        entry.object_id,
        entry.object_name,
        entry.data,
    ]
    canonical = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def first_break() -> Entry | None:
    """The first entry that does not follow from the one before it, or None where the chain holds."""
    previous = GENESIS
    entry = None
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=2000):
        if entry.previous != previous or entry.sha256 != digest(entry):
            return entry
        previous = entry.sha256
    head = Head.objects.filter(pk=1).values_list("sha256", flat=True).first() or GENESIS
    return entry if head != previous else None
