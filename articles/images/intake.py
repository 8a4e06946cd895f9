"""Take a picture in: check it, keep its bytes, read what it says of itself, make first copies."""

import hashlib
from dataclasses import asdict

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, models, transaction

from articles.audit.record import record
from articles.images import alike, files, names, pixels, renditions, source_types, trust
from articles.images.amend import amend
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.provenance.claim import Claim
from articles.images.provenance.plain import plain
from articles.images.provenance.read import read
from articles.images.refusal import ImageRefused
from articles.images.twins import twins
from articles.people.models import User
from articles.people.roles import can

__all__ = ["ImageRefused", "LooksAlike", "add", "amend"]


class LooksAlike(Exception):
    """The library holds pictures that look like this one: a person is to say whether it comes in.

    `twins` are those, the nearest first; `picture` is the new one, decoded.
    """

    def __init__(self, sha256: str, twins: list[ImageAsset], picture: pixels.Picture) -> None:
        super().__init__(sha256)
        self.sha256, self.twins, self.picture = sha256, twins, picture


def add(
    data: bytes,
    *,
    file_name: str,
    by: models.Model | None,
    credit: str = "",
    copyright_notice: str = "",
    digital_source_type: str = "",
    even_if_alike: bool = True,
) -> ImageAsset:
    """The asset of these bytes, made now or found: `already_there` on the result tells which.

    What is found is returned as it is, with what was declared for it before. `by` is a person, a
    pipeline, or None for the system. Raises ImageRefused (its text is for the uploader),
    PermissionDenied and, unless `even_if_alike`, LooksAlike. Whatever fails, no row and no file is
    left behind.
    """
    _allowed(by, "image.add")
    _declarable(digital_source_type)
    sha256 = hashlib.sha256(data).hexdigest()
    if known := _known(sha256):
        return known
    # Everything slow happens before the transaction: on SQLite it holds up all other writers.
    picture = pixels.decode(data)
    phash = alike.fingerprint(picture.image)
    if not even_if_alike and (found := twins(phash)):
        raise LooksAlike(sha256, found, picture)
    claim = read(data, picture.format, picture.xmp, trust.installed())
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
        phash=phash,
        uploaded_by=by if isinstance(by, User) else None,
    )
    report = report_of(claim)
    copies = renditions.first(asset, report, picture, data)
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
        rows = renditions.store(asset, copies)
        renditions.later(asset)
        written.extend(files.rendition_path(row.key) for row in rows)
        record(by, "image.added", asset, **_facts(asset, report), frames=picture.frames)
    asset.frames = picture.frames
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
        manifests=[asdict(link) for link in claim.manifests],
        warnings=list(claim.warnings),
        xmp=asdict(claim.xmp),
        exif=asdict(claim.exif),
        tc260=claim.tc260.block if claim.tc260 else {},
        verifier=claim.verifier,
        verifier_version=claim.verifier_version,
        trust_list_digest=claim.trust_list_digest,
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
