import io
import struct
import zipfile
import zlib

import pytest
from django.utils import translation
from PIL import Image

from articles.audit.models import Entry
from articles.images import intake
from articles.images.models import ImageAsset
from articles.images.refusal import _SENTENCES
from tests.images import make


def _bomb(side: int) -> bytes:
    """A PNG of side × side one-bit pixels, all black: a few kilobytes that unfold to a wall."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * ((side // 8 + 1) * 1000), 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def _archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "hidden")
    return out.getvalue()


def _moving(format: str) -> bytes:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, format, save_all=True, append_images=frames[1:])
    return out.getvalue()


JPEG, PNG = make.picture("JPEG"), make.picture("PNG")
HOSTILE = {
    "empty": (b"", "empty"),
    "text": (b"hello", "not_an_image"),
    "pdf": (b"%PDF-1.7\n%%EOF", "not_an_image"),
    "html": (b"<html><img src=x></html>", "not_an_image"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "svg"),
    "svg with a declaration": (b'<?xml version="1.0"?>\n<svg/>', "svg"),
    "tiff": (make.picture("TIFF"), "not_an_image"),
    "bmp": (make.picture("BMP"), "not_an_image"),
    "eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not_an_image"),
    "heic": (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "heic"),
    "JPEG cut in the middle": (JPEG[: len(JPEG) // 2 + 200], "damaged"),
    "PNG cut in the middle": (PNG[: len(PNG) // 2], "damaged"),
    "JPEG header only": (JPEG[:20], "not_an_image"),
    "bomb over Pillow's own limit": (_bomb(60_000), "too_many_pixels"),
    "bomb over ours": (_bomb(9_200), "too_many_pixels"),
    "JPEG and archive": (JPEG + _archive(), "hidden_content"),
    "JPEG and page": (JPEG + b"<html><script>alert(1)</script>", "hidden_content"),
    "JPEG and document": (JPEG + b"\n%PDF-1.4\n", "hidden_content"),
    "JPEG with PHP in a comment": (
        make.picture("JPEG", comment=b"<?php eval(1);"),
        "hidden_content",
    ),
    "PNG and page": (PNG + b"<!DOCTYPE html><p>x", "hidden_content"),
    "PNG and program": (PNG + b"\x7fELF\x02\x01", "hidden_content"),
    "GIF and script": (b"GIF89a/*" + make.picture("GIF")[8:] + b"*/=1;alert(1)", "hidden_content"),
    "WebP and archive": (make.picture("WEBP") + _archive(), "hidden_content"),
    "AVIF and archive": (make.picture("AVIF") + _archive(), "hidden_content"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_whole_still_picture_is_refused_and_leaves_nothing(name, jiwoo, on_disk):
    data, code = HOSTILE[name]
    with pytest.raises(intake.ImageRefused) as refused:
        intake.add(data, file_name="a.jpg", by=jiwoo)
    assert refused.value.code == code
    assert str(refused.value).endswith(".")
    assert on_disk() == []
    assert not ImageAsset.objects.exists()


def test_a_file_over_the_operators_limit_is_refused_with_both_figures(jiwoo, settings):
    settings.IMAGE_MAX_BYTES = 2 * 1024 * 1024
    with pytest.raises(intake.ImageRefused) as refused:
        intake.add(JPEG + b"\0" * 3_000_000, file_name="a.jpg", by=jiwoo)
    with translation.override("en"):
        assert "3 MB; at most 2 MB" in str(refused.value)


@pytest.mark.parametrize(("format", "taken"), [("PNG", 200), ("AVIF", 140), ("WEBP", 100)])
def test_the_limit_on_pixels_is_the_operators(format, taken, jiwoo, settings):
    settings.IMAGE_MAX_PIXELS = 40_000
    intake.add(make.picture(format, size=(taken, taken)), file_name="a", by=jiwoo)
    with pytest.raises(intake.ImageRefused) as refused:
        intake.add(make.picture(format, size=(taken + 10, taken)), file_name="a", by=jiwoo)
    assert refused.value.code == "too_many_pixels"


def test_every_reason_is_a_whole_sentence():
    values = {"megabytes": 3, "limit": 2}
    for code in _SENTENCES:
        said = str(intake.ImageRefused(code, **values))
        assert said.endswith(".")
        assert "%" not in said


@pytest.mark.parametrize("format", ["GIF", "PNG", "WEBP", "AVIF"])
def test_a_moving_picture_is_taken_by_its_first_frame(format, jiwoo):
    asset = intake.add(_moving(format), file_name="a", by=jiwoo)
    assert (asset.format, asset.width, asset.frames) == (format, 20, 2)
    assert Entry.objects.get(verb="image.added").data["frames"] == 2


@pytest.mark.parametrize("format", ["GIF", "PNG", "WEBP", "AVIF"])
def test_the_limit_on_frames_is_the_operators(format, jiwoo, settings, on_disk):
    settings.IMAGE_MAX_FRAMES = 1
    with pytest.raises(intake.ImageRefused) as refused:
        intake.add(_moving(format), file_name="a", by=jiwoo)
    assert refused.value.code == "too_many_frames"
    assert on_disk() == []


def test_a_phones_second_picture_after_the_end_is_no_reason_to_refuse(jiwoo):
    assert intake.add(JPEG + JPEG, file_name="a.jpg", by=jiwoo).format == "JPEG"
