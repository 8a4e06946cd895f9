"""A Python environment of our own: is it whole, does it fit, and if not, make it so.

Standard library only: this runs before anything is installed.
"""

import contextlib
import fcntl
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from newsroom.pip_progress import Failed, follow

_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;#]+)\s*$")


class Refusal(Exception):
    """Something is in the way; a Korean and an English sentence say what, and what to do."""

    def __init__(self, korean: str, english: str) -> None:
        super().__init__(english)
        self.korean = korean
        self.english = english


def pins(requirements: Path) -> dict[str, str]:
    """Return name -> version of the lines of a lock file that hold on every platform."""
    matches = map(_PIN.match, requirements.read_text("utf-8").splitlines())
    return {match[1]: match[2] for match in matches if match}


def meets(requirements: Path) -> bool:
    """Say whether the interpreter that runs now has every pin of `requirements`."""
    try:
        return all(metadata.version(name) == pin for name, pin in pins(requirements).items())
    except metadata.PackageNotFoundError:
        return False


class Environment:
    """The folder of a virtual environment, with a stamp for each lock file it was filled from.

    While packages are being installed a file ``installing`` lies in it. Where that is found, an
    earlier run was killed half way, and the folder is made again from the start.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.python = self.folder / "bin" / "python"
        self._installing = self.folder / "installing"

    def is_running(self) -> bool:
        return Path(sys.prefix).resolve() == self.folder.resolve()

    def fits(self, lists: list[Path]) -> bool:
        """Say whether it is whole, for this Python, and filled from `lists` as they are now."""
        return self._is_whole() and all(
            _read(self._stamp(path)) == _fingerprint(path) for path in lists
        )

    def install(self, lists: list[Path]) -> None:
        """Make or complete it from `lists`; says what it does. Raises Refusal."""
        with _alone(lists[0]):
            if self.fits(lists):  # another process did it while we waited
                return
            try:
                if not self._is_whole():
                    self._make()
                for path in lists:
                    if _read(self._stamp(path)) != _fingerprint(path):
                        self._fill(path)
            except OSError as error:
                raise Refusal(
                    f"{self.folder} 폴더를 만들 수 없습니다({error.strerror}). 쓸 수 있는 폴더로 "
                    "옮겨서 실행해 주세요.",
                    f"The folder {self.folder} can't be made ({error.strerror}): please run this "
                    "from a folder that you may write to.",
                ) from None

    def _is_whole(self) -> bool:
        return (
            os.access(self.python, os.X_OK)
            and (self.folder / "pyvenv.cfg").exists()
            and not self._installing.exists()
            and _read(self.folder / "made-for") == _this_python()
        )

    def _make(self) -> None:
        print("파이썬 환경을 만듭니다 · Making a Python environment", self.folder, flush=True)
        if self.folder.exists():
            ours = any((self.folder / name).exists() for name in ("pyvenv.cfg", "installing"))
            if not ours and any(self.folder.iterdir()):
                raise Refusal(
                    f"{self.folder} 폴더에 다른 것이 들어 있습니다. NEWSROOM_VENV를 바꿔 주세요.",
                    f"The folder {self.folder} holds something else: please change NEWSROOM_VENV.",
                )
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True)
        self._installing.touch()
        command = [_base_python(), "-m", "venv", "--without-pip", str(self.folder)]
        done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603
        if done.returncode:
            raise Refusal(
                "파이썬의 venv 모듈이 없습니다. Debian에서는 sudo apt install python3-venv로 "
                "설치합니다.",
                "Python's venv module is missing: on Debian, install it with "
                "sudo apt install python3-venv",
            )
        (self.folder / "made-for").write_text(_this_python(), "utf-8")
        self._installing.unlink()

    def _fill(self, path: Path) -> None:
        self._installing.touch()
        try:
            follow([*self._pip(), "install", "-r", str(path)], path.name, len(pins(path)))
        except Failed as failure:
            raise Refusal(failure.korean, failure.english) from None
        self._stamp(path).write_text(_fingerprint(path), "utf-8")
        self._installing.unlink()

    def _pip(self) -> list[str]:
        """Return how pip is called for this environment: the system's, else the bundled one."""
        for python in (_base_python(), sys.executable):
            if _runs([python, "-m", "pip", "--version"]):
                return [python, "-m", "pip", "--python", str(self.python)]
        if _runs([str(self.python), "-m", "ensurepip", "--default-pip"]):
            return [str(self.python), "-m", "pip"]
        raise Refusal(
            "pip이 없습니다. Debian에서는 sudo apt install python3-pip으로 설치합니다.",
            "pip is missing: on Debian, install it with sudo apt install python3-pip",
        )

    def _stamp(self, path: Path) -> Path:
        return self.folder / f"{path.stem}.stamp"


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0  # noqa: S603


def _base_python() -> str:
    """The interpreter outside of any virtual environment: the one that has pip."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _this_python() -> str:
    return f"{platform.python_implementation()} {sys.version_info[0]}.{sys.version_info[1]}"


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let one process at a time through; `path` is only the thing that both can lock."""
    with path.open("rb") as file:
        with contextlib.suppress(OSError):  # some network drives have no locks
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
