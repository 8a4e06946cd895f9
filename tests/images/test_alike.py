"""Which pictures count as the same picture again; without the database."""

import io
import random

import pytest
from PIL import Image, ImageDraw, ImageEnhance

from articles.images import alike
from tests.images import make


def scene(seed: int = 0) -> Image.Image:
    """A drawn landscape with enough in it to be told from another one."""
    chance = random.Random(seed)
    image = Image.new("RGB", (960, 640), (chance.randrange(130, 240), 190, 230))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, chance.randrange(200, 450), 960, 640), fill=(60, 120, 60))
    for _ in range(9):
        left, top = chance.randrange(900), chance.randrange(500)
        size = left + chance.randrange(50, 260), top + chance.randrange(40, 260)
        draw.ellipse((left, top, *size), fill=tuple(chance.randrange(255) for _ in "rgb"))
    return image


def saved(image: Image.Image, format: str, **options: object) -> Image.Image:
    out = io.BytesIO()
    image.save(out, format, **options)
    return Image.open(out).convert("RGB")


SAME = {
    "resized to a half": lambda i: i.resize((480, 320)),
    "resized to a thumbnail": lambda i: i.resize((150, 100)),
    "enlarged": lambda i: i.resize((1400, 933)),
    "JPEG of low quality": lambda i: saved(i, "JPEG", quality=25),
    "WebP": lambda i: saved(i, "WEBP", quality=40),
    "a little brighter": lambda i: ImageEnhance.Brightness(i).enhance(1.1),
    "a little darker": lambda i: ImageEnhance.Brightness(i).enhance(0.9),
    "more contrast": lambda i: ImageEnhance.Contrast(i).enhance(1.15),
    "less colour": lambda i: ImageEnhance.Color(i).enhance(0.3),
    "resized, darker and recompressed": lambda i: saved(
        ImageEnhance.Brightness(i.resize((640, 427))).enhance(0.93), "JPEG", quality=40
    ),
}
OTHER = {
    "another scene": lambda i: scene(5),
    "mirrored": lambda i: i.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    "upside down": lambda i: i.rotate(180),
    "a quarter of it": lambda i: i.crop((0, 0, 480, 320)),
    "its negative": lambda i: i.point(lambda value: 255 - value),
}


@pytest.mark.parametrize("how", SAME)
def test_the_same_picture_again_is_near(how):
    print_ = alike.fingerprint(scene())
    assert alike.distance(print_, alike.fingerprint(SAME[how](scene()))) <= alike.NEAR


@pytest.mark.parametrize("how", OTHER)
def test_another_picture_is_far(how):
    print_ = alike.fingerprint(scene())
    assert alike.distance(print_, alike.fingerprint(OTHER[how](scene()))) > 2 * alike.NEAR


def test_no_two_of_forty_scenes_are_near():
    prints = [alike.fingerprint(scene(n)) for n in range(40)]
    pairs = [(a, b) for n, a in enumerate(prints) for b in prints[:n]]
    assert not [pair for pair in pairs if alike.near(*pair)]


@pytest.mark.parametrize("name", ["Firefly_tabby_cat.jpg", "car-es-Ps-Cr.jpg"])
def test_a_real_picture_is_known_when_it_is_small_and_pressed(name):
    image = Image.open(io.BytesIO(make.real(name))).convert("RGB")
    small = saved(image.resize((400, 400 * image.height // image.width)), "JPEG", quality=35)
    assert alike.near(alike.fingerprint(image), alike.fingerprint(small))


def test_what_can_be_seen_through_is_looked_at_on_white():
    white, clear = scene(), scene().convert("RGBA")
    ImageDraw.Draw(white).rectangle((100, 100, 600, 500), fill="white")
    ImageDraw.Draw(clear).rectangle((100, 100, 600, 500), fill=(0, 0, 0, 0))
    assert alike.near(alike.fingerprint(white), alike.fingerprint(clear))


@pytest.mark.parametrize("colour", ["white", "black", "#777"])
def test_a_plain_surface_is_like_nothing(colour):
    print_ = alike.fingerprint(Image.new("RGB", (300, 200), colour))
    assert print_ == ""
    assert not alike.near(print_, print_)


@pytest.mark.parametrize(
    ("one", "other", "bits"),
    [("0" * 16, "0" * 16, 0), ("0" * 15 + "1", "0" * 16, 1), ("f" * 16, "0" * 16, 64)],
)
def test_the_distance_counts_bits(one, other, bits):
    assert alike.distance(one, other) == bits
