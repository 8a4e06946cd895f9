from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles.audit.models import Entry
from articles.images import files, intake
from articles.images.models import ImageAsset
from articles.people.models import User
from tests.images import make

AT_ONCE = 6


@pytest.mark.django_db(transaction=True)
def test_the_same_picture_sent_at_once_by_many_is_kept_once(on_disk):
    boss = User.objects.create_superuser("boss", "boss@galpi.example", "x", name="Boss")
    data, start = make.picture(size=(700, 400)), Barrier(AT_ONCE)

    def send(_: int) -> tuple[int, bool]:
        try:
            start.wait(10)
            asset = intake.add(data, file_name="a.jpg", by=boss)
            return asset.pk, asset.already_there
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(send, range(AT_ONCE)))
    asset = ImageAsset.objects.get()
    assert {pk for pk, _ in answers} == {asset.pk}
    assert [found for _, found in answers].count(False) == 1
    assert files.original_path(asset.sha256).read_bytes() == data
    assert len(on_disk()) == 1 + asset.renditions.count()
    assert Entry.objects.filter(verb="image.added").count() == 1
