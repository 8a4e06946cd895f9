"""Automatic checks: each rule a pure function in a file of its own, from an Item to its findings.
`run` asks all of them; `message` puts a finding into words. Precision comes before reach.
What never enters: the database, the network, a decision. A check only ever points.
"""

import logging
from collections.abc import Callable, Iterable

from . import (
    alt_text,
    assistant_phrases,
    cut_off,
    invisible,
    language,
    mixed_scripts,
    sources,
)
from .item import FIELDS, HIGH, LOW, MEDIUM, SEVERITIES, Found, Item, Picture, SourceItem
from .messages import CODES, message

__all__ = [
    "CODES",
    "FIELDS",
    "Found",
    "HIGH",
    "Item",
    "LOW",
    "MEDIUM",
    "Picture",
    "RULES",
    "SEVERITIES",
    "SourceItem",
    "message",
    "run",
]

Rule = Callable[[Item], Iterable[Found]]

RULES: dict[str, Rule] = {
    "mixed_scripts": mixed_scripts.check,
    "language": language.check,
    "invisible": invisible.check,
    "assistant_phrases": assistant_phrases.check,
    "cut_off": cut_off.check,
    "alt_text": alt_text.check,
    "sources": sources.check,
}

log = logging.getLogger(__name__)


def run(item: Item) -> list[Found]:
    """All findings, in reading order (field, place, severity).

    A rule that fails is a finding of its own: a text is never passed because a check broke.
    """
    found: list[Found] = []
    for name, rule in RULES.items():
        try:
            found.extend(list(rule(item)))
        except Exception:
            log.exception("The check %s failed", name)
            found.append(Found("check_failed", HIGH, "body", 0, 0, "", data={"rule": name}))
    return sorted(found, key=_order)


def _order(found: Found) -> tuple[int, str, int, int]:
    name, _, key = found.field.partition(":")
    return FIELDS.index(name), key, found.start, SEVERITIES.index(found.severity)
