"""The environment beside manage.py: made, recognised, repaired. No network is used here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom import environment
from newsroom.environment import Environment, Refusal

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def empty_list(tmp_path):
    path = tmp_path / "requirements.txt"
    path.write_text("# nothing\n")
    return path


@pytest.fixture
def own(tmp_path, empty_list):
    made = Environment(tmp_path / "a folder" / ".venv")
    made.install([empty_list])
    return made


def test_a_made_environment_fits_and_runs(own, empty_list):
    assert own.fits([empty_list])
    assert subprocess.run([own.python, "-c", ""], check=True).returncode == 0


def test_another_list_does_not_fit_any_more(own, empty_list):
    empty_list.write_text("# something else\n")
    assert not own.fits([empty_list])
    own.install([empty_list])
    assert own.fits([empty_list])


def test_an_environment_whose_making_was_killed_is_made_again(own, empty_list):
    (own.folder / "installing").touch()
    (own.folder / "left-over").touch()
    assert not own.fits([empty_list])
    own.install([empty_list])
    assert own.fits([empty_list])
    assert not (own.folder / "left-over").exists()


@pytest.mark.parametrize("broken", ["bin/python", "pyvenv.cfg", "made-for"])
def test_a_damaged_environment_is_made_again(own, empty_list, broken):
    (own.folder / broken).unlink()
    assert not own.fits([empty_list])
    if broken != "pyvenv.cfg":
        own.install([empty_list])
        assert own.fits([empty_list])


def test_an_environment_of_another_python_is_made_again(own, empty_list):
    (own.folder / "made-for").write_text("CPython 3.9")
    assert not own.fits([empty_list])


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path, empty_list):
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "diary.txt").write_text("dear diary")
    with pytest.raises(Refusal, match="holds something else"):
        Environment(folder).install([empty_list])
    assert (folder / "diary.txt").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_gets_a_sentence(tmp_path, empty_list):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    with pytest.raises(Refusal, match="can't be made"):
        Environment(closed / ".venv").install([empty_list])


def test_pins_are_read_and_markers_left_out(tmp_path):
    path = tmp_path / "lock.txt"
    path.write_text("# a\ndjango==5.2.19\n    # via x\ncffi==2 ; os_name == 'x'\npsycopg[c]==3.3\n")
    assert environment.pins(path) == {"django": "5.2.19", "psycopg": "3.3"}


def test_what_runs_the_tests_meets_the_lock():
    assert environment.meets(ROOT / "requirements.txt")


def test_a_missing_or_other_version_does_not_meet_it(tmp_path):
    path = tmp_path / "lock.txt"
    for line in ("django==1.0\n", "no-such-package-here==1\n"):
        path.write_text(line)
        assert not environment.meets(path)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_no_index_and_no_local_path(name):
    text = (ROOT / name).read_text("utf-8")
    assert environment.pins(ROOT / name)
    assert not any(word in text for word in ("://", "--index", "--find-links", " @ ", "/tmp"))


def test_a_data_folder_that_cannot_be_made_gets_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", "start", "--port", "1"],
        env=os.environ | {"NEWSROOM_DATA": str(tmp_path / "file" / "var")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "please name one that can in NEWSROOM_DATA" in done.stderr
    assert "Traceback" not in done.stderr
