"""The C2PA library, as signing needs it: one context and one signer a process, nothing fetched."""

import contextlib
import os
import threading
from collections.abc import Iterator
from typing import Any

import c2pa

from articles.images.provenance.c2pa import SETTINGS
from articles.images.signing.key import Key

# Thumbnails would make a small copy several times as large; what is signed is read by our tests.
_SETTINGS: dict[str, Any] = SETTINGS | {
    "verify": SETTINGS["verify"] | {"verify_after_sign": False},
    "builder": {"thumbnail": {"enabled": False}, "generate_c2pa_archive": True},
}
_made: dict[tuple[int, str], tuple[c2pa.Context, c2pa.Signer]] = {}
_busy = threading.RLock()


@contextlib.contextmanager
def tools(key: Key) -> Iterator[tuple[c2pa.Context, c2pa.Signer]]:
    """A context and a signer of this process: inherited ones are refused after a fork."""
    with _busy:
        name = os.getpid(), key.id
        if name not in _made:
            _made.clear()
            about = c2pa.C2paSignerInfo(key.algorithm, key.chain, key.private, None)
            _made[name] = c2pa.Context.from_dict(_SETTINGS), c2pa.Signer.from_info(about)
        yield _made[name]


def _let_go() -> None:
    global _busy
    _busy = threading.RLock()


# The server forks its workers, perhaps while pictures are made: not in the middle of a signature.
os.register_at_fork(
    before=lambda: _busy.acquire(), after_in_parent=lambda: _busy.release(), after_in_child=_let_go
)
