"""Line breaks that read well in Korean: a particle never starts a line of its own.

With `word-break: keep-all` a browser may still break after a closing quotation mark and around a
middle dot. U+2060 (word joiner) forbids it. The joiner is added when a page is rendered and is
never stored, so that search, copies and checks see the text as it was typed.
"""

import regex

JOINER = "\u2060"
CLOSING = "’”)」』》〉］）"

_CLOSED = regex.compile(rf"(?<=[{CLOSING}])(?=\p{{Hangul}})")
_DOT = regex.compile(rf"(?<=[^\s{JOINER}]){JOINER}?·{JOINER}?(?=[^\s{JOINER}])")


def join(text: str) -> str:
    """Tie closing marks to the Hangul after them and an unspaced `·` to both sides; idempotent."""
    return _DOT.sub(f"{JOINER}·{JOINER}", _CLOSED.sub(JOINER, text))
