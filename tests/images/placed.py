"""A picture in an article, taken in for real, with what was recorded and declared of it."""

from itertools import count
from typing import Any

from articles.disclosure.models import AIUse
from articles.images import intake
from articles.images.models import ImageAsset, ProvenanceReport
from articles.stories.models import Article, ImagePlacement
from tests.images import make

_sizes = count(100)
AI = "trainedAlgorithmicMedia"


def place(
    article: Article, data: bytes | None = None, *, recorded: str = "none", **facts: Any
) -> ImageAsset:
    """`data` becomes the article's lead image; another small plain picture where none is given.

    `recorded` is the one use of AI on record, "" for none; `facts` are columns of the asset.
    """
    data = data or make.picture(size=(next(_sizes), 64))
    asset = intake.add(data, file_name="bay.jpg", by=article.created_by)
    change(asset, **{"credit": "갈피 그래픽"} | facts)
    if recorded:
        extent = "" if recorded == "none" else "whole"
        AIUse.objects.create(
            asset=asset, stage=recorded, extent=extent, recorded_by=article.created_by
        )
    ImagePlacement.objects.create(article=article, asset=asset, alt="만을 사이에 둔 두 도시의 그림")
    return asset


def change(asset: ImageAsset, **facts: Any) -> ImageAsset:
    """Declare something else of a picture, as its page does."""
    ImageAsset.objects.filter(pk=asset.pk).update(**facts)
    asset.refresh_from_db()
    return asset


def reread(asset: ImageAsset, **found: Any) -> ProvenanceReport:
    """Another report on the same file, as another verifier or trust list gives it."""
    report = ProvenanceReport.objects.filter(asset=asset).order_by("pk").last()
    report.pk = None
    report._state.adding = True
    for name, value in found.items():
        setattr(report, name, value)
    report.created_at = ProvenanceReport._meta.get_field("created_at").get_default()
    report.save(force_insert=True)
    return report


def generated(tampered: bool = False) -> bytes:
    """A file whose credentials, signed here, say that AI made all of it."""
    number = next(_sizes)
    data = bytearray(make.signed(make.picture(size=(number, 64)), make.created(AI)))
    if tampered:
        data[-30] ^= 1
    return bytes(data)
