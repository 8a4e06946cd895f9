"""Automatic checks: each rule a pure function in a file of its own, from an Item to its findings.
`run` asks all of them; `message` puts a finding into words. Precision comes before reach.
What never enters: the database, the network, a decision. A check only ever points.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from . import (
    alt_text,
    assistant_phrases,
    byline,
    claims,
    cut_off,
    doubled,
    duplicates,
    glossary,
    image_evidence,
    image_rights,
    invisible,
    language,
    links,
    mixed_scripts,
    names,
    numbers,
    quotations,
    quotes,
    sources,
    spellings,
    translation,
)
from .item import (
    FIELDS,
    HIGH,
    LOW,
    MEDIUM,
    SEVERITIES,
    Found,
    Item,
    Other,
    Picture,
    Right,
    SourceItem,
    SourceText,
    Term,
)
from .messages import CODES, message

__all__ = [
    "CODES",
    "FIELDS",
    "Found",
    "HIGH",
    "Item",
    "LOW",
    "MEDIUM",
    "Other",
    "Picture",
    "RULES",
    "Right",
    "SEVERITIES",
    "Setting",
    "SourceItem",
    "SourceText",
    "Term",
    "message",
    "run",
]

Rule = Callable[[Item], Iterable[Found]]


class Setting(NamedTuple):
    """What an operator says of one rule; no severity means the rule's own."""

    enabled: bool = True
    severity: str = ""


RULES: dict[str, Rule] = {
    "mixed_scripts": mixed_scripts.check,
    "language": language.check,
    "invisible": invisible.check,
    "assistant_phrases": assistant_phrases.check,
    "cut_off": cut_off.check,
    "doubled": doubled.check,
    "quotes": quotes.check,
    "numbers": numbers.check,
    "names": names.check,
    "quotations": quotations.check,
    "translation": translation.check,
    "claims": claims.check,
    "spellings": spellings.check,
    "glossary": glossary.check,
    "links": links.check,
    "duplicates": duplicates.check,
    "alt_text": alt_text.check,
    "sources": sources.check,
    "image_evidence": image_evidence.check,
    "image_rights": image_rights.check,
    "byline": byline.check,
}

log = logging.getLogger(__name__)


def run(item: Item, settings: Mapping[str, Setting] | None = None) -> list[Found]:
    """All findings, in reading order (field, place, severity).

    `settings` are by the names in RULES: a rule that is off is not run, a severity replaces that of
    all its findings. A rule that fails is a finding of its own, as grave as can be: a text is never
    passed because a check broke.
    """
    found: list[Found] = []
    for name, rule in RULES.items():
        enabled, severity = (settings or {}).get(name, Setting())
        if not enabled:
            continue
        try:
            seen = list(rule(item))
        except Exception:
            log.exception("The check %s failed", name)
            found.append(Found("check_failed", HIGH, "body", 0, 0, "", data={"rule": name}))
            continue
        found += [replace(one, severity=severity) for one in seen] if severity else seen
    return sorted(found, key=_order)


def _order(found: Found) -> tuple[int, str, int, int]:
    name, _, key = found.field.partition(":")
    return FIELDS.index(name), key, found.start, SEVERITIES.index(found.severity)
