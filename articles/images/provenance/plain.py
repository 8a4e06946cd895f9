"""Make what a file says safe to keep."""

import math
import re
from typing import Any

# PostgreSQL refuses NUL in text and JSON, and half a surrogate pair is no text anywhere.
_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def plain(value: Any, limit: int = 4000) -> Any:
    """`value` without control characters and half characters, each string cut to `limit`."""
    if isinstance(value, str):
        return _UNKEEPABLE.sub("", value)[:limit]
    if isinstance(value, dict):
        return {plain(str(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None  # JSON has no word for it
    return value


def without_places(value: Any) -> tuple[Any, bool]:
    """`value` without anything about where it was taken, and whether there was any.

    Cameras put EXIF into credentials as JSON-LD ("exif:GPSLatitude"), some as JSON within a text.
    """
    if isinstance(value, dict):
        kept, found = {}, False
        for key, item in value.items():
            if "GPS" in key:
                found = True
                continue
            kept[key], inside = without_places(item)
            found |= inside
        return kept, found
    if isinstance(value, list):
        pairs = [without_places(item) for item in value]
        return [item for item, _ in pairs], any(inside for _, inside in pairs)
    if isinstance(value, str) and "GPSL" in value:
        return "", True
    return value, False
