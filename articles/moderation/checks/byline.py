"""A story says who stands for it."""

from collections.abc import Iterator

from .item import HIGH, Found, Item


def check(item: Item) -> Iterator[Found]:
    """Silent where the bylines are not known, as for a text from a file."""
    if item.bylines is not None and not any(name.strip() for name in item.bylines):
        yield Found("byline_missing", HIGH, "bylines", 0, 0, "")
