"""Static files are collected when something changed, and only then."""

import pytest

from newsroom import statics


@pytest.fixture
def root(tmp_path, settings):
    settings.STATIC_ROOT = tmp_path / "static"
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.css").write_text("a{}")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    return source


def test_they_are_collected_once_and_again_after_a_change(root, settings):
    assert statics.outdated()
    statics.collect()
    assert not statics.outdated()
    (root / "a.css").write_text("a{color:red}")
    assert statics.outdated()
    statics.collect()
    assert (settings.STATIC_ROOT / "a.css").read_text() == "a{color:red}"


def test_a_killed_run_is_repeated(root, monkeypatch):
    statics.collect()
    monkeypatch.setattr(statics, "call_command", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        statics.collect()
    assert statics.outdated()
