import io

import pytest
from PIL import Image, ImageCms

from articles.images import intake, pixels, renditions
from articles.images.models import Rendition
from tests.images import make

EXIF_GPS = 0x8825


def _shown(asset) -> list[Image.Image]:
    opened = []
    for row in asset.renditions.all():
        file, _, _ = renditions.open(row.key)
        with file:
            opened.append(Image.open(io.BytesIO(file.read())))
    return opened


@pytest.mark.parametrize(
    ("width", "widths", "card"),
    [(2000, [640, 1280], 1200), (800, [640, 800], 800), (500, [500], 500), (1, [1], 1)],
)
def test_copies_have_the_layouts_widths_and_are_never_enlarged(width, widths, card, jiwoo):
    asset = intake.add(make.picture(size=(width, 300)), file_name="a.jpg", by=jiwoo)
    rows = list(asset.renditions.order_by("width"))
    assert [r.width for r in rows if r.format == "webp"] == widths
    assert [r.width for r in rows if r.kind == "card"] == [card]
    for row, image in zip(asset.renditions.all(), _shown(asset), strict=True):
        assert image.size == (row.width, row.height)


def test_a_very_tall_picture_still_gets_copies(jiwoo):
    asset = intake.add(make.picture("PNG", size=(60, 40_000)), file_name="a.png", by=jiwoo)
    assert all(r.height <= pixels.TALLEST for r in asset.renditions.all())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_stands_upright(orientation, jiwoo):
    exif = Image.Exif()
    exif[0x0112] = orientation
    upright = Image.open(io.BytesIO(make.picture("PNG", size=(120, 80))))
    back = pixels.UPRIGHT | {
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
    }
    stored = upright.transpose(back[orientation]) if orientation in back else upright
    out = io.BytesIO()
    stored.save(out, "JPEG", exif=exif, quality=95)
    asset = intake.add(out.getvalue(), file_name="a.jpg", by=jiwoo)
    assert (asset.width, asset.height) == (120, 80)
    for image in _shown(asset):
        red, green, _ = image.convert("RGB").getpixel((10, 10))
        assert (red > 200, green < 80) == (True, True)
        assert min(image.convert("RGB").getpixel((110, 70))) > 200
        assert 0x0112 not in image.getexif()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_place_and_camera_never_reach_a_copy(format, jiwoo):
    exif = Image.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    exif.get_ifd(EXIF_GPS)[2] = (37.0, 33.0, 58.0)
    data = make.picture(format, exif=exif, comment=b"SECRET-COMMENT")
    assert b"SECRET-CAMERA" in data
    asset = intake.add(data, file_name="a", by=jiwoo)
    for row in asset.renditions.all():
        file, _, _ = renditions.open(row.key)
        with file:
            shown = file.read()
        assert b"SECRET" not in shown
        assert not Image.open(io.BytesIO(shown)).getexif()


def test_a_profile_for_another_kind_of_picture_is_ignored(jiwoo):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    asset = intake.add(make.picture(icc_profile=profile), file_name="a.jpg", by=jiwoo)
    assert all("icc_profile" not in image.info for image in _shown(asset))


def test_a_real_files_profile_is_used_and_left_out():
    data = make.real("crater-lake-cr.jpg")
    picture = pixels.decode(data)
    plain = Image.open(io.BytesIO(data)).convert("RGB").resize(picture.image.size)
    middle = (640, 480)
    own, srgb = plain.getpixel(middle), picture.image.getpixel(middle)
    assert own != srgb
    assert max(abs(a - b) for a, b in zip(own, srgb, strict=True)) < 40


@pytest.mark.parametrize(
    ("format", "mode"),
    [
        ("PNG", "1"), ("PNG", "L"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "RGBA"),
        ("GIF", "P"), ("JPEG", "L"), ("JPEG", "CMYK"), ("WEBP", "RGBA"), ("AVIF", "RGBA"),
    ],
)  # fmt: skip
def test_every_mode_of_colour_is_shown(format, mode, jiwoo):
    asset = intake.add(make.picture(format, mode=mode), file_name="a", by=jiwoo)
    for image in _shown(asset):
        assert image.convert("L").getpixel((90, 60)) > 230


