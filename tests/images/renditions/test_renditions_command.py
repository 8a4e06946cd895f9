"""``manage.py renditions``: what is wrong is said in plain words, and put right when asked."""

import io
import os
import time
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from articles.images import files, intake, renditions
from articles.images.models import ImageAsset, Rendition
from articles.images.renditions import survey
from tests.images import make

OLD = 2 * 60 * 60  # seconds


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def asset(jiwoo) -> ImageAsset:
    asset = intake.add(make.picture(size=(700, 400)), file_name="a.jpg", by=jiwoo)
    renditions.ensure(asset)
    return asset


def run(**options) -> SimpleNamespace:
    out, status = io.StringIO(), 0
    try:
        call_command("renditions", stdout=out, no_color=True, **options)
    except SystemExit as end:
        status = end.code
    return SimpleNamespace(text=out.getvalue(), status=status)


def aged(path, seconds: float = OLD):
    os.utime(path, (time.time() - seconds,) * 2)
    return path


def test_where_all_is_well_it_says_so(asset):
    answer = run()
    assert answer.status == 0
    assert "Images: 1, copies: 15" in answer.text
    assert "Everything is there." in answer.text
    assert "Copies are not signed: no key is installed." in answer.text


def test_without_being_told_to_it_changes_nothing(asset, on_disk):
    row = asset.renditions.first()
    files.rendition_path(row.key).unlink()
    aged(files.part(files.rendition_path("x").parent, b"half"))
    before = on_disk()
    answer = run()
    assert answer.status == 1
    assert "Copies missing or out of date: 1, of images: 1" in answer.text
    assert "Unknown files: 1" in answer.text
    assert "renditions --repair" in answer.text
    assert on_disk() == before


def test_repair_makes_missing_copies_and_removes_old_strays(asset, on_disk):
    keys = set(asset.renditions.values_list("key", flat=True))
    files.rendition_path(asset.renditions.first().key).unlink()
    asset.renditions.filter(kind="w320", format="webp").delete()
    aged(files.part(files.rendition_path("x").parent, b"half"))
    files.write(files.original_path("f" * 64), b"nobody's")
    aged(files.original_path("f" * 64))
    answer = run(repair=True)
    assert answer.status == 0
    assert "Files removed: 2" in answer.text
    assert "Everything is there." in answer.text.split("Now:")[1]
    new = set(asset.renditions.values_list("key", flat=True))
    assert len(new) == 15 and len(new & keys) == 14
    assert not files.original_path("f" * 64).exists()


def test_a_young_stray_is_left_alone(asset):
    files.write(files.original_path("f" * 64), b"somebody's, coming in right now")
    answer = run(repair=True)
    assert answer.status == 0
    assert "left alone: 1" in answer.text
    assert files.original_path("f" * 64).exists()


def test_a_stray_that_becomes_young_while_it_is_removed_stays(tmp_path):
    """The same bytes come in again between the look and the removal."""
    path = tmp_path / ("f" * 64)
    path.write_bytes(b"the picture")
    assert survey.take_away(path) is False
    assert path.read_bytes() == b"the picture"
    assert survey.take_away(aged(path)) is True
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("harm", ["gone", "half"])
def test_a_lost_original_is_said_aloud_and_nothing_of_it_is_deleted(harm, asset, on_disk):
    path = files.original_path(asset.sha256)
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:50])
    before = on_disk()
    answer = run(repair=True)
    assert answer.status == 1
    assert f"ORIGINAL LOST: image {asset.pk}" in answer.text and asset.sha256 in answer.text
    assert on_disk() == before
    assert Rendition.objects.count() == 15


def test_one_image_can_be_chosen_by_number_or_by_id(asset, jiwoo):
    other = intake.add(make.picture(size=(701, 400)), file_name="b.jpg", by=jiwoo)
    for name in (str(asset.pk), asset.public_id):
        answer = run(asset=name, remake=True)
        assert "Images: 1, copies: 15" in answer.text
    assert other.renditions.count() == 3
    with pytest.raises(CommandError, match="There is no image 999999"):
        run(asset="999999")


def test_remake_signs_copies_that_were_made_before_there_was_a_key(asset, request):
    keys = set(asset.renditions.values_list("key", flat=True))
    request.getfixturevalue("key")
    answer = run(remake=True)
    assert answer.status == 0
    assert "signed by “Galpi development”" in answer.text
    assert not asset.renditions.filter(signed=False).exists()
    assert set(asset.renditions.values_list("key", flat=True)) == keys


def test_one_picture_that_cannot_be_made_does_not_stop_the_others(asset, jiwoo, monkeypatch):
    intake.add(make.picture(size=(701, 400)), file_name="b.jpg", by=jiwoo)
    command = "articles.images.management.commands.renditions.ensure"

    def fail_for_the_first(one, **options):
        if one.pk == asset.pk:
            raise OSError("disk full")
        return renditions.ensure(one, **options)

    monkeypatch.setattr(command, fail_for_the_first)
    answer = run(remake=True)
    assert "disk full" in answer.text
    assert Rendition.objects.count() == 30


def test_in_a_korean_terminal_it_speaks_korean_or_falls_back(asset, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert run().status == 0
