"""Make all copies of the demo's pictures at once, on every core there is.

Publishing makes what is missing, too, but one picture after the other.
"""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from articles.images import files, renditions
from articles.images.models import ImageAsset
from articles.images.renditions.encode import Encoded
from articles.images.renditions.make import make, original
from articles.images.renditions.rows import replace


def all_of(assets: Iterable[ImageAsset]) -> list[Path]:
    """The files that were written. The encoders let other threads run; rows are written in this
    one, for the transaction is its own."""
    jobs = [(asset, asset.report, renditions.outdated(asset), original(asset)) for asset in assets]

    def work(job: tuple) -> list[Encoded]:
        return list(make(*job))

    written = []
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for (asset, *_), made in zip(jobs, pool.map(work, jobs), strict=True):
            replace(asset, made)
            keys = asset.renditions.values_list("key", flat=True)
            written += map(files.rendition_path, keys)
    return written
