"""All copies are there and up to date, under names that stay."""

import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection

from articles.images import files, intake, renditions
from articles.images.models import ImageAsset, ProvenanceReport, Rendition
from articles.images.renditions import make as making
from articles.images.renditions import rows
from tests.images import make


@pytest.fixture
def asset(jiwoo) -> ImageAsset:
    return intake.add(make.picture(size=(1000, 700)), file_name="a.jpg", by=jiwoo)


def by_name(asset) -> dict[str, Rendition]:
    return {str(row): row for row in Rendition.objects.filter(asset=asset)}


def stamps(on_disk) -> dict[object, int]:
    return {path: path.stat().st_mtime_ns for path in on_disk()}


def test_intake_makes_what_a_page_needs_at_once(asset):
    assert by_name(asset).keys() == {"w640.webp", "w640.jpeg", "card.jpeg"}


def test_the_others_are_made_beside_the_first_ones(asset, on_disk):
    first = {name: row.key for name, row in by_name(asset).items()}
    made = renditions.ensure(asset)
    assert {str(row) for row in made} == {".".join(c.name) for c in making.wanted(asset)}
    assert len(made) == 18
    assert first.items() <= {str(row): row.key for row in made}.items()
    assert len(on_disk()) == 1 + len(made)


def test_what_is_there_and_up_to_date_is_not_made_again(asset, on_disk):
    renditions.ensure(asset)
    before = stamps(on_disk)
    renditions.ensure(asset)
    assert stamps(on_disk) == before


@pytest.mark.parametrize("harm", ["no row", "no file", "half a file"])
def test_what_is_missing_is_made_and_nothing_else(harm, asset, on_disk):
    renditions.ensure(asset)
    row = by_name(asset)["w640.avif"]
    path = files.rendition_path(row.key)
    kept = {p: t for p, t in stamps(on_disk).items() if p != path}
    if harm == "no row":
        row.delete()
    if harm == "half a file":
        path.write_bytes(path.read_bytes()[:100])
    else:
        path.unlink()
    renditions.ensure(asset)
    assert kept.items() <= stamps(on_disk).items()
    new = by_name(asset)["w640.avif"]
    assert files.rendition_path(new.key).stat().st_size == new.byte_size
    assert (new.key == row.key) == (harm != "no row")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("credit", "연합"), ("copyright_notice", "© 갈피"), ("usage_terms", "한 번"),
        ("licence_url", "https://galpi.example/licence"), ("digital_source_type", "digitalCapture"),
        ("model_release", "MR-NON"), ("data_mining", "DMI-PROHIBITED"),
    ],
)  # fmt: skip
def test_what_is_declared_anew_is_in_every_copy_under_the_old_names(field, value, asset, shown):
    renditions.ensure(asset)
    keys = {name: row.key for name, row in by_name(asset).items()}
    ImageAsset.objects.filter(pk=asset.pk).update(**{field: value})
    renditions.ensure(asset)
    assert {name: row.key for name, row in by_name(asset).items()} == keys
    assert all(value.encode() in data for data in shown(asset).values())


@pytest.mark.parametrize("change", [{"focal_x": 0.1}, {"crops": {"wide": [0, 0, 0.5, 0.4018]}}])
def test_a_new_cut_remakes_the_cut_copies_alone(change, asset):
    renditions.ensure(asset)
    before = {name: row.marks for name, row in by_name(asset).items()}
    keys = {name: row.key for name, row in by_name(asset).items()}
    ImageAsset.objects.filter(pk=asset.pk).update(**change | {"focal_y": 0.2})
    renditions.ensure(asset)
    after = {name: row.marks for name, row in by_name(asset).items()}
    changed = {name for name in before if before[name] != after[name]}
    assert changed and all(name.startswith(("wide", "card")) for name in changed)
    assert {name: row.key for name, row in by_name(asset).items()} == keys


def test_a_new_reading_that_finds_a_generated_picture_is_told_by_every_copy(asset, shown):
    renditions.ensure(asset)
    ProvenanceReport.objects.create(
        asset=asset,
        state="none",
        ai_evidence="fully",
        digital_source_type="trainedAlgorithmicMedia",
        verifier="v",
        verifier_version="2",
    )
    renditions.ensure(asset)
    assert all(b"trainedAlgorithmicMedia" in data for data in shown(asset).values())


def test_remaking_writes_every_file_again_and_keeps_the_names(asset, on_disk):
    renditions.ensure(asset)
    keys, before = {row.key for row in by_name(asset).values()}, stamps(on_disk)
    renditions.ensure(asset, again=True)
    after = stamps(on_disk)
    assert {row.key for row in by_name(asset).values()} == keys
    assert sum(after[path] != before[path] for path in before) == len(keys)


def test_an_original_that_is_lost_is_said_and_what_there_is_stays(asset, on_disk, caplog):
    files.original_path(asset.sha256).unlink()
    before = stamps(on_disk)
    with caplog.at_level(logging.ERROR):
        assert len(renditions.ensure(asset)) == 3
    assert stamps(on_disk) == before
    assert "No copies can be made" in caplog.text


def test_nothing_is_made_from_bytes_that_are_not_what_came_in(asset, caplog):
    files.original_path(asset.sha256).write_bytes(make.picture(size=(900, 700)))
    assert len(renditions.ensure(asset)) == 3
    assert "is not what came in" in caplog.text


def test_copies_of_what_changed_meanwhile_are_thrown_away_and_made_anew(asset, shown, monkeypatch):
    """The credit is changed while the first round's copies are in the making."""
    real, changes = rows.digests, iter([{"credit": "연합"}])

    def changed_just_now(locked, copies):
        for change in changes:
            ImageAsset.objects.filter(pk=locked.pk).update(**change)
            locked = ImageAsset.objects.get(pk=locked.pk)
        return real(locked, copies)

    monkeypatch.setattr(rows, "digests", changed_just_now)
    renditions.ensure(asset)
    assert len(shown(asset)) == 18
    assert all("연합".encode() in data for data in shown(asset).values())


def test_a_failure_on_the_way_leaves_no_new_file(asset, on_disk, monkeypatch):
    before = set(on_disk())
    real, saved = Rendition.save, []

    def fail_at_the_third(self, *args, **more):
        saved.append(self)
        if len(saved) == 3:
            raise IntegrityError("no room")
        real(self, *args, **more)

    monkeypatch.setattr(Rendition, "save", fail_at_the_third)
    with pytest.raises(IntegrityError):
        renditions.ensure(asset)
    assert set(on_disk()) == before
    assert Rendition.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_many_that_make_the_same_copies_at_once_make_each_once(on_disk):
    asset = intake.add(make.picture(size=(700, 400)), file_name="a.jpg", by=None)
    at_once = 4
    start = Barrier(at_once)

    def ensure(_: int) -> int:
        try:
            start.wait(10)
            return len(renditions.ensure(asset))
        finally:
            connection.close()

    with ThreadPoolExecutor(at_once) as pool:
        counts = set(pool.map(ensure, range(at_once)))
    made = by_name(asset)
    assert counts == {len(made)} == {15}
    assert len(on_disk()) == 1 + len(made)
    assert renditions.outdated(ImageAsset.objects.get()) == []
