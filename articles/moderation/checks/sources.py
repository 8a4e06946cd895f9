"""What a story rests on: at least one source where it needs one, each of them traceable."""

import re
from collections.abc import Iterator

from .item import HIGH, LOW, MEDIUM, Found, Item, SourceItem

_URL = re.compile(r"https?://[^\s/?#.]+\.[^\s]+", re.I)


def check(item: Item) -> Iterator[Found]:
    if item.needs_source and not item.sources:
        yield Found("source_missing", HIGH, "sources", 0, 0, "")
    for position, source in enumerate(item.sources, start=1):
        data = {"position": position}
        missing = _missing(source)
        if missing:
            # With a link or a date a reader can still find it; with neither, or nameless, not.
            untraceable = "outlet" in missing or {"url", "date"} <= set(missing)
            yield Found(
                "source_incomplete",
                MEDIUM if untraceable else LOW,
                "sources",
                0,
                0,
                source.outlet or source.title,
                data={**data, "missing": missing},
            )
        if source.url.strip() and not _URL.fullmatch(source.url.strip()):
            yield Found("source_link", MEDIUM, "sources", 0, 0, source.url, data=data)


def _missing(source: SourceItem) -> list[str]:
    have = {"outlet": source.outlet.strip(), "url": source.url.strip(), "date": source.published_on}
    return [name for name, value in have.items() if not value]
