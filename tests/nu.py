"""The Nu HTML checker, run once over many documents."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.browser_fixtures import missing


@pytest.fixture(scope="session")
def nu(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, str]], list[str]]:
    """Return a function: name -> HTML in, one line per error or warning out (empty is good)."""
    jar = Path(
        os.environ.get("NEWSROOM_TEST_VNU")
        or Path(sys.prefix, "nu", "node_modules", "vnu-jar", "build", "dist", "vnu.jar")
    )
    if not jar.exists():
        missing("nu", f"the Nu HTML checker is not at {jar}: see .ci/run")
    if not shutil.which("java"):
        missing("nu", "the Nu HTML checker needs Java: apt install default-jre-headless")

    def check(documents: Mapping[str, str]) -> list[str]:
        folder = tmp_path_factory.mktemp("nu")
        names = {}
        for number, (name, html) in enumerate(documents.items()):
            path = folder / f"{number:03}.html"
            path.write_text(html, "utf-8")
            names[path.name] = name
        done = subprocess.run(
            ["java", "-jar", str(jar), "--format", "json", "--also-check-css", str(folder)],
            capture_output=True,
            text=True,
            timeout=300,
        )
        return [
            f"{names[message['url'].rsplit('/', 1)[-1]]}:{message.get('lastLine', 0)}: "
            f"{message['message']}"
            for message in json.loads(done.stderr)["messages"]
            if message["type"] == "error" or message.get("subType") == "warning"
        ]

    return check
