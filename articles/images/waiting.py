"""Files that wait for a person's word: they look like a picture that is in the library already.

No row knows of them. What nobody decides on is swept away after a day.
"""

import contextlib
import io
import re
import time
from pathlib import Path

from django.conf import settings
from PIL import Image

from articles.images import files

DAY = 24 * 60 * 60
PREVIEW = 480  # pixels across
_SHA256 = re.compile(r"[0-9a-f]{64}")


def keep(sha256: str, data: bytes, image: Image.Image) -> None:
    """Put a file by, with a small picture of it to look at. Sweeps old ones away."""
    sweep()
    small = image.copy()
    small.thumbnail((PREVIEW, PREVIEW))
    out = io.BytesIO()
    small.save(out, "WEBP", quality=70)
    files.write(_folder() / f"{sha256}.webp", out.getvalue())
    files.write(_folder() / sha256, data)


def data_of(sha256: str) -> bytes | None:
    """The bytes put by, or None where they are gone."""
    return _read(sha256)


def preview_of(sha256: str) -> bytes | None:
    return _read(sha256, ".webp")


def drop(sha256: str) -> None:
    """Forget a file: it was taken, or the one in the library is used instead."""
    if _SHA256.fullmatch(sha256):
        for suffix in ("", ".webp"):
            (_folder() / f"{sha256}{suffix}").unlink(missing_ok=True)


def sweep(older_than: float = DAY) -> None:
    """Remove what has waited for longer than so many seconds."""
    if not _folder().is_dir():
        return
    for path in _folder().iterdir():
        with contextlib.suppress(FileNotFoundError):  # somebody else sweeps too
            if time.time() - path.stat().st_mtime > older_than:
                path.unlink()


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "waiting"


def _read(sha256: str, suffix: str = "") -> bytes | None:
    if not _SHA256.fullmatch(sha256):
        return None
    try:
        return (_folder() / f"{sha256}{suffix}").read_bytes()
    except FileNotFoundError:
        return None
