import io

import pytest

from articles.images import alike, intake
from articles.images.models import ImageAsset
from articles.images.twins import twins
from tests.images.test_alike import scene


def data(image, format="JPEG", **options):
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def test_each_picture_gets_its_fingerprint(jiwoo):
    asset = intake.add(data(scene()), file_name="a.jpg", by=jiwoo)
    assert alike.near(asset.phash, alike.fingerprint(scene()))


def test_a_smaller_copy_is_not_taken_unasked(jiwoo, on_disk):
    first = intake.add(data(scene()), file_name="a.jpg", by=jiwoo)
    before = on_disk()
    small = data(scene().resize((480, 320)), quality=50)
    with pytest.raises(intake.LooksAlike) as found:
        intake.add(small, file_name="b.jpg", by=jiwoo, even_if_alike=False)
    assert found.value.twins == [first]
    assert on_disk() == before


def test_a_person_may_say_that_it_comes_in(jiwoo):
    intake.add(data(scene()), file_name="a.jpg", by=jiwoo)
    small = data(scene().resize((480, 320)), quality=50)
    intake.add(small, file_name="b.jpg", by=jiwoo)
    assert ImageAsset.objects.count() == 2


def test_the_nearest_comes_first_and_three_are_enough(jiwoo):
    phash = alike.fingerprint(scene())
    bits = [0b11111, 0b1, 0b111, 0b11, 0, 2**20 - 1]
    for n, change in enumerate(bits):
        near = f"{int(phash, 16) ^ change:016x}"
        ImageAsset.objects.create(
            sha256=f"{n:064x}", file_name="a", width=1, height=1, byte_size=1, phash=near
        )
    assert [alike.distance(phash, twin.phash) for twin in twins(phash)] == [0, 1, 2]


def test_what_looks_like_nothing_has_no_twins(jiwoo, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert twins("") == []


def test_a_picture_is_found_among_many_in_one_narrow_question(jiwoo, django_assert_num_queries):
    mine = alike.fingerprint(scene())
    rows = (
        ImageAsset(
            sha256=f"{n:064x}",
            file_name="a",
            width=1,
            height=1,
            byte_size=1,
            phash=f"{(n * 0x9E3779B97F4A7C15) % 2**64:016x}",
        )
        for n in range(5000)
    )
    ImageAsset.objects.bulk_create(rows, batch_size=500)
    ImageAsset.objects.filter(sha256=f"{77:064x}").update(phash=mine)
    with django_assert_num_queries(3):
        assert [twin.sha256 for twin in twins(mine)] == [f"{77:064x}"]
