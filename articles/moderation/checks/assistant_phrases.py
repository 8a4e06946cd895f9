"""Left-overs of a chat with an assistant: its phrases, citations, prompts, gaps and Markdown."""

import re
from collections.abc import Iterator

import regex

from . import leftover_patterns as patterns
from .item import HIGH, MEDIUM, Found, Item, texts

_KINDS = (
    ("assistant_phrase", HIGH, patterns.compiled(patterns.ASSISTANT)),
    ("citation_token", HIGH, patterns.compiled(patterns.CITATION)),
    ("prompt_left", HIGH, patterns.compiled(patterns.PROMPT)),
    ("placeholder", HIGH, patterns.compiled(patterns.PLACEHOLDER)),
    ("markdown_left", MEDIUM, patterns.compiled(patterns.MARKDOWN)),
)
# Text without Asian letters is not asked for the half that is written in them.
_ASIAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_LATIN_KINDS = tuple(
    (code, severity, patterns.compiled(patterns.latin(table)))
    for (code, severity, _pattern), table in zip(
        _KINDS,
        (
            patterns.ASSISTANT,
            patterns.CITATION,
            patterns.PROMPT,
            patterns.PLACEHOLDER,
            patterns.MARKDOWN,
        ),
        strict=True,
    )
)
_BOLD = regex.compile(r"\*\*([^*\n]+)\*\*")
_MOST = 20


def check(item: Item) -> Iterator[Found]:
    for field, text in texts(item):
        kinds = _KINDS if _ASIAN.search(text) else _LATIN_KINDS
        for code, severity, pattern in kinds:
            for number, found in enumerate(pattern.finditer(text)):
                if number >= _MOST:
                    break
                yield _found(code, severity, field, found)


def _found(code: str, severity: str, field: str, found: regex.Match) -> Found:
    quote = found.group()
    bold = _BOLD.fullmatch(quote) if code == "markdown_left" else None
    suggestion = bold[1] if bold else ""
    if code == "placeholder" and "needed" in quote:
        severity = MEDIUM  # An editor's note to an editor, common in encyclopaedias.
    data = {"seen": quote.strip()}
    return Found(code, severity, field, found.start(), found.end(), quote, suggestion, data)
