"""Copies look as the picture does: upright, in sRGB, see-through where they may be."""

import io

import pytest
from PIL import Image, ImageCms

from articles.images import intake, pixels, renditions
from articles.images.models import Rendition
from tests.images import make


@pytest.fixture
def images(jiwoo, shown):
    """Return a function: all copies of these bytes, decoded, by "kind.format"."""

    def take(data: bytes, **declared) -> dict[str, Image.Image]:
        asset = intake.add(data, file_name="a", by=jiwoo)
        type(asset).objects.filter(pk=asset.pk).update(**declared)
        renditions.ensure(asset)
        return {name: Image.open(io.BytesIO(file)) for name, file in shown(asset).items()}

    return take


def quarters(size=(200, 120), colours=("red", "lime", "blue", "white")) -> Image.Image:
    """A colour in each corner."""
    image = Image.new("RGB", size)
    across, down = size[0] // 2, size[1] // 2
    for number, colour in enumerate(colours):
        left, top = number % 2 * across, number // 2 * down
        image.paste(colour, (left, top, left + across, top + down))
    return image


def saved(image: Image.Image, format: str, **options) -> bytes:
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def near(image: Image.Image, at: tuple[float, float], colour: tuple[int, int, int]) -> bool:
    found = image.convert("RGB").getpixel((int(at[0] * image.width), int(at[1] * image.height)))
    return all(abs(a - b) < 40 for a, b in zip(found, colour, strict=True))


