"""Readers of metadata that are not ours and share no code with what wrote it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser_fixtures import missing

SCRIPT = Path(__file__).with_name("other_readers.mjs")


@pytest.fixture(scope="session")
def exiftool() -> Callable[..., list[dict[str, Any]]]:
    """Return a function: what exiftool reads in each of these files, by "Group:Tag"."""
    if not shutil.which("exiftool"):
        missing("exiftool", "there is no exiftool: apt install libimage-exiftool-perl")

    def read(*paths: Path) -> list[dict[str, Any]]:
        command = ["exiftool", "-json", "-G1", "-n", "-struct", "-charset", "utf8", *paths]
        done = subprocess.run(command, capture_output=True, check=True, timeout=120)
        return json.loads(done.stdout)

    return read


@pytest.fixture(scope="session")
def c2pa_ts() -> Callable[..., list[tuple[bool, list[str]]]]:
    """Return a function: of each of these files, whether c2pa-ts finds its Content Credentials
    valid, and the codes it gives.

    It reads JPEG, PNG and AVIF, not WebP, and knows of no trust lists.
    """
    folder = Path(
        os.environ.get("NEWSROOM_TEST_C2PA_TS")
        or Path(sys.prefix, "c2pa-ts", "node_modules", "@trustnxt", "c2pa-ts")
    )
    if not folder.is_dir():
        missing("c2pa_ts", f"the second C2PA reader is not at {folder}: see .ci/run")
    if not shutil.which("node"):
        missing("c2pa_ts", "the second C2PA reader needs Node: apt install nodejs")

    def validate(*paths: Path) -> list[tuple[bool, list[str]]]:
        command = ["node", SCRIPT, folder, *paths]
        done = subprocess.run(command, capture_output=True, check=True, timeout=120)
        return [(answer["valid"], answer["codes"]) for answer in json.loads(done.stdout)]

    return validate
