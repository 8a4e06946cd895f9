"""Files with bytes changed, cut, doubled and spliced: taken or refused, never a crash."""

import random
import time

import pytest

from articles.images import intake
from articles.images.models import ImageAsset
from tests.images import make

ROUNDS = 10
SECONDS = 2  # at most, for one file


def _mutate(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    kind = chance.randrange(5)
    if kind == 0:
        for _ in range(chance.randint(1, 12)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    elif kind == 1:
        del changed[chance.randrange(1, len(changed)) :]
    elif kind == 2:
        start = chance.randrange(len(changed))
        del changed[start : start + chance.randint(1, 200)]
    elif kind == 3:
        start = chance.randrange(len(changed))
        changed[start:start] = changed[start : start + chance.randint(1, 400)]
    else:
        start = chance.randrange(min(len(changed), 400))
        changed[start : start + 4] = chance.choice(
            (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff")
        )
    return bytes(changed)


def _seeds() -> dict[str, bytes]:
    told = make.packet(f'Iptc4xmpExt:DigitalSourceType="{make.CV}composite"')
    seeds = {"GIF": make.picture("GIF"), "PNG palette": make.picture("PNG", mode="P")}
    for format in make.MIME:
        seeds[format] = make.picture(format)
        seeds[f"{format} signed"] = make.signed(
            make.picture(format), make.created("trainedAlgorithmicMedia"), format=format
        )
    for format in ("JPEG", "WEBP", "AVIF"):
        seeds[f"{format} with XMP"] = make.picture(format, xmp=told)
    return seeds | {
        "JPEG progressive": make.picture(progressive=True),
        "JPEG CMYK": make.picture(mode="CMYK"),
        "PNG with XMP": make.png_with_xmp(told),
        "PNG see-through": make.picture("PNG", mode="RGBA"),
        "WebP lossless": make.picture("WEBP", lossless=True),
        "AVIF see-through": make.picture("AVIF", mode="RGBA"),
        "JPEG grey": make.picture(mode="L"),
    }


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", _seeds())
def test_a_mutated_file_is_taken_whole_or_refused(name, jiwoo, on_disk):
    seed, chance = _seeds()[name], random.Random(name)
    for _ in range(ROUNDS):
        data, started, before = _mutate(seed, chance), time.monotonic(), set(on_disk())
        try:
            asset = intake.add(data, file_name="a", by=jiwoo)
        except intake.ImageRefused:
            assert set(on_disk()) == before
        else:
            assert asset.reports.count() == 1
        assert time.monotonic() - started < SECONDS
    kept = list(ImageAsset.objects.prefetch_related("renditions"))
    assert len(on_disk()) == len(kept) + sum(len(a.renditions.all()) for a in kept)
