"""pip's many lines become a few; its failures become a sentence."""

import sys

import pytest

from newsroom import pip_progress

COLLECTING = [f"Collecting package-{n}==1 (from -r x (line {n}))\n" for n in range(8)]


def test_off_a_terminal_four_lines_show_how_far_it_is(capsys):
    pip_progress._show([*COLLECTING, "Installing collected packages: a\n"], 8, live=False)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["2/8", "4/8", "6/8", "8/8"]
    assert "unpacking" in lines[4]


def test_on_a_terminal_one_line_counts_up_with_sizes(capsys):
    pip_progress._show([COLLECTING[0], "  Downloading a.whl (8.3 MB)\n"], 8, live=True)
    out = capsys.readouterr().out
    assert "1/8 package-0 (8.3 MB)" in out
    assert "\n" not in out


def test_a_silent_network_is_told_once(capsys):
    retry = "WARNING: Retrying (Retry(total=2)) after connection broken by NewConnectionError\n"
    pip_progress._show([retry, retry], 8, live=False)
    assert capsys.readouterr().out.count("trying again") == 1


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError(…", "can't be reached"),
        ("Temporary failure in name resolution", "can't be reached"),
        ("ERROR: [Errno 28] No space left on device", "no space left"),
        ("ERROR: [Errno 13] Permission denied: '/x'", "can't be written"),
        ("ERROR: No matching distribution found for x==9", "pip says: ERROR: No matching"),
    ],
)
def test_a_failure_is_explained(line, sentence):
    assert sentence in pip_progress.explain([line]).english


def test_a_failing_command_raises(capfd):
    with pytest.raises(pip_progress.Failed, match="pip says: ERROR: no"):
        pip_progress.follow(
            [sys.executable, "-c", "print('ERROR: no'); raise SystemExit(1)"], "x", 1
        )


def test_settings_that_would_install_elsewhere_are_taken_out(monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    environment = pip_progress.environment()
    assert "PIP_TARGET" not in environment
    assert environment["PIP_USER"] == "0"
    assert environment["PIP_INDEX_URL"] == "https://mirror.example/simple"
