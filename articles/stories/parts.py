"""What other rooms add to a revision.

A revision holds the whole of an article, and some of it (AI uses, related links) is kept by rooms
above this one. Each registers, when the programme starts, a function from an article to JSON.
Nothing here calls up: it calls what was handed down.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articles.stories.models import Article

Collect = Callable[["Article"], Any]
Judge = Callable[[dict[str, Any]], bool]


@dataclass(frozen=True)
class Part:
    """`collect` gives the part; `needs_review` looks at the whole snapshot."""

    name: str
    collect: Collect
    needs_review: Judge | None = None


_parts: dict[str, Part] = {}


def register(name: str, collect: Collect, needs_review: Judge | None = None) -> None:
    _parts[name] = Part(name, collect, needs_review)


def registered() -> list[Part]:
    """All parts, by name, so that the order of registration cannot change a hash."""
    return [_parts[name] for name in sorted(_parts)]
