"""Check again: read originals anew, with the verifier and the trust lists of today."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from articles.audit.record import record
from articles.images import files, renditions, trust
from articles.images.intake import report_of
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.provenance.claim import State
from articles.images.provenance.read import read
from articles.images.provenance.trust import Trust
from articles.people.models import User
from articles.people.roles import can

# What makes a reading another one; the whole report belongs to these and adds nothing.
COMPARED = (
    "state",
    "reasons",
    "ai_evidence",
    "digital_source_type",
    "signer",
    "signed_at",
    "manifests",
    "warnings",
    "xmp",
    "exif",
    "tc260",
    "verifier",
    "verifier_version",
    "trust_list_digest",
)
# From the best to the worst; a state that tells nothing stands between valid and invalid.
ORDER = (
    State.TRUSTED,
    State.VALID_UNTRUSTED,
    State.NONE,
    State.REMOTE_UNFETCHED,
    State.UNSUPPORTED,
    State.UNREADABLE,
    State.INVALID_EXPIRED,
    State.INVALID_OTHER,
    State.INVALID_TAMPERED,
)


class OriginalMissing(Exception):
    """The original is not on disk, or is not the file that came in."""

    def __str__(self) -> str:
        return str(
            _(
                "The original of this image is missing or damaged on this server. Restore it from "
                "the backup, then check again."
            )
        )


@dataclass(frozen=True)
class Checked:
    """One image of many. `report` is None where its original is missing."""

    asset: ImageAsset
    report: ProvenanceReport | None

    @property
    def changed(self) -> bool:
        return self.report is not None and self.report.is_new

    @property
    def got_worse(self) -> bool:
        return self.report is not None and self.report.got_worse


def recheck(
    asset: ImageAsset, *, by: models.Model | None, installed: Trust | None = None
) -> ProvenanceReport:
    """Read the original again. A new report where the reading differs from the newest one, else
    that one; `is_new` and `got_worse` on the result tell.

    Raises OriginalMissing and PermissionDenied.
    """
    if isinstance(by, User) and not can(by, "image.check"):
        raise PermissionDenied("image.check")
    try:
        data = files.original_path(asset.sha256).read_bytes()
    except OSError as error:
        raise OriginalMissing from error
    if hashlib.sha256(data).hexdigest() != asset.sha256:
        raise OriginalMissing
    lists = trust.installed() if installed is None else installed
    fresh = report_of(read(data, asset.format, trust=lists))
    with transaction.atomic():
        # Two people may check at once: the second compares with what the first has written.
        asset = ImageAsset.objects.select_for_update(of=("self",)).get(pk=asset.pk)
        newest = asset.report
        fresh.is_new = newest is None or _said(fresh) != _said(newest)
        if newest and fresh.is_new:
            fresh.got_worse = worse(newest.state, fresh.state)
        if fresh.is_new:
            fresh.asset = asset
            fresh.save(force_insert=True)
            # What copies carry on from the file may have changed with it.
            renditions.later(asset)
        record(
            by,
            "image.checked",
            asset,
            state=fresh.state,
            before=newest.state if newest else "",
            changed=fresh.is_new,
            worse=fresh.got_worse,
        )
    return fresh if fresh.is_new or newest is None else newest


def recheck_all(*, by: models.Model | None) -> Iterator[Checked]:
    """Check every image again, the oldest first, each in a transaction of its own."""
    lists = trust.installed()
    for pk in ImageAsset.objects.order_by("pk").values_list("pk", flat=True).iterator(500):
        asset = ImageAsset.objects.filter(pk=pk).first()
        if asset is None:
            continue
        try:
            yield Checked(asset, recheck(asset, by=by, installed=lists))
        except OriginalMissing:
            yield Checked(asset, None)


def worse(before: str, now: str) -> bool:
    return ORDER.index(State(now)) > ORDER.index(State(before))


def outdated(report: ProvenanceReport | None) -> bool:
    """Whether a reading used other trust lists than are installed now. One query."""
    return report is not None and report.trust_list_digest != trust.installed().digest


def _said(report: ProvenanceReport) -> str:
    """As JSON keeps it: tuples have become lists, moments texts."""
    said = {name: getattr(report, name) for name in COMPARED}
    return json.dumps(said, sort_keys=True, default=str)
