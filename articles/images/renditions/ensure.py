"""All copies of a picture, there and up to date."""

import logging

from django.db.models import Prefetch, QuerySet

from articles.images import pixels
from articles.images.models import ImageAsset, ProvenanceReport, Rendition
from articles.images.renditions import kinds
from articles.images.renditions.encode import Encoded
from articles.images.renditions.make import OriginalLost, digests, make, original, wanted
from articles.images.renditions.rows import is_fresh, replace

logger = logging.getLogger(__name__)
ROUNDS = 3  # how often an asset may change while its copies are made


def first(
    asset: ImageAsset, report: ProvenanceReport, picture: pixels.Picture, data: bytes
) -> list[Encoded]:
    """What a new picture needs at once, in memory; the others follow. `asset` need not be saved."""
    copies = [copy for copy in wanted(asset) if copy.name in kinds.FIRST]
    return list(make(asset, report, copies, data, picture))


def ensure(asset: ImageAsset, *, again: bool = False, at_once: bool = False) -> list[Rendition]:
    """The asset's copies, made where one is missing or out of date, all of them where `again`, only
    the first where `at_once`.

    Slow (seconds for a large picture), so not for the inside of a transaction. Without the original
    nothing can be made: that is logged, and what there is stays.
    """
    for _ in range(ROUNDS):
        asset = with_rows(ImageAsset.objects.all()).get(pk=asset.pk)
        missing = outdated(asset, again=again)
        if at_once:
            missing = [copy for copy in missing if copy.name in kinds.FIRST]
        if not missing:
            break
        try:
            copies = make(asset, asset.report, missing, original(asset))
            if replace(asset, copies, again=again):
                break
        except OriginalLost as why:
            logger.error("No copies can be made of image %s: %s", asset.pk, why)
            break
    return list(Rendition.objects.filter(asset=asset))


def with_rows(assets: QuerySet[ImageAsset]) -> QuerySet[ImageAsset]:
    """Assets with all that `outdated` asks. What a report keeps whole can be megabytes."""
    reports = ProvenanceReport.objects.defer("raw", "manifests")
    return assets.prefetch_related(Prefetch("reports", reports), "renditions")


def outdated(asset: ImageAsset, *, again: bool = False) -> list[kinds.Wanted]:
    """The copies that are missing or out of date; all of them where `again`."""
    copies = wanted(asset)
    now = digests(asset, copies)
    rows = {(row.kind, row.format): row for row in asset.renditions.all()}
    return [c for c in copies if again or not is_fresh(rows.get(c.name), now[c.name])]
