"""The texts of a revision by field, as checks and comments name them, and one of them changed. Pure.

Fields: headline, standfirst, body, key_points (one a line), and alt:<role>, caption:<role>.
"""

import copy
import re
from typing import Any

from articles.lib.hangul import nfc
from articles.lib.html import plain
from articles.moderation.splice import splice

_UNSEEN = re.compile("[\\s\u2060]")


def texts(snapshot: dict[str, Any]) -> dict[str, str]:
    """Plain text by field, in the order in which a reader meets it."""
    said = {
        "headline": snapshot["headline"],
        "standfirst": snapshot["standfirst"],
        "key_points": "\n".join(snapshot["key_points"]),
        "body": plain(snapshot["body"]),
    }
    for image in snapshot["images"]:
        said[f"alt:{image['role']}"] = image["alt"]
        said[f"caption:{image['role']}"] = image["caption"]
    return said


def replaced(
    snapshot: dict[str, Any], field: str, start: int, end: int, text: str
) -> dict[str, Any] | None:
    """The snapshot with `text` in place of one stretch of one field (0, 0: all of it), and nothing
    else changed. None where that cannot be done exactly."""
    before = texts(snapshot).get(field)
    if before is None:
        return None
    if start == end == 0:
        end = len(before)
    if not 0 <= start <= end <= len(before):
        return None
    out = copy.deepcopy(snapshot)
    name, _colon, role = field.partition(":")
    whole = nfc(before[:start] + text + before[end:])
    if name == "body":
        html = splice(snapshot["body"], start, end, nfc(text))
        if html is None:
            return None
        out["body"] = html
    elif name == "key_points":
        out["key_points"] = [line for line in whole.splitlines() if line.strip()]
    elif role:
        next(image for image in out["images"] if image["role"] == role)[name] = whole
    else:
        out[name] = " ".join(whole.splitlines()) if "\n" in whole else whole
    return out


def locate(text: str, quote: str, before: str = "") -> list[tuple[int, int]]:
    """Where `quote` stands in `text`: (start, end) of each place, spaces and joiners left aside.

    With `before`, the words that stand directly in front of it, only the places they lead to.
    """
    at = [n for n, char in enumerate(text) if not _UNSEEN.match(char)]
    squeezed, wanted = "".join(text[n] for n in at), _UNSEEN.sub("", quote)
    ahead, found = _UNSEEN.sub("", before), []
    place = squeezed.find(wanted) if wanted else -1
    while place >= 0:
        if squeezed[:place].endswith(ahead):
            found.append((at[place], at[place + len(wanted) - 1] + 1))
        place = squeezed.find(wanted, place + 1)
    return found
