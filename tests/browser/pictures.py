"""Pictures for the browser tests, drawn when they are asked for."""

import io

from PIL import Image, ImageDraw

from tests.images import make


def drawing(number: int = 0, size: tuple[int, int] = (1280, 800)) -> bytes:
    """A PNG of towers by the water; another one for each `number`."""
    image = Image.new("RGB", size, (222, 232, 240))
    draw = ImageDraw.Draw(image)
    width, height = size
    draw.rectangle((0, height * 2 // 3, width, height), fill=(60, 100, 130))
    for tower in range(6):
        left = 80 + tower * width // 7
        top = height // 4 + (tower * 97 + number * 61) % (height // 4)
        draw.rectangle((left, top, left + 90, height * 2 // 3), fill=(40 + tower * 20, 60, 90))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def tampered() -> bytes:
    """A signed picture whose pixels were changed after it was signed."""
    data = bytearray(make.signed(make.picture(size=(900, 600)), make.created("digitalCapture")))
    data[-30] ^= 1
    return bytes(data)
