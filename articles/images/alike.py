"""What a picture looks like, in 64 bits: pictures that look alike differ in few of them. Pure.

A perceptual hash after the discrete cosine transform: of the picture as 32 × 32 greys, which of the
64 coarsest patterns it holds. Size, compression and small changes of light leave them; another
cut-out, a turned or a mirrored picture is another picture.
"""

import math

from PIL import Image

SIDE = 32
BITS = 64
NEAR = 7  # bits; measured: the same picture again lies at 0 to 6, other pictures from 8 up
# A coefficient below this share of the strongest is noise, and says nothing of the picture.
NOISE = 0.02
FAINT = 40.0  # the strongest coefficient of a picture that shows next to nothing


def fingerprint(image: Image.Image) -> str:
    """16 hexadecimal digits for an upright picture, or "" for one that is all but one colour."""
    found = _coarsest(_greys(image))
    strongest = max(abs(value) for value in found)
    if strongest < FAINT:
        return ""
    bits = 0
    for value in found:
        bits = bits << 1 | (value > NOISE * strongest)
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """In how many of the 64 bits two fingerprints differ; 64 where either is missing."""
    if not one or not other:
        return BITS
    return (int(one, 16) ^ int(other, 16)).bit_count()


def near(one: str, other: str) -> bool:
    return distance(one, other) <= NEAR


def _greys(image: Image.Image) -> list[list[float]]:
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    small = image.convert("L").resize((SIDE, SIDE), Image.Resampling.BOX, reducing_gap=3.0)
    pixels = small.tobytes()
    return [[float(p) for p in pixels[row : row + SIDE]] for row in range(0, SIDE * SIDE, SIDE)]


def _zigzag(count: int) -> list[tuple[int, int]]:
    """The coarsest patterns first, without the mean brightness."""
    cells = [(u, v) for u in range(SIDE) for v in range(SIDE) if u or v]
    return sorted(cells, key=lambda cell: (sum(cell), cell))[:count]


_CELLS = _zigzag(BITS)
_LAST = max(max(cell) for cell in _CELLS) + 1
_WAVES = [
    [
        math.cos(math.pi * (2 * at + 1) * wave / (2 * SIDE)) * (0.5**0.5 if wave == 0 else 1.0)
        for at in range(SIDE)
    ]
    for wave in range(_LAST)
]


def _coarsest(rows: list[list[float]]) -> list[float]:
    """The cosine transform, only where it is asked for: rows first, then columns."""
    across = [[sum(map(float.__mul__, wave, row)) for wave in _WAVES] for row in rows]
    columns = list(zip(*across, strict=True))
    scale = 2 / SIDE
    return [scale * sum(map(float.__mul__, _WAVES[v], columns[u])) for u, v in _CELLS]
