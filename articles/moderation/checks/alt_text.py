"""A picture's alt text: there, and more than its caption or its file's name."""

from collections.abc import Iterator

import regex

from .item import HIGH, LOW, Found, Item

_FILE = regex.compile(
    r"[^\n]{1,120}\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|svg)|(?:img|dsc[nf]?|image|photo|screenshot|"
    r"kakaotalk|pxl|사진|이미지|스크린샷|무제|제목\s?없음|untitled)[\s_\-()\d.:]*+",
    regex.I,
)
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{N}]+")


def check(item: Item) -> Iterator[Found]:
    for picture in item.pictures:
        field, alt = f"alt:{picture.key}", picture.alt.strip()
        data = {"picture": picture.key}
        if not alt:
            yield Found("alt_missing", HIGH, field, 0, 0, "", data=data)
        elif _FILE.fullmatch(alt):
            yield Found("alt_file_name", LOW, field, 0, len(picture.alt), picture.alt, data=data)
        elif _letters(alt) == _letters(picture.caption):
            yield Found("alt_same_as_caption", LOW, field, 0, 0, "", data=data)


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
