"""Make what a file says safe to keep."""

import re
from typing import Any

# PostgreSQL refuses NUL in text and JSON, and half a surrogate pair is no text anywhere.
_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def plain(value: Any, limit: int = 4000) -> Any:
    """`value` without control characters and half characters, each string cut to `limit`."""
    if isinstance(value, str):
        return _UNKEEPABLE.sub("", value)[:limit]
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
