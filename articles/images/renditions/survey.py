"""What a crash or a careless hand left behind: files and rows that do not fit together."""

import contextlib
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from articles.images import files
from articles.images.models import ImageAsset, Rendition
from articles.images.renditions.ensure import outdated, with_rows
from articles.images.renditions.make import signer_of

HOUR = 60 * 60  # seconds; a younger file may belong to a picture that is coming in right now
_MANY = 500


@dataclass
class Survey:
    """What was found. `outdated` counts the copies of an asset, by its id, that are missing, stale
    or without their file."""

    assets: int = 0
    copies: int = 0
    outdated: dict[int, int] = field(default_factory=dict)
    unsigned: int = 0  # copies that should be signed and are not
    lost: list[ImageAsset] = field(default_factory=list)  # originals missing or of another size
    strays: list[Path] = field(default_factory=list)  # files no row knows of, and halves of files
    young: int = 0  # of those, not yet an hour old: left alone

    @property
    def sound(self) -> bool:
        return not (self.outdated or self.lost or self.strays)


def survey(assets: QuerySet[ImageAsset]) -> Survey:
    """Look at these assets' rows and files. Changes nothing."""
    found = Survey()
    for asset in with_rows(assets).order_by("pk").iterator(chunk_size=200):
        found.assets += 1
        rows = list(asset.renditions.all())
        found.copies += len(rows)
        if not _whole(asset):
            found.lost.append(asset)
        if missing := outdated(asset):
            found.outdated[asset.pk] = len(missing)
        if signer_of(asset.report):
            found.unsigned += sum(not row.signed for row in rows)
    return found


def strays(found: Survey) -> None:
    """Add to `found` the files below MEDIA_ROOT that no row knows of."""
    folder = Path(settings.MEDIA_ROOT)
    _sort(found, _unknown((folder / "renditions").glob("*"), Rendition, "key"))
    _sort(found, _unknown((folder / "originals").glob("??/*"), ImageAsset, "sha256"))


def take_away(path: Path) -> bool:
    """Remove a stray file; False where it has become young, so that somebody needs it after all."""
    aside = path.with_name(f"{files.PART}stray-{path.name.removeprefix(files.PART)}")
    with contextlib.suppress(FileNotFoundError):
        # The very bytes may be coming in again: only what has been moved aside cannot be replaced.
        path.rename(aside)
        if _is_young(aside):
            aside.rename(path)
            return False
        aside.unlink()
    return True


def _whole(asset: ImageAsset) -> bool:
    try:
        return files.original_path(asset.sha256).stat().st_size == asset.byte_size
    except OSError:
        return False


def _unknown(
    paths: Iterable[Path], model: type[Rendition] | type[ImageAsset], name: str
) -> Iterator[Path]:
    there = iter(paths)
    while some := [path for path in islice(there, _MANY) if path.is_file()]:
        names = [path.name for path in some]
        known = set(model.objects.filter(**{f"{name}__in": names}).values_list(name, flat=True))
        yield from (path for path in some if path.name not in known)


def _sort(found: Survey, paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(FileNotFoundError):
            if _is_young(path):
                found.young += 1
            else:
                found.strays.append(path)


def _is_young(path: Path) -> bool:
    return time.time() - path.stat().st_mtime < HOUR
