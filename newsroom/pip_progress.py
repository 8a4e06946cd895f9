"""Run pip and say in a few lines how far it is; turn its failures into one sentence."""

import os
import re
import subprocess
import sys
from collections import deque
from collections.abc import Iterable

_GETTING = re.compile(r"^Collecting ([A-Za-z0-9._-]+)")
_SIZE = re.compile(r"^\s+Downloading \S+ \(([\d.]+ [kM]B)\)")
_NO_NETWORK = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Max retries|ConnectionError"
    r"|Temporary failure|Network is unreachable|Connection (refused|reset|broken)|timed out"
    r"|SSLError|HTTPSConnectionPool|HTTPConnectionPool"
)


class Failed(Exception):
    """pip did not succeed; a sentence each in Korean and English."""

    def __init__(self, korean: str, english: str) -> None:
        super().__init__(english)
        self.korean = korean
        self.english = english


def follow(command: list[str], name: str, total: int) -> None:
    """Run the pip `command` that installs the `total` packages of the list `name`.

    On a terminal one line counts up; elsewhere four lines do. Raises Failed.
    """
    print(f"패키지를 설치합니다 · Installing {total} packages ({name})", flush=True)
    process = subprocess.Popen(  # noqa: S603
        [*command, "--progress-bar", "off"],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    with process:
        try:
            tail = _show(process.stdout or (), total, live=sys.stdout.isatty())
        except KeyboardInterrupt:
            process.terminate()
            raise
    if process.returncode:
        raise explain(tail)


def environment() -> dict[str, str]:
    """Return our environment with what would make pip ask, warn or install elsewhere taken out."""
    kept = {k: v for k, v in os.environ.items() if k not in {"PIP_TARGET", "PIP_PREFIX"}}
    return {
        "PIP_RETRIES": "3",
        **kept,
        "PIP_USER": "0",
        "PIP_NO_INPUT": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_WARN_SCRIPT_LOCATION": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        "PIP_PREFER_BINARY": "1",
        "PYTHONUNBUFFERED": "1",
        "LC_ALL": "C.UTF-8",
    }


def _show(lines: Iterable[str], total: int, *, live: bool) -> list[str]:
    """Print progress from pip's output; return its last lines."""
    seen: set[str] = set()
    steps = {max(1, total * quarter // 4) for quarter in (1, 2, 3, 4)}
    tail: deque[str] = deque(maxlen=80)
    warned = False
    for line in lines:
        tail.append(line.rstrip())
        if match := _GETTING.match(line):
            seen.add(match[1].lower())
            if live:
                print(f"\r\033[K  {len(seen)}/{total} {match[1]}", end="", flush=True)
            elif len(seen) in steps:
                print(f"  {len(seen)}/{total} {match[1]}", flush=True)
        elif (match := _SIZE.match(line)) and live:
            print(f" ({match[1]})", end="", flush=True)
        elif line.startswith("Installing collected packages"):
            start = "\r\033[K" if live else ""
            print(f"{start}  받았습니다, 풉니다 · Downloaded, unpacking", flush=True)
        elif "Retrying (" in line and not warned:
            warned = True
            start = "\n" if live and seen else ""
            print(f"{start}  응답이 없어 다시 시도합니다 · No answer, trying again", flush=True)
    return list(tail)


def explain(tail: list[str]) -> Failed:
    """Turn pip's last lines into the sentence that says what is wrong."""
    text = "\n".join(tail)
    if "No space left" in text:
        return Failed("디스크에 남은 공간이 없습니다.", "There is no space left on the disk.")
    if "Read-only file system" in text or "Permission denied" in text:
        return Failed(
            "패키지를 설치할 폴더에 쓸 수 없습니다.",
            "The folder for the packages can't be written.",
        )
    if _NO_NETWORK.search(text):
        return Failed(
            "패키지 저장소(PyPI)에 닿지 않습니다. 처음 한 번은 네트워크가 필요합니다. "
            "연결을 확인하고 다시 실행해 주세요.",
            "The package index (PyPI) can't be reached; the first run needs a network: "
            "please check the connection and run this again.",
        )
    errors = [line for line in tail if line.startswith("ERROR:")] or tail[-1:] or ["pip"]
    return Failed(
        f"패키지를 설치하지 못했습니다. pip의 말: {errors[0]}",
        f"The packages could not be installed; pip says: {errors[0]}",
    )
