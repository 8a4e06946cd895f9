"""Copies made off the request."""

import logging
import os

import pytest

from articles.images import files, intake, renditions
from articles.images.models import ImageAsset, Rendition
from articles.images.renditions import background
from articles.lib.aside import held
from tests.images import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _on(settings):
    settings.RENDITIONS_IN_BACKGROUND = True


def count() -> int:
    return Rendition.objects.count()


def test_what_intake_leaves_is_made_after_the_commit():
    intake.add(make.picture(size=(700, 400)), file_name="a.jpg", by=None)
    assert renditions.settled()
    assert renditions.outdated(ImageAsset.objects.get()) == []
    assert count() == 15


def test_nothing_is_made_where_it_is_turned_off(settings):
    settings.RENDITIONS_IN_BACKGROUND = False
    intake.add(make.picture(size=(700, 400)), file_name="a.jpg", by=None)
    assert renditions.settled()
    assert count() == 3


def test_one_picture_that_cannot_be_made_does_not_stop_the_next(monkeypatch, caplog):
    real = background.ensure

    def fail_for_the_first(asset):
        if asset.file_name == "bad.jpg":
            raise OSError("disk full")
        return real(asset)

    monkeypatch.setattr(background, "ensure", fail_for_the_first)
    with caplog.at_level(logging.ERROR):
        intake.add(make.picture(size=(700, 400)), file_name="bad.jpg", by=None)
        intake.add(make.picture(size=(701, 400)), file_name="good.jpg", by=None)
        assert renditions.settled()
    assert "were not made" in caplog.text and "disk full" in caplog.text
    assert Rendition.objects.filter(asset__file_name="good.jpg").count() == 15


def test_a_picture_that_is_gone_meanwhile_is_passed_over(caplog):
    asset = ImageAsset(pk=999_999)
    renditions.later(asset)
    assert renditions.settled()
    assert not caplog.records


def test_what_finds_no_room_is_said_and_made_by_whoever_needs_it(monkeypatch, caplog):
    monkeypatch.setattr(background, "LONGEST", 1)
    monkeypatch.setattr(background, "_queues", {})
    monkeypatch.setattr(background, "_work", lambda waiting: None)
    for size in (700, 701):
        intake.add(make.picture(size=(size, 400)), file_name="a.jpg", by=None)
    assert "Too many pictures wait" in caplog.text


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_forked_worker_starts_a_thread_of_its_own():
    """As the server does: the parent has made copies before its workers are forked."""
    asset = intake.add(make.picture(size=(700, 400)), file_name="a.jpg", by=None)
    assert renditions.settled()
    kept = files.rendition_path(asset.renditions.first().key)
    pid = os.fork()
    if pid == 0:
        alive = background._queue() is background._queues[os.getpid()]
        os._exit(0 if alive and len(background._queues) == 1 and kept.is_file() else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def test_nothing_is_made_where_it_is_held_back():
    with held():
        intake.add(make.picture(size=(700, 400)), file_name="a.jpg", by=None)
    assert renditions.settled()
    assert count() == 3
