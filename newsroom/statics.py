"""Collect the static files when they have changed since the last start, and only then."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

_MARK = ".collected"


def outdated() -> bool:
    """Say whether the collected files are missing or made from other sources."""
    mark = Path(settings.STATIC_ROOT) / _MARK
    return not mark.exists() or mark.read_text("utf-8") != _fingerprint()


def collect() -> None:
    """Collect, hash and compress. The mark is written last, so that a killed run is repeated."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    (root / _MARK).unlink(missing_ok=True)
    # Cleared, because Django leaves a file as it is where the new one has an older date, as those
    # of an unpacked release have.
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    (root / _MARK).write_text(_fingerprint(), "utf-8")


def _fingerprint() -> str:
    """A hash of every source file's name, size and time: reads no content, takes milliseconds."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
