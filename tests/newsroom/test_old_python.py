"""manage.py turns a Python that does not fit away with a sentence, and can be read by one."""

import ast
import runpy
from pathlib import Path

import pytest

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (3, 14), (2, 7)])
def test_a_python_that_does_not_fit_gets_a_sentence(version):
    sentence = runpy.run_path(str(MANAGE))["wrong_python"](version)
    assert f"this is {version[0]}.{version[1]}:" in sentence
    assert "3.11, 3.12" in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_that_fits_passes(version):
    assert runpy.run_path(str(MANAGE))["wrong_python"](version) is None


def test_an_old_python_can_read_manage_py():
    ast.parse(MANAGE.read_text("utf-8"), feature_version=(3, 6))
