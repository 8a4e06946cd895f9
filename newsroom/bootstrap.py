"""What runs before Django is there: find or make an environment that has what we need.

Standard library only. On a bare Debian 12 there is python3 and pip, but no ensurepip, so that
``python3 -m venv`` fails and ``pip install`` refuses to touch the system: therefore an environment
is made without pip, and the system's own pip fills it from outside.
"""

import contextlib
import os
import sys
import tempfile
from collections.abc import Sequence
from importlib import util
from pathlib import Path
from typing import NoReturn

from newsroom.environment import Environment, Refusal, meets

ROOT = Path(__file__).resolve().parent.parent
RUN = ROOT / "requirements.txt"
DEV = ROOT / "requirements-dev.txt"
_ENTERED = "NEWSROOM_ENTERED_VENV"


def prepare(argv: Sequence[str]) -> None:
    """Return when this process can run `argv`; otherwise make `.venv` and go on in there.

    Says one sentence on stderr and exits with 1 where something is in the way.
    """
    command = argv[1] if len(argv) > 1 else "help"
    lists = [RUN, DEV] if command == "test" else [RUN]
    try:
        _enter(lists, argv)
        if command == "test":
            # The command starts pytest, which makes folders of its own: it leaves var/ alone.
            os.environ["NEWSROOM_SECRET_KEY"] = "only-for-the-tests"  # noqa: S105
        elif command == "start" or not os.environ.get("NEWSROOM_SECRET_KEY"):
            _check_data_dir(must_write=command == "start")
    except Refusal as refusal:
        stop(f"{refusal.korean}\n{refusal.english}", 1)
    except KeyboardInterrupt:
        stop("\n멈췄습니다. 다시 실행하면 이어서 준비합니다.\nStopped. Run it again to go on.", 130)


def stop(text: str, code: int) -> NoReturn:
    """Say `text` on stderr, whatever the terminal's encoding, and leave."""
    sys.stdout.flush()
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    print(text, file=sys.stderr, flush=True)
    sys.exit(code)


def _enter(lists: list[Path], argv: Sequence[str]) -> None:
    """Make sure that this process, or the one that replaces it, has what `lists` ask for."""
    own = Environment(Path(os.environ.get("NEWSROOM_VENV") or ROOT / ".venv"))
    inside = own.is_running()
    if not inside and util.find_spec("django") and all(meets(path) for path in lists):
        return  # an activated environment, a container: used as it is
    if not own.fits(lists):
        # What other commands print may be read by a program: what is said here is not part of it.
        talks = argv[1:2] in (["start"], ["test"])
        with contextlib.redirect_stdout(sys.stdout if talks else sys.stderr):
            own.install(lists)
    if inside:
        os.environ.pop(_ENTERED, None)
        return
    if os.environ.get(_ENTERED):
        raise Refusal(
            f"{own.folder} 폴더의 파이썬 환경이 망가졌습니다. 지우고 다시 실행해 주세요.",
            f"The Python environment in {own.folder} is broken: please delete it and try again.",
        )
    os.environ[_ENTERED] = "1"
    sys.stdout.flush()
    script = str(ROOT / "manage.py")
    os.execv(own.python, [str(own.python), script, *argv[1:]])  # noqa: S606


def _check_data_dir(*, must_write: bool) -> None:
    """Refuse where the data folder cannot be made or, if it `must_write`, cannot be written."""
    folder = Path(os.environ.get("NEWSROOM_DATA") or ROOT / "var").absolute()
    try:
        if must_write or not (folder / "secret-key").exists():
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        elif not os.access(folder / "secret-key", os.R_OK):
            raise PermissionError
    except OSError:
        raise Refusal(
            f"데이터 폴더 {folder}에 쓸 수 없습니다. NEWSROOM_DATA에 쓸 수 있는 곳을 적어 주세요.",
            f"The data folder {folder} can't be written: please name one that can in "
            "NEWSROOM_DATA.",
        ) from None
