"""Serve the newsroom with gunicorn from inside a command."""

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from newsroom.console import Refusal


class RootLogger(Logger):
    """gunicorn's own lines go the way of all others: plain or JSON, with secrets taken out."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True


class _Server(BaseApplication):
    def __init__(self, options: dict[str, Any]) -> None:
        self._options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> WSGIHandler:
        return get_wsgi_application()


def address(host: str, port: int) -> str:
    """Return host:port, with an IPv6 host in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def check_port(host: str, port: int) -> None:
    """Raise Refusal where `host`:`port` cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            probe.listen(1)
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == 98 or "in use" in str(error):
            text = _("Port %(port)s is taken; please choose another one with --port.")
        else:
            text = _("%(host)s can't be listened on at port %(port)s; please choose others with "
                     "--host and --port.")  # fmt: skip
        raise Refusal(text % {"host": host, "port": port}) from None


def serve(host: str, port: int, when_ready: Callable[[], None]) -> None:
    """Serve until SIGINT or SIGTERM, then return; call `when_ready` once the port is open."""
    connections.close_all()  # workers are forked, and a connection must not be shared
    server = _Server(
        {
            "bind": address(host, port),
            "worker_class": "gthread",
            "workers": min(2, os.cpu_count() or 1),
            "threads": 4,
            "preload_app": True,
            "graceful_timeout": 15,
            "loglevel": "warning",
            "logger_class": RootLogger,
            # It would be made in the home folder, which may be read-only.
            "control_socket_disable": True,
            "worker_tmp_dir": "/dev/shm" if Path("/dev/shm").is_dir() else None,  # noqa: S108
            "proc_name": "newsroom",
            "when_ready": lambda _arbiter: when_ready(),
        }
    )
    here = os.getpid()
    try:
        server.run()
    except SystemExit as exit_:
        # A worker leaves by the same exception; only the process that called us returns.
        if exit_.code or os.getpid() != here:
            raise
