"""Copies on disk and their rows. A file comes before its row, so that no row lacks its file."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from articles.images import files
from articles.images.models import ImageAsset, Rendition
from articles.images.renditions.encode import Encoded
from articles.images.renditions.make import digests, wanted

SUFFIXES = {"avif": "avif", "webp": "webp", "jpeg": "jpg"}


def store(asset: ImageAsset, copies: Iterable[Encoded]) -> list[Rendition]:
    """Write copies of an asset whose row nobody else can see yet, in the transaction that is open.

    Leaves no new file behind where it fails.
    """
    rows = []
    with files.undone_on_error() as written, transaction.atomic():
        for copy in copies:
            row = Rendition(asset=asset, kind=copy.kind, format=copy.format, key=_key(copy))
            written.append(files.rendition_path(row.key))
            files.write(files.rendition_path(row.key), copy.data)
            _fill(row, copy)
            row.save(force_insert=True)
            rows.append(row)
    return rows


def replace(asset: ImageAsset, copies: Iterable[Encoded], *, again: bool = False) -> bool:
    """Put copies in place of those that are missing or out of date, under the same public names.

    Whoever else makes copies of this asset waits or is waited for, and what they made is kept,
    unless `again`. False where the asset changed meanwhile, so that some copies are out of date
    before they are there: those are thrown away.
    """
    with _parts(copies) as parts, files.undone_on_error() as written, transaction.atomic():
        # Only the row is locked; what an asset's copies look like follows from nothing else.
        locked = ImageAsset.objects.select_for_update(of=("self",)).get(pk=asset.pk)
        now = digests(locked, wanted(locked))
        known = {(row.kind, row.format): row for row in locked.renditions.all()}
        fit = [(copy, part) for copy, part in parts if now.get(copy.name) == copy.digest]
        for copy, part in fit:
            row = known.get(copy.name)
            if row is None:
                row = Rendition(asset=locked, kind=copy.kind, format=copy.format, key=_key(copy))
                written.append(files.rendition_path(row.key))
            elif not again and row.marks == copy.digest and _is_there(row):
                continue
            files.put(part, files.rendition_path(row.key))
            _fill(row, copy)
            row.save()
        files.sync(files.rendition_path("x").parent)
    return len(fit) == len(parts)


def is_fresh(row: Rendition | None, digest: str) -> bool:
    """Whether a copy is there and up to date."""
    return row is not None and row.marks == digest and _is_there(row)


def _is_there(row: Rendition) -> bool:
    try:
        return files.rendition_path(row.key).stat().st_size == row.byte_size
    except FileNotFoundError:
        return False


@contextmanager
def _parts(copies: Iterable[Encoded]) -> Iterator[list[tuple[Encoded, Path]]]:
    """Each copy whole on disk under a name of its own, before anything is locked. What is not put
    in its place is removed."""
    parts: list[tuple[Encoded, Path]] = []
    try:
        for copy in copies:
            path = files.rendition_path("x")
            parts.append((_without_data(copy), files.part(path.parent, copy.data)))
        yield parts
    finally:
        for _, part in parts:
            part.unlink(missing_ok=True)


def _without_data(copy: Encoded) -> Encoded:
    """Twenty copies in memory at once would weigh more than the picture."""
    return Encoded(
        *copy.name, copy.width, copy.height, b"", copy.digest, copy.signed, len(copy.data)
    )


def _fill(row: Rendition, copy: Encoded) -> None:
    row.width, row.height = copy.width, copy.height
    row.byte_size = copy.size or len(copy.data)
    row.marks, row.signed, row.created_at = copy.digest, copy.signed, timezone.now()


def _key(copy: Encoded) -> str:
    return f"{secrets.token_hex(16)}.{SUFFIXES[copy.format]}"
