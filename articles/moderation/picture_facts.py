"""What the checks are told of a revision's pictures: the record as it was saved, the file and the
rights as they are now."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Prefetch

from articles.disclosure.evidence import Reading, worse
from articles.disclosure.snapshot import reading, stages
from articles.images import rights
from articles.images.models import ImageAsset, ProvenanceReport
from articles.lib.moments import utc_second
from articles.moderation.checks import Picture, Right

# What the snapshot of an image that nobody has looked into says of it.
NOTHING: dict[str, Any] = {"uses": [], "credentials": "none", "ai_evidence": "none_declared"}


def pictures(snapshot: Mapping[str, Any], at: dt.datetime) -> tuple[Picture, ...]:
    """Two queries, whatever the number of pictures; none where there is no picture."""
    wanted = [image["asset"] for image in snapshot["images"]]
    if not wanted:
        return ()
    reports = Prefetch("reports", ProvenanceReport.objects.defer("raw", "manifests"))
    assets = ImageAsset.objects.prefetch_related(reports).in_bulk(wanted)
    return tuple(
        _picture(
            image,
            snapshot["ai_uses"]["images"].get(str(image["asset"]), NOTHING),
            assets.get(image["asset"]),
            at,
        )
        for image in snapshot["images"]
    )


def _picture(
    image: Mapping[str, Any], said: Mapping[str, Any], asset: ImageAsset | None, at: dt.datetime
) -> Picture:
    if asset is None:
        return Picture(key=image["role"], alt=image["alt"], caption=image["caption"])
    report = asset.report
    now = Reading(report.state, report.ai_evidence, tuple(report.reasons)) if report else Reading()
    recorded = stages(said)
    return Picture(
        key=image["role"],
        alt=image["alt"],
        caption=image["caption"],
        declared=image["digital_source_type"],
        evidenced=report.digital_source_type if report else "",
        state=now.state,
        ai_evidence=now.ai_evidence,
        reasons=now.reasons,
        recorded=recorded,
        rights=tuple(
            Right(problem.code, utc_second(problem.moment) if problem.moment else "")
            for problem in rights.problems(rights.of(asset), at)
        ),
        data_mining=asset.data_mining,
        changed=worse(reading(said), now, recorded),
    )
