"""Copies as a page asks for them."""

import pytest

from articles.images import intake, renditions
from articles.images.models import ImageAsset
from tests.images import make


@pytest.fixture
def asset(jiwoo) -> ImageAsset:
    asset = intake.add(make.picture(size=(2000, 1000)), file_name="secret-plan.jpg", by=jiwoo)
    return ImageAsset.objects.prefetch_related("renditions").get(pk=asset.pk)


def whole(asset: ImageAsset) -> ImageAsset:
    renditions.ensure(asset)
    return ImageAsset.objects.prefetch_related("renditions").get(pk=asset.pk)


def widths(attribute: str) -> list[str]:
    return [candidate.rsplit(" ", 1)[1] for candidate in attribute.split(", ")]


def test_a_new_picture_can_be_shown_at_once(asset, django_assert_num_queries):
    with django_assert_num_queries(0):
        found = renditions.srcset(asset, lambda key: f"/image/{key}")
        assert renditions.srcset(asset, str, "wide") is None
    assert (found.width, found.height) == (640, 320)
    assert found.src.endswith(".jpg") and found.card.endswith(".jpg")
    assert [kind for kind, _ in found.sources] == ["image/webp"]
    assert found.attribute.endswith(".webp 640w")


def test_all_formats_and_widths_are_offered_the_best_first(asset, django_assert_num_queries):
    asset = whole(asset)
    with django_assert_num_queries(0):
        found = renditions.srcset(asset, lambda key: f"/image/{key}")
    every = ["320w", "640w", "960w", "1280w", "1920w"]
    assert [(kind, widths(text)) for kind, text in found.sources] == [
        ("image/avif", every),
        ("image/webp", every),
    ]
    assert (found.width, found.height) == (1920, 960)
    assert [width for _, width in found.candidates] == [320, 640, 960, 1280, 1920]


def test_the_wide_cut_is_asked_for_by_its_shape(asset):
    found = renditions.srcset(whole(asset), lambda key: key, "wide", sizes="20rem")
    assert (found.width, found.height, found.sizes) == (960, 540, "20rem")
    assert found.src.endswith(".jpg")
    assert [widths(text) for _, text in found.sources] == [["320w", "640w", "960w"]] * 2


def test_a_picture_without_copies_is_not_shown(asset):
    asset.renditions.all().delete()
    assert renditions.srcset(ImageAsset.objects.get(), str) is None


@pytest.mark.parametrize(
    "key",
    ["", "..", "../originals/aa", "%2e%2e", "a" * 32 + ".webp", "A" * 32 + ".webp", "x\x00y",
     "0" * 32 + ".webp\n", "0" * 32 + ".svg", "/etc/passwd", ".part-abc"],
)  # fmt: skip
def test_an_unknown_name_opens_nothing(key, db):
    assert renditions.open(key) is None


def test_a_public_name_tells_nothing_of_the_original(asset):
    for row in whole(asset).renditions.all():
        assert row.key[:32] not in asset.sha256
        file, content_type, found = renditions.open(row.key)
        file.close()
        assert content_type == f"image/{row.format}"
        assert found.asset == asset


def test_a_lost_file_opens_nothing(asset, on_disk):
    for path in on_disk():
        path.unlink()
    assert renditions.open(asset.renditions.first().key) is None
