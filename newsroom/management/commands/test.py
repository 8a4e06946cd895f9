"""``manage.py test``: pytest on PostgreSQL where it can be had, then on SQLite with the browser."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand
from django.utils import translation
from django.utils.translation import gettext as _

from newsroom import console
from newsroom.console import Refusal, say
from tests import databases

NO_TESTS = 5  # pytest's exit code when nothing was collected


class Command(BaseCommand):
    help = (
        "Run the tests: on a PostgreSQL of their own where one can be had, then on SQLite with "
        "the browser. --sqlite leaves PostgreSQL out, --postgres insists on it. Everything else "
        "goes to pytest."
    )
    requires_system_checks: list[str] = []

    def run_from_argv(self, argv: list[str]) -> None:
        """Take our two options and leave all others to pytest, which Django would refuse."""
        if argv[2:] in (["--help"], ["-h"]):
            say(self.help)
            return
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that nothing stays behind
        with translation.override(console.language()):
            try:
                code = run(argv[2:])
            except Refusal as refusal:
                console.refuse(refusal)
            except KeyboardInterrupt:
                code = 130
        sys.exit(code)

    def handle(self, *args: Any, **options: Any) -> None:
        raise NotImplementedError("run_from_argv does it all")


def run(arguments: Sequence[str]) -> int:
    """Run pytest once or twice and return an exit code for both. Raises Refusal."""
    rest = [argument for argument in arguments if argument not in ("--sqlite", "--postgres")]
    notes, code = [], NO_TESTS
    if "--sqlite" in arguments:
        notes.append(_("PostgreSQL: left out, as --sqlite says."))
    else:
        try:
            with databases.postgres() as url:
                say(_("Testing on PostgreSQL …"))
                code = _pytest(rest, url, [])
            word = "passed" if code in (0, NO_TESTS) else "FAILED"
            notes.append(f"PostgreSQL: {word}")
        except databases.Unavailable as error:
            if "--postgres" in arguments or _wanted():
                raise Refusal(_("PostgreSQL is asked for, but %(why)s") % {"why": error}) from None
            notes.append(_("PostgreSQL: skipped, %(why)s") % {"why": error})
    say(_("Testing on SQLite …"))
    last = _pytest(rest, "", notes)
    return _together(code, last)


def _together(*codes: int) -> int:
    """One exit code for all: the first failure; else success where any run found tests."""
    failures = [code for code in codes if code not in (0, NO_TESTS)]
    return failures[0] if failures else min(codes)


def _wanted() -> bool:
    required = os.environ.get("NEWSROOM_TEST_REQUIRE", "").split(",")
    return "postgres" in required or bool(os.environ.get("NEWSROOM_TEST_POSTGRES"))


def _pytest(arguments: Sequence[str], url: str, notes: list[str]) -> int:
    environment = os.environ | {
        "NEWSROOM_TEST_DATABASE_URL": url,
        "NEWSROOM_TEST_NOTES": "\n".join(notes),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "pytest", *arguments], cwd=settings.BASE_DIR, env=environment
    )
    try:
        return process.wait()
    except BaseException:
        with suppress(KeyboardInterrupt, subprocess.TimeoutExpired):
            process.wait(15)  # Ctrl+C reached pytest too: let it clean up and say its last line
        process.kill()
        raise