def test_sixteen_bits_keep_their_greys():
    image = Image.new("I;16", (40, 40), 32_768)
    out = io.BytesIO()
    image.save(out, "PNG")
    assert abs(pixels.decode(out.getvalue()).image.getpixel((20, 20))[0] - 128) <= 1


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "RGB"])
def test_a_large_picture_is_reduced_in_strips_without_a_seam(mode, monkeypatch):
    monkeypatch.setattr(pixels, "STRIP", 3000 * 64)
    image = Image.linear_gradient("L").resize((3000, 3000)).convert(mode)
    out = io.BytesIO()
    image.save(out, "PNG")
    small = pixels.decode(out.getvalue()).image.convert("L")
    column = [small.getpixel((600, y)) for y in range(0, 1280, 10)]
    assert max(abs(v - y * 255 / 1280) for v, y in zip(column, range(0, 1280, 10), strict=True)) < 4


def test_transparency_is_kept_for_the_page_and_white_on_the_card(jiwoo):
    clear = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    out = io.BytesIO()
    clear.save(out, "PNG")
    asset = intake.add(out.getvalue(), file_name="a.png", by=jiwoo)
    page, card = sorted(_shown(asset), key=lambda i: i.format == "JPEG")
    assert page.getchannel("A").getextrema() == (0, 0)
    assert min(card.getpixel((25, 25))) > 250


def test_ensure_makes_what_is_missing_and_nothing_else(jiwoo, on_disk):
    asset = intake.add(make.picture(), file_name="a.jpg", by=jiwoo)
    before = {path: path.stat().st_mtime_ns for path in on_disk()}
    assert len(renditions.ensure(asset)) == 2
    assert {path: path.stat().st_mtime_ns for path in on_disk()} == before
    Rendition.objects.all().delete()
    asset = type(asset).objects.get()
    assert len(renditions.ensure(asset)) == 2
    assert asset.renditions.count() == 2


def test_srcset_tells_a_template_all_it_needs(jiwoo, django_assert_num_queries):
    asset = intake.add(make.picture(size=(2000, 1000)), file_name="a.jpg", by=jiwoo)
    asset = type(asset).objects.prefetch_related("renditions").get(pk=asset.pk)
    with django_assert_num_queries(0):
        found = renditions.srcset(asset, lambda key: f"/image/{key}")
    assert [width for _, width in found.candidates] == [640, 1280]
    assert (found.width, found.height) == (1280, 640)
    assert found.src == found.candidates[-1][0]
    assert found.attribute.endswith(" 1280w")
    assert found.card.endswith(".jpg")


@pytest.mark.parametrize(
    "key",
    ["", "..", "../originals/aa", "%2e%2e", "a" * 32 + ".webp", "A" * 32 + ".webp", "x\x00y",
     "0" * 32 + ".webp\n", "0" * 32 + ".svg", "/etc/passwd"],
)  # fmt: skip
def test_an_unknown_name_opens_nothing(key, db):
    assert renditions.open(key) is None


def test_a_public_name_tells_nothing_of_the_original(jiwoo):
    asset = intake.add(make.picture(), file_name="secret-plan.jpg", by=jiwoo)
    for row in asset.renditions.all():
        assert row.key[:32] not in asset.sha256
        file, content_type, found = renditions.open(row.key)
        file.close()
        assert content_type == f"image/{row.format}"
        assert found.asset == asset


def test_a_lost_file_opens_nothing(jiwoo, on_disk):
    asset = intake.add(make.picture(), file_name="a.jpg", by=jiwoo)
    for path in on_disk():
        path.unlink()
    assert renditions.open(asset.renditions.first().key) is None
