"""`manage.py provenance FILE`: an answer about any file, and nothing is left behind."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.images import trust
from articles.images.models import ImageAsset
from tests.images import make

KEYS = {
    "state",
    "ai_evidence",
    "digital_source_type",
    "signer",
    "signed_at",
    "reasons",
    "actions",
    "ingredients",
    "suggested_label",
    "warnings",
}


def ask(path: Path, *more: str) -> str:
    out = io.StringIO()
    call_command("provenance", str(path), *more, stdout=out)
    return out.getvalue()


@pytest.fixture
def file(tmp_path):
    def write(data: bytes, name: str = "a.jpg") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def test_a_generated_picture(file, db):
    data = make.signed(make.picture(), make.created("trainedAlgorithmicMedia"))
    said = json.loads(ask(file(data), "--json"))
    assert said.keys() >= KEYS
    assert (said["state"], said["ai_evidence"]) == ("valid_untrusted", "fully")
    assert (said["suggested_label"], said["signer"]) == ("generated", "Tests (Test desk)")
    assert said["actions"][0]["action"] == "c2pa.created"
    assert "signer_untrusted" in said["warnings"]
    assert not ImageAsset.objects.exists()


@pytest.mark.parametrize(
    ("data", "state"),
    [
        (b"hello", "unsupported"),
        (b"", "unsupported"),
        (b"%PDF-1.7", "unsupported"),
        (b"\xff\xd8\xff rubbish", "unreadable"),
        (make.picture("GIF"), "none"),
        (make.picture("TIFF"), "none"),
    ],
)
def test_any_file_gets_an_answer(data, state, file, db):
    said = json.loads(ask(file(data, "b.bin"), "--json"))
    assert (said["state"], said["suggested_label"]) == (state, None)
    assert said["reasons"]


def test_installed_lists_are_used(file, db):
    trust.install(make.authority(), kind="signers", name="Tests", by=None)
    data = make.signed(make.picture(), make.created("digitalCapture"))
    assert json.loads(ask(file(data), "--json"))["state"] == "trusted"


@pytest.mark.parametrize("language", ["ko_KR.UTF-8", "en_US.UTF-8"])
def test_people_get_lines(language, file, db, monkeypatch):
    monkeypatch.setenv("LC_ALL", language)
    said = ask(file(make.signed(make.picture(), make.created("trainedAlgorithmicMedia"))))
    assert "(valid_untrusted)" in said and "Adobe" not in said
    assert len(said.splitlines()) > 5


def test_a_file_that_is_not_there_is_one_sentence(tmp_path, db):
    with pytest.raises(CommandError, match="none.jpg"):
        ask(tmp_path / "none.jpg")
    with pytest.raises(CommandError):
        ask(tmp_path)


def test_it_needs_no_database_and_makes_none(file, tmp_path):
    path = file(make.picture())
    data = tmp_path / "data"
    environment = os.environ | {
        "NEWSROOM_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "NEWSROOM_SECRET_KEY": "x" * 50,
        "DATABASE_URL": f"sqlite:///{data}/newsroom.sqlite3",
    }
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, str(root / "manage.py"), "provenance", str(path), "--json"],
        env=environment,
        capture_output=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["state"] == "none"
    assert not (data / "newsroom.sqlite3").exists()
