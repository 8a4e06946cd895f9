"""`manage.py start` as a person meets it: a process of its own, a port, a browser's request."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    return tmp_path_factory.mktemp("a data folder")


@pytest.fixture
def start():
    """Return a function that starts the newsroom; what a failed test leaves is stopped."""
    started = []

    def start_(data, *options, **extra):
        started.append(_start(data, *options, **extra))
        return started[-1]

    yield start_
    for process in started:
        process.kill()
        process.communicate()


def _start(data, *options, **extra):
    kept = {k: v for k, v in os.environ.items() if not k.startswith("NEWSROOM_")}
    kept.pop("DATABASE_URL", None)
    environment = {**kept, "LC_ALL": "C.UTF-8", "NEWSROOM_DATA": str(data), **extra}
    return subprocess.Popen(
        [sys.executable, ROOT / "manage.py", "start", *map(str, options)],
        env=environment | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _stop(process):
    """Wait until it says it is open, ask for /readyz, then press Ctrl+C."""
    lines = []
    for line in process.stdout:
        lines.append(line)
        if "Ctrl+C" in line:
            break
    url = next(line for line in lines if "Readers:" in line).split()[-1]
    with urllib.request.urlopen(f"{url}readyz", timeout=10) as response:
        assert response.status == 200
    os.killpg(process.pid, signal.SIGINT)  # a terminal tells the whole group, workers too
    out, err = process.communicate(timeout=30)
    return "".join(lines) + out, err


@pytest.mark.parametrize("time_", ["first", "second"])
def test_it_opens_and_stops_cleanly(start, data, port, time_):
    process = start(data, "--no-demo", "--port", port)
    out, err = _stop(process)
    assert process.returncode == 0, err
    assert "createsuperuser" in out
    assert out.count("Everything is kept in") == 1
    assert ("Preparing the database" in out) is (time_ == "first")
    assert "Traceback" not in err


def test_a_taken_port_gets_one_sentence(start, data):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = start(data, "--no-demo", "--port", taken.getsockname()[1])
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "is taken; please choose another one with --port." in err
    assert len(err.strip().splitlines()) == 1


def test_it_speaks_korean_in_a_korean_terminal(start, data):
    process = start(data, "--port", 70000, LC_ALL="ko_KR.UTF-8")
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "--port" in err


def test_production_has_no_demo(start, data, port):
    process = start(data, "--port", port, NEWSROOM_PRODUCTION="1")
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "please start with --no-demo" in err


def test_a_database_that_does_not_answer_gets_one_sentence(start, data, port):
    url = "postgres://galpi:hunter2@127.0.0.1:1/galpi"
    process = start(data, "--no-demo", "--port", port, DATABASE_URL=url)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "please check DATABASE_URL" in err
    assert "hunter2" not in err
    assert len(err.strip().splitlines()) == 1


def test_the_demo_is_there_with_its_logins_and_kept(start, tmp_path, port):
    first, err = _stop(start(tmp_path, "--port", port))
    assert "Traceback" not in err
    assert "Loading the demo newsroom" in first
    logins = _logins(first)
    assert set(logins) >= {"writer", "editor", "moderator", "admin"}
    second, _err = _stop(start(tmp_path, "--port", port))
    assert "Loading" not in second
    assert _logins(second) == logins


@pytest.mark.postgres
def test_it_opens_on_postgresql_too(start, tmp_path, port):
    server = os.environ["NEWSROOM_TEST_DATABASE_URL"]
    name = f"start_{port}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    url = f"{server.rpartition('/')[0]}/{name}"
    out, err = _stop(start(tmp_path, "--port", port, DATABASE_URL=url))
    assert "Traceback" not in err
    assert "writer" in _logins(out)


def _logins(out):
    """Return user name -> password as printed."""
    after = out.partition("Demo logins")[2].splitlines()[1:]
    return {line.split()[0]: line.split()[1] for line in after if line.startswith("  ")}
