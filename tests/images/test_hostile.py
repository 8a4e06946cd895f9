"""Files made to break a reader: a sentence for who sent it, and nothing left behind."""

import pytest
from PIL import Image

from articles.images import heic, intake
from articles.images.models import ImageAsset
from tests.images import hostile, make

FLOOD = 400_000  # bytes


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", hostile.MAKERS)
def test_a_hostile_file_is_taken_whole_or_refused_in_a_sentence(name, jiwoo, on_disk):
    refused = None
    try:
        asset = intake.add(hostile.MAKERS[name](FLOOD), file_name="a.jpg", by=jiwoo)
    except intake.ImageRefused as why:
        refused = str(why)
    if refused is not None:
        assert refused.endswith(".")
        assert on_disk() == []
        assert not ImageAsset.objects.exists()
        return
    assert asset.reports.count() == 1
    for path in on_disk():
        if "renditions" in path.parts:
            Image.open(path).verify()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("JPEG of millions of comments", "strange"),
        ("JPEG of millions of fillers", "strange"),
        ("JPEG of millions of restarts", "strange"),
        ("PNG said to be a tower", "too_long"),
        ("JPEG painted over and over", "strange"),
        ("PNG of millions of parts", "strange"),
        ("WebP of millions of parts", "strange"),
        ("AVIF of millions of boxes", "strange"),
        ("GIF of millions of frames", "too_many_frames"),
        ("PNG said to move for ever", "too_many_frames"),
        ("AVIF said to move for ever", "too_many_frames"),
        ("JPEG said to be a wall", "too_many_pixels"),
        ("PNG said to be a wall", "too_many_pixels"),
        ("SVG in capitals", "svg"),
        ("SVG after a remark", "svg"),
        ("SVG after much white", "svg"),
        ("JPEG and page in a comment", "hidden_content"),
        ("PNG and page in a text", "hidden_content"),
        ("AVIF and page in a box", "hidden_content"),
    ],
)
def test_the_sentence_names_what_is_wrong(name, code, jiwoo):
    with pytest.raises(intake.ImageRefused) as refused:
        intake.add(hostile.MAKERS[name](FLOOD), file_name="a.jpg", by=jiwoo)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "main", [b"heic", b"heix", b"mif1", b"hevc"], ids=lambda brand: brand.decode()
)
def test_a_heic_file_is_told_by_its_brands(main, jiwoo):
    if heic.readable():
        pytest.skip("a reader for HEIC is installed")
    data = hostile.box(b"ftyp", main + b"\x00\x00\x00\x00mif1heic")
    with pytest.raises(intake.ImageRefused) as refused:
        intake.add(data, file_name="a.heic", by=jiwoo)
    assert refused.value.code == "heic"


def test_a_heic_picture_is_taken_where_a_reader_is_installed(jiwoo):
    if not heic.readable():
        pytest.skip("pillow-heif is not installed")
    asset = intake.add(make.picture("HEIF"), file_name="a.heic", by=jiwoo)
    assert (asset.format, asset.width, asset.height) == ("HEIC", 96, 64)
