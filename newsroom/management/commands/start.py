"""``manage.py start``: everything from a fresh copy to a newsroom that answers in the browser."""

import fcntl
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation
from django.utils.translation import gettext as _

from newsroom import console, serve, statics
from newsroom.console import Refusal, say
from newsroom.demo import load

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Command(BaseCommand):
    help = "Prepare what is missing, then serve the newsroom until Ctrl+C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="default: 8000")
        parser.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1")
        parser.add_argument("--no-demo", action="store_true", help="no demo stories and logins")

    def handle(self, *args: Any, host: str, port: int, no_demo: bool, **options: Any) -> None:
        with translation.override(console.language()):
            try:
                serve.check_port(host, port)
                with _one_at_a_time():
                    demo = _prepare(wants_demo=not no_demo)
            except Refusal as refusal:
                console.refuse(refusal)
            except OperationalError as error:
                console.refuse(Refusal(_database_sentence(error)))
            except KeyboardInterrupt:
                say("\n" + _("Stopped."))
                raise SystemExit(130) from None
            lines = list(_greeting(host, port, demo))
            farewell = _("Stopped. Everything is kept in %(folder)s.")
        # Outside: the terminal's language is not the readers'.
        serve.serve(host, port, when_ready=lambda: say("\n".join(lines)))
        say("\n" + farewell % {"folder": settings.DATA_DIR})


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two starts over the same data prepare it one after the other."""
    with (settings.DATA_DIR / "start.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _prepare(*, wants_demo: bool) -> bool:
    """Bring database, static files and demo up to date; return whether the demo is there."""
    if settings.PRODUCTION and wants_demo:
        raise Refusal(_("There is no demo in production: please start with --no-demo."))
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say(_("Preparing the database …"))
        call_command("migrate", interactive=False, verbosity=0)
    if statics.outdated():
        say(_("Collecting styles, scripts and fonts …"))
        statics.collect()
    loaded = load.is_loaded()
    if loaded and settings.PRODUCTION:
        raise Refusal(
            _("Production needs a data folder and database of its own, without the demo.")
        )
    if not wants_demo or loaded:
        return loaded and wants_demo
    if get_user_model().objects.exists():
        say(_("This newsroom has its own people, so the demo is left out."))
        return False
    say(_("Loading the demo newsroom …"))
    load.load(lambda line: say(f"  {line}"))
    return True


def _greeting(host: str, port: int, demo: bool) -> Iterator[str]:
    """Give the lines that are said once the port is open."""
    shown = "localhost" if host in LOOPBACK | {"0.0.0.0", "::"} else host  # noqa: S104
    site = f"http://{serve.address(shown, port)}"
    yield ""
    yield _("Newsroom is open.")
    yield "  " + _("Readers: %(url)s") % {"url": f"{site}/"}
    yield "  " + _("Desk: %(url)s") % {"url": f"{site}/admin/"}
    if host not in LOOPBACK and host not in settings.ALLOWED_HOSTS:
        settings.ALLOWED_HOSTS.append(host)
        yield "  " + _("Names other than localhost are answered when NEWSROOM_HOSTS lists them.")
    if demo:
        yield ""
        yield _("Demo logins, for this demo only:")
        for role, username, password in load.LOGINS:
            yield f"  {username:<14}{password:<22}{role}"
    elif not get_user_model().objects.exists():
        yield ""
        command = "python3 manage.py createsuperuser"
        yield _("Nobody can sign in yet. Make an administrator in another terminal:")
        yield f"  {command}"
    yield ""
    yield _("Press Ctrl+C to stop.")


def _database_sentence(error: OperationalError) -> str:
    first = (str(error).strip().splitlines() or [""])[0]
    return _("The database does not answer (%(error)s): please check DATABASE_URL.") % {
        "error": first
    }
