"""A PostgreSQL of our own for as long as the tests run: own folder, own port, own password."""

import contextlib
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    # Nothing here must outlive a power cut.
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


class Unavailable(Exception):
    """PostgreSQL cannot be had here; says why."""


def binaries() -> Path:
    """Return the folder of the newest PostgreSQL server. Raises Unavailable."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3])
    )
    found = versions[-1] if versions else shutil.which("initdb")
    if not found:
        raise Unavailable("there is no PostgreSQL server here: apt install postgresql")
    return Path(found).resolve().parent


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """Start a fresh cluster and yield its DATABASE_URL; nothing of it stays. Raises Unavailable."""
    bin_ = binaries()
    owner = _owner()
    folder = Path(tempfile.mkdtemp(prefix="newsroom-pg-", dir="/tmp"))
    password = secrets.token_hex(16)
    (folder / "password").write_text(password)
    try:
        if owner:
            os.chown(folder, owner["user"], owner["group"])
            os.chown(folder / "password", owner["user"], owner["group"])
        _initdb(bin_, folder, owner)
        with _server(bin_, folder, owner) as port:
            yield f"postgres://newsroom:{password}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _server(bin_: Path, folder: Path, owner: dict[str, Any]) -> Iterator[int]:
    port = _free_port()
    options = [f"-c{name}={value}" for name, value in SETTINGS.items()]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [bin_ / "postgres", "-D", folder / "data", "-p", str(port), *options],
            cwd=folder,
            stdout=log,
            stderr=log,
            **owner,
        )
    try:
        _wait(process, port, folder / "log")
        yield port
    finally:
        process.send_signal(2)  # SIGINT: disconnect everybody, then stop
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise Unavailable(f"PostgreSQL did not start: {log.read_text(errors='replace')[-500:]}")


def _owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as postgres, or as nobody."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            who = pwd.getpwnam(name)
            return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    raise Unavailable("PostgreSQL does not run as root, and there is no user postgres or nobody")


def _initdb(bin_: Path, folder: Path, owner: dict[str, Any]) -> None:
    command = [bin_ / "initdb", "-D", folder / "data", "-U", "newsroom", "--no-sync"]
    command += ["-E", "UTF8", "--locale=C.UTF-8"]
    command += ["-A", "scram-sha-256", f"--pwfile={folder / 'password'}"]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", timeout=120, **owner)
    if done.returncode:
        raise Unavailable(f"initdb failed: {done.stderr.strip()[-500:]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
