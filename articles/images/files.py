"""Files of this room on disk: written whole or not at all."""

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

PART = ".part-"


def original_path(sha256: str) -> Path:
    """Where the untouched bytes with this hash lie. Never served to the public."""
    return Path(settings.MEDIA_ROOT) / "originals" / sha256[:2] / sha256


def rendition_path(key: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "renditions" / key


def write(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a crash leaves either nothing there or all of it."""
    half = part(path.parent, data)
    try:
        put(half, path)
    except BaseException:
        with contextlib.suppress(OSError):
            half.unlink()
        raise
    sync(path.parent)


def part(folder: Path, data: bytes) -> Path:
    """`data` safely on disk in `folder`, under a name that means nothing yet."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=PART)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o640)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return Path(name)


def put(half: Path, path: Path) -> None:
    """Give a part its name, at once and whole, in place of what bore it before."""
    os.replace(half, path)


@contextlib.contextmanager
def undone_on_error() -> Iterator[list[Path]]:
    """Remove the files put into the list where the block fails, before the error goes on."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def sync(folder: Path) -> None:
    """Bring the names in `folder` to the disk."""
    # The rename itself must reach the disk; systems that cannot open a folder do without.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
