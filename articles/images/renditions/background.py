"""Copies made off the request, one picture at a time, by one thread of each process."""

import contextlib
import logging
import os
import queue
import threading

from django.conf import settings
from django.db import connections, transaction

from articles.images.models import ImageAsset
from articles.images.renditions.ensure import ensure
from articles.lib.aside import is_held

logger = logging.getLogger(__name__)
LONGEST = 500  # pictures that wait; what finds no room is made when it is published, or by repair
NICE = 10  # requests go first
_queues: dict[int, "queue.Queue[int]"] = {}
_starting = threading.Lock()


def later(asset: ImageAsset) -> None:
    """Make all copies of `asset` once the open transaction is committed. Does nothing where
    RENDITIONS_IN_BACKGROUND is off: then whoever needs them calls `ensure`."""
    if settings.RENDITIONS_IN_BACKGROUND and not is_held():
        transaction.on_commit(lambda: _put(asset.pk))


def settled(seconds: float = 60) -> bool:
    """Wait until this process has made what it was given; False where it takes longer."""
    waiting = _queues.get(os.getpid())
    if waiting is None:
        return True
    with waiting.all_tasks_done:
        return waiting.all_tasks_done.wait_for(lambda: not waiting.unfinished_tasks, seconds)


def _put(pk: int) -> None:
    try:
        _queue().put_nowait(pk)
    except queue.Full:
        logger.warning("Too many pictures wait; copies of image %s are made later", pk)


def _queue() -> "queue.Queue[int]":
    """The queue of this process; its thread is started with it, so never before a fork."""
    pid = os.getpid()
    with _starting:
        if pid not in _queues:
            _queues.clear()
            _queues[pid] = queue.Queue(LONGEST)
            work = threading.Thread(target=_work, args=[_queues[pid]], name="renditions")
            work.daemon = True
            work.start()
        return _queues[pid]


def _work(waiting: "queue.Queue[int]") -> None:
    with contextlib.suppress(OSError, AttributeError):
        # On Linux a thread has a priority of its own.
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
    while True:
        pk = waiting.get()
        try:
            asset = ImageAsset.objects.filter(pk=pk).first()
            if asset:
                ensure(asset)
        except Exception:  # whatever it was, the next picture is not to wait for ever
            logger.exception("The copies of image %s were not made", pk)
        finally:
            connections.close_all()
            waiting.task_done()


def _after_fork() -> None:
    global _starting
    _starting = threading.Lock()


os.register_at_fork(after_in_child=_after_fork)
