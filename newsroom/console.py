"""How the commands speak: in the language of the terminal, one plain line at a time."""

import sys

from django.core.management.base import CommandError

from articles.lib.terminal import language

__all__ = ["Refusal", "language", "refuse", "say"]


class Refusal(CommandError):
    """Something is in the way. Its text is one translated sentence that says what to do."""


def say(text: object = "") -> None:
    """Print one line at once, and never fail for a terminal that lacks Hangul."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    print(text, flush=True)


def refuse(refusal: Refusal) -> None:
    """Print the sentence on stderr and leave with 1."""
    sys.stdout.flush()
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    print(refusal, file=sys.stderr, flush=True)
    sys.exit(1)
