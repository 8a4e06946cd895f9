"""Work done aside, in threads of this process, and how it is held back.

A process that is about to fork must have no other threads: a lock that one of them holds at that
moment (SQLite has some) is never let go of in the child, which then waits for ever.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from typing import Any

_held: ContextVar[bool] = ContextVar("aside_held", default=False)


@contextlib.contextmanager
def held() -> Iterator[None]:
    """Start nothing aside in this block; what would have been done is left for later."""
    token = _held.set(True)
    try:
        yield
    finally:
        _held.reset(token)


def is_held() -> bool:
    return _held.get()


class OneThread:
    """One thread of each process for one kind of work; started when it is first given some."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._pid = 0
        self._pool: ThreadPoolExecutor | None = None

    def submit(self, work: Callable[..., Any], *args: Any) -> None:
        if self._pool is None or self._pid != os.getpid():
            # A fork takes the pool along, but not its thread.
            self._pid = os.getpid()
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        self._pool.submit(work, *args)
