import hashlib

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from articles.audit.models import Entry
from articles.images import files, intake
from articles.images.models import ImageAsset, ProvenanceReport, Rendition
from articles.people.models import User
from tests.images import make


def test_an_upload_is_kept_untouched_and_audited(jiwoo):
    data = make.picture(size=(1500, 1000))
    asset = intake.add(data, file_name="바다.jpg", by=jiwoo, credit="갈피 그래픽팀")
    assert (asset.format, asset.width, asset.height) == ("JPEG", 1500, 1000)
    assert asset.sha256 == hashlib.sha256(data).hexdigest()
    assert files.original_path(asset.sha256).read_bytes() == data
    assert asset.uploaded_by == jiwoo
    assert not asset.already_there
    entry = Entry.objects.get()
    assert (entry.verb, entry.actor_name, entry.data["sha256"]) == (
        "image.added",
        "김지우",
        asset.sha256,
    )


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_the_type_is_told_by_the_content_not_by_the_name(format, jiwoo):
    asset = intake.add(make.picture(format), file_name="drawing.svg", by=jiwoo)
    assert asset.format == format
    assert asset.renditions.filter(kind="card").exists()


def test_the_same_bytes_again_give_the_same_asset(jiwoo, on_disk):
    first = intake.add(make.picture(), file_name="a.jpg", by=jiwoo, credit="A")
    before = on_disk()
    second = intake.add(make.picture(), file_name="b.jpg", by=jiwoo, credit="B")
    assert second.already_there
    assert (second.pk, second.credit) == (first.pk, "A")
    assert on_disk() == before
    assert Entry.objects.count() == 1


def test_bytes_that_came_in_meanwhile_are_found(jiwoo, monkeypatch):
    first = intake.add(make.picture(), file_name="a.jpg", by=jiwoo)
    answers = iter([None, first])
    monkeypatch.setattr(intake, "_known", lambda sha256: next(answers))
    assert intake.add(make.picture(), file_name="b.jpg", by=jiwoo) == first
    assert ImageAsset.objects.count() == 1
    assert files.original_path(first.sha256).is_file()


@pytest.mark.parametrize("where", ["articles.images.intake.record", "articles.images.files.write"])
def test_a_failure_on_the_way_leaves_nothing_behind(where, jiwoo, monkeypatch, on_disk):
    def fail(*args, **data):
        raise IntegrityError("no room")

    monkeypatch.setattr(where, fail)
    with pytest.raises(IntegrityError):
        intake.add(make.picture(), file_name="a.jpg", by=jiwoo)
    assert on_disk() == []
    assert not ImageAsset.objects.exists()
    assert not Rendition.objects.exists()
    assert not ProvenanceReport.objects.exists()


def test_a_write_that_breaks_off_leaves_no_half_file(tmp_path, monkeypatch):
    def fail(handle):
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        files.write(tmp_path / "a" / "b", b"x" * 100)
    assert list((tmp_path / "a").iterdir()) == []


def test_somebody_without_a_role_uploads_nothing(db, on_disk):
    stranger = User.objects.create_user("nobody", name="Nobody")
    with pytest.raises(PermissionDenied):
        intake.add(make.picture(), file_name="a.jpg", by=stranger)
    assert on_disk() == []


def test_a_retired_source_type_cannot_be_declared(jiwoo):
    with pytest.raises(intake.ImageRefused, match=r"."):
        intake.add(make.picture(), file_name="a.jpg", by=jiwoo, digital_source_type="digitalArt")
    assert not ImageAsset.objects.exists()
