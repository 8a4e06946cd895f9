"""A real process is killed between file and row; what it leaves is put right."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from articles.images import files, intake, renditions
from articles.images.models import ImageAsset, Rendition
from tests.images import make

ROOT = Path(__file__).parents[3]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no SIGKILL here"),
]


def database_url() -> str:
    found = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{found['NAME']}"
    where = f"{found['HOST']}:{found['PORT']}/{found['NAME']}"
    return f"postgres://{found['USER']}:{found['PASSWORD']}@{where}"


def killed(point: str, number: int, argument: object, media: Path) -> None:
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATABASE_URL": database_url(),
        "NEWSROOM_MEDIA": str(media),
        "NEWSROOM_RENDITIONS_IN_BACKGROUND": "0",
    }
    command = [sys.executable, "-m", "tests.images.renditions.dying", point, str(number)]
    done = subprocess.run(
        [*command, str(argument)], cwd=ROOT, env=environment, capture_output=True, timeout=120
    )
    assert done.returncode == -9, done.stderr.decode()[-2000:]


def repaired(on_disk) -> None:
    """An hour later, after `renditions --repair`, files and rows fit together."""
    old = time.time() - 2 * 60 * 60
    for path in on_disk():
        os.utime(path, (old, old))
    call_command("renditions", repair=True)
    rows, assets = list(Rendition.objects.all()), list(ImageAsset.objects.all())
    expected = {files.rendition_path(row.key) for row in rows}
    expected |= {files.original_path(asset.sha256) for asset in assets}
    assert set(on_disk()) == expected
    assert all(not renditions.outdated(asset) for asset in assets)


@pytest.mark.parametrize(
    ("point", "number"), [("part", 1), ("part", 7), ("put", 1), ("put", 9), ("sync", 1)]
)
def test_copies_in_the_making(point, number, settings, on_disk):
    asset = intake.add(make.picture(size=(700, 400)), file_name="a.jpg", by=None)
    before = {str(row): row.key for row in asset.renditions.all()}
    killed(point, number, asset.pk, settings.MEDIA_ROOT)
    # Nothing that was there is lost, and readers see whole files all the time.
    for row in Rendition.objects.all():
        assert files.rendition_path(row.key).stat().st_size == row.byte_size
    repaired(on_disk)
    assert before.items() <= {str(row): row.key for row in asset.renditions.all()}.items()


@pytest.mark.parametrize(("point", "number"), [("part", 2), ("put", 2), ("put", 8), ("sync", 1)])
def test_copies_being_replaced(point, number, settings, on_disk, shown):
    asset = intake.add(make.picture(size=(700, 400)), file_name="a.jpg", by=None)
    renditions.ensure(asset)
    keys = {str(row): row.key for row in asset.renditions.all()}
    ImageAsset.objects.update(credit="연합")
    killed(point, number, asset.pk, settings.MEDIA_ROOT)
    assert shown(asset).keys() == keys.keys()
    repaired(on_disk)
    assert {str(row): row.key for row in asset.renditions.all()} == keys
    assert all("연합".encode() in data for data in shown(asset).values())


@pytest.mark.parametrize(("point", "number"), [("part", 1), ("put", 1), ("put", 3), ("sync", 4)])
def test_a_picture_coming_in(point, number, settings, on_disk, tmp_path):
    source = tmp_path / "a.jpg"
    source.write_bytes(make.picture(size=(700, 400)))
    killed(point, number, source, settings.MEDIA_ROOT)
    assert not ImageAsset.objects.exists()
    repaired(on_disk)
    assert on_disk() == []
    intake.add(source.read_bytes(), file_name="a.jpg", by=None)
