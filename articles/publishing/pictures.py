"""What publication asks of a revision's pictures, as they are now: rights can end, and a file can be
read anew, after a text was approved."""

import datetime as dt
import logging

from django.utils.translation import gettext as _

from articles.disclosure.evidence import Reading, worse
from articles.disclosure.snapshot import reading, stages
from articles.images import renditions, rights
from articles.images.models import ImageAsset
from articles.images.refusal import ImageRefused
from articles.publishing.refusal import Problem
from articles.stories.models import Article, Revision

log = logging.getLogger(__name__)


def complete(article: Article) -> None:
    """Make all copies of the article's pictures that are missing or stale.

    Called before the transaction, because encoding takes seconds. A file that cannot be read is
    left to `problems`: with older copies the story can still go out.
    """
    placed = ImageAsset.objects.filter(placements__article=article).distinct()
    for asset in placed.prefetch_related("reports"):
        try:
            renditions.ensure(asset)
        except (OSError, ImageRefused):
            log.exception("The copies of image %s could not be made", asset.pk)


def problems(revision: Revision, at: dt.datetime) -> list[Problem]:
    """What stops these pictures from being shown from `at` on."""
    images = revision.snapshot["images"]
    assets = ImageAsset.objects.prefetch_related("reports", "renditions").in_bulk(
        [image["asset"] for image in images]
    )
    found = []
    for image in images:
        asset = assets[image["asset"]]
        found += [
            Problem(problem.code, "image", problem.sentence)
            for problem in rights.problems(rights.of(asset), at)
            if problem.stops
        ]
        found += _since_saved(revision, asset)
        if not asset.renditions.all():
            found.append(
                Problem(
                    "no_copies",
                    "image",
                    _(
                        "The image cannot be shown, because its file is missing or broken. Upload "
                        "it again, or choose another one."
                    ),
                )
            )
    return found


def _since_saved(revision: Revision, asset: ImageAsset) -> list[Problem]:
    """Whether the file reads worse now than what the revision, and so its approval, was about."""
    report = asset.report
    said = revision.snapshot["ai_uses"]["images"].get(str(asset.pk))
    if report is None or said is None:
        return []
    now = Reading(report.state, report.ai_evidence, tuple(report.reasons))
    if not worse(reading(said), now, stages(said)):
        return []
    if now.state.startswith("invalid"):
        sentence = _(
            "The image has been checked again since this text was saved, and its credentials are now "
            "invalid. Save the article and submit it for review again."
        )
    else:
        sentence = _(
            "The image has been checked again since this text was saved, and its file now gives "
            "evidence of AI. Save the article and submit it for review again."
        )
    return [Problem("image_worse", "image", sentence)]
