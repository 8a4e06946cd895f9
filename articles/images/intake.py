"""Take a picture in: check it, keep its bytes, read what it says of itself, make first copies."""

import hashlib
from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction

from articles.audit.record import record
from articles.images import files, names, pixels, renditions, source_types
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.provenance.claim import Claim
from articles.images.provenance.plain import plain
from articles.images.provenance.read import read
from articles.images.refusal import ImageRefused
from articles.people.models import User
from articles.people.roles import can

__all__ = ["ImageRefused", "add", "amend"]


def add(
    data: bytes,
    *,
    file_name: str,
    by: models.Model | None,
    credit: str = "",
    copyright_notice: str = "",
    digital_source_type: str = "",
) -> ImageAsset:
    """The asset of these bytes, made now or found: `already_there` on the result tells which.

    What is found is returned as it is, with what was declared for it before. `by` is a person, a
    pipeline, or None for the system. Raises ImageRefused (its text is for the uploader) and
    PermissionDenied. Whatever fails, no row and no file is left behind.
    """
    _allowed(by, "image.add")
    _declarable(digital_source_type)
    sha256 = hashlib.sha256(data).hexdigest()
    if known := _known(sha256):
        return known
    # Everything slow happens before the transaction: on SQLite it holds up all other writers.
    picture = pixels.decode(data)
    claim = read(data, picture.format, picture.xmp)
    name = names.harmless(file_name, picture.format)
    asset = ImageAsset(
        sha256=sha256,
        file_name=name,
        title=names.title(name)[:200],
        format=picture.format,
        width=picture.width,
        height=picture.height,
        byte_size=len(data),
        credit=plain(credit.strip(), 200),
        copyright_notice=plain(copyright_notice.strip(), 300),
        digital_source_type=digital_source_type,
        uploaded_by=by if isinstance(by, User) else None,
    )
    report = report_of(claim)
    packet = renditions.marks(asset, report)
    copies = renditions.encode(picture, packet)
    with files.undone_on_error() as written, transaction.atomic():
        try:
            with transaction.atomic():
                asset.save(force_insert=True)
        except IntegrityError:
            # The same bytes came in while these were being read.
            if known := _known(sha256):
                return known
            raise
        # The row is first, because it claims the hash: nobody else writes or removes this file.
        written.append(files.original_path(sha256))
        files.write(files.original_path(sha256), data)
        report.asset = asset
        report.save(force_insert=True)
        rows = renditions.store(asset, copies, packet)
        written.extend(files.rendition_path(row.key) for row in rows)
        record(by, "image.added", asset, **_facts(asset, report))
    return asset


def amend(
    asset: ImageAsset,
    *,
    by: models.Model | None,
    title: str,
    credit: str,
    copyright_notice: str,
    digital_source_type: str,
) -> ImageAsset:
    """Change what was declared of a picture; its copies then carry it, under the same names.

    Raises ImageRefused for a source type that cannot be declared, and PermissionDenied.
    """
    _allowed(by, "image.change")
    _declarable(digital_source_type)
    wanted = {
        "title": plain(title.strip(), 200),
        "credit": plain(credit.strip(), 200),
        "copyright_notice": plain(copyright_notice.strip(), 300),
        "digital_source_type": digital_source_type,
    }
    with transaction.atomic():
        asset = ImageAsset.objects.select_for_update().get(pk=asset.pk)
        changed = {k: [getattr(asset, k), v] for k, v in wanted.items() if getattr(asset, k) != v}
        if not changed:
            return asset
        for field, value in wanted.items():
            setattr(asset, field, value)
        asset.save(update_fields=list(changed))
        renditions.ensure(asset)
        record(by, "image.changed", asset, changed=changed)
    return asset


def report_of(claim: Claim) -> ProvenanceReport:
    """A claim as a row that has no asset yet and is not saved."""
    return ProvenanceReport(
        state=claim.c2pa.state.value,
        reasons=list(claim.reasons),
        ai_evidence=claim.ai_evidence.value,
        digital_source_type=claim.digital_source_type,
        signer=claim.c2pa.signer[:300],
        signed_at=claim.c2pa.signed_at,
        actions=[asdict(step) for step in claim.c2pa.actions],
        ingredients=[asdict(material) for material in claim.c2pa.ingredients],
        xmp=asdict(claim.xmp),
        verifier=claim.verifier,
        verifier_version=claim.verifier_version,
        raw=dict(claim.c2pa.raw),
    )


def _known(sha256: str) -> ImageAsset | None:
    asset = ImageAsset.objects.filter(sha256=sha256).first()
    if asset:
        asset.already_there = True
    return asset


def _allowed(by: models.Model | None, verb: str) -> None:
    if isinstance(by, User) and not can(by, verb):
        raise PermissionDenied(verb)


def _declarable(code: str) -> None:
    if code and not source_types.is_writable(code):
        raise ImageRefused("source_type")


def _facts(asset: ImageAsset, report: ProvenanceReport) -> dict[str, object]:
    return {
        "sha256": asset.sha256,
        "file_name": asset.file_name,
        "format": asset.format,
        "width": asset.width,
        "height": asset.height,
        "byte_size": asset.byte_size,
        "digital_source_type": asset.digital_source_type,
        "state": report.state,
        "ai_evidence": report.ai_evidence,
    }