RED, LIME, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
CORNERS = {(0.2, 0.2): RED, (0.8, 0.2): LIME, (0.2, 0.8): BLUE, (0.8, 0.8): WHITE}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_stands_upright(orientation, images):
    exif = Image.Exif()
    exif[0x0112] = orientation
    back = pixels.UPRIGHT | {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    upright = quarters()
    stored = upright.transpose(back[orientation]) if orientation in back else upright
    for name, image in images(saved(stored, "JPEG", exif=exif, quality=95)).items():
        assert image.width > image.height
        assert all(near(image, at, colour) for at, colour in CORNERS.items()), name
        assert not image.getexif()


@pytest.mark.parametrize("orientation", [1, 6, 3])
def test_a_cut_drawn_on_the_upright_picture_is_cut_there(orientation, images):
    exif = Image.Exif()
    exif[0x0112] = orientation
    back = {6: Image.Transpose.ROTATE_90, 3: Image.Transpose.ROTATE_180}
    upright = quarters((640, 360))
    stored = upright.transpose(back[orientation]) if orientation in back else upright
    data = saved(stored, "JPEG", exif=exif, quality=95)
    for name, image in images(data, crops={"wide": [0.5, 0, 0.5, 0.5]}).items():
        if name.startswith("wide"):
            assert near(image, (0.2, 0.2), LIME) and near(image, (0.8, 0.8), LIME), name


@pytest.mark.parametrize(("x", "colour"), [(0.0, RED), (1.0, LIME)])
def test_a_cut_follows_the_focal_point(x, colour, images):
    data = saved(quarters((1600, 400), ("red", "lime", "red", "lime")), "PNG")
    for name, image in images(data, focal_x=x).items():
        if name.startswith(("wide", "card")):
            assert near(image, (0.5, 0.5), colour), name


@pytest.mark.parametrize(
    ("format", "mode"),
    [
        ("PNG", "1"), ("PNG", "L"), ("PNG", "LA"), ("PNG", "P"), ("PNG", "RGBA"), ("GIF", "P"),
        ("JPEG", "L"), ("JPEG", "CMYK"), ("WEBP", "RGBA"), ("AVIF", "RGBA"), ("PNG", "I;16"),
    ],
)  # fmt: skip
def test_every_mode_of_colour_is_shown(format, mode, images):
    image = Image.new("L", (96, 64), "white").convert("I" if mode == "I;16" else "RGB")
    image = (
        image.point(lambda v: v * 257).convert("I;16") if mode == "I;16" else image.convert(mode)
    )
    for name, copy in images(saved(image, format)).items():
        assert copy.mode in ("RGB", "RGBA"), name
        assert copy.convert("L").getpixel((copy.width // 2, copy.height // 2)) > 245, name


def test_a_wide_colour_space_is_turned_into_srgb(images):
    """A profile whose red and blue change places: without it the colours would be wrong."""
    swapped = _swapped_profile()
    image = Image.merge("RGB", quarters().split()[::-1])
    for name, copy in images(saved(image, "PNG", icc_profile=swapped)).items():
        assert "icc_profile" not in copy.info
        assert all(near(copy, at, colour) for at, colour in CORNERS.items()), name


def test_a_profile_for_another_kind_of_picture_is_ignored(images):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for copy in images(saved(quarters(), "PNG", icc_profile=profile)).values():
        assert near(copy, (0.2, 0.2), RED) and "icc_profile" not in copy.info


def test_a_see_through_picture_keeps_its_colours_with_a_profile(images):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = quarters().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 128))
    copies = images(saved(image, "PNG", icc_profile=profile))
    assert copies["w640.webp"].getchannel("A").getextrema() == (128, 128)
    assert abs(copies["w640.avif"].getchannel("A").getextrema()[0] - 128) <= 3


def test_what_is_clear_stays_clear_for_the_page_and_is_white_in_a_jpeg(images):
    copies = images(saved(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG"))
    for name, copy in copies.items():
        if name.endswith("jpeg"):
            assert min(copy.getpixel((25, 12))) > 250
        else:
            assert copy.getchannel("A").getextrema() == (0, 0)


def test_of_a_moving_picture_the_first_frame_is_shown(images):
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)
    for copy in images(data).values():
        assert near(copy, (0.5, 0.5), RED)
        assert getattr(copy, "n_frames", 1) == 1


def test_each_copy_is_as_large_as_its_row_says(jiwoo, images):
    copies = images(make.picture(size=(1500, 900)))
    rows = Rendition.objects.all()
    assert {str(row): (row.width, row.height) for row in rows} == {
        name: image.size for name, image in copies.items()
    }
    assert copies["w1920.avif"].width == 1500


def test_a_very_tall_picture_still_gets_copies(images):
    copies = images(make.picture("PNG", size=(60, 40_000)))
    assert all(image.height <= pixels.TALLEST for image in copies.values())


def test_the_smallest_picture_there_is_gets_copies(images):
    assert {image.size for image in images(make.picture("PNG", size=(1, 1))).values()} == {(1, 1)}


@pytest.mark.parametrize("mode", ["P", "RGBA", "LA", "RGB"])
def test_a_large_picture_is_reduced_in_strips_without_a_seam(mode, monkeypatch):
    monkeypatch.setattr(pixels, "STRIP", 4000 * 64)
    image = Image.linear_gradient("L").resize((4000, 4000)).convert(mode)
    small = pixels.decode(saved(image, "PNG"), 1280).image.convert("L")
    column = [small.getpixel((600, y)) for y in range(0, 1280, 10)]
    steps = zip(column, range(0, 1280, 10), strict=True)
    assert max(abs(value - y * 255 / 1280) for value, y in steps) < 4


def test_a_real_files_profile_is_used_and_left_out():
    data = make.real("crater-lake-cr.jpg")
    picture = pixels.decode(data)
    plain = Image.open(io.BytesIO(data)).convert("RGB").resize(picture.image.size)
    middle = (picture.image.width // 2, picture.image.height // 2)
    own, srgb = plain.getpixel(middle), picture.image.getpixel(middle)
    assert own != srgb
    assert max(abs(a - b) for a, b in zip(own, srgb, strict=True)) < 40


def _swapped_profile() -> bytes:
    """sRGB with the columns of red and blue exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    for at in range(132, 132 + 12 * count, 12):
        name = bytes(data[at : at + 4])
        if name in (b"rXYZ", b"bXYZ"):
            data[at : at + 4] = b"bXYZ" if name == b"rXYZ" else b"rXYZ"
    return bytes(data)
