"""Two people at once, for real: threads with connections of their own, released together."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection
from django.utils import translation

ROUNDS = 50
FEWER = 20


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What each deed gave back, or the exception it raised."""
    start = Barrier(len(deeds))

    def run(deed: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            with translation.override("en"):
                start.wait(20)
                # A person's hand: otherwise the deed that asks less would always be first.
                time.sleep(random.random() / 100)
                return deed()
        except Exception as error:  # noqa: BLE001 - the loser's answer is what is looked at
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))
