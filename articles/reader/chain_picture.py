"""The chain as a picture: where its circles, lines and words stand. Numbers are SVG units."""

from collections.abc import Sequence
from dataclasses import dataclass

from articles.reader.chain import Link

ROW, LEFT, INDENT, WIDTH = 56, 16, 28, 320
RADIUS, GAP = 12, 4


@dataclass(frozen=True)
class Node:
    """All texts: a template would write 1234 as 1,234, which no SVG can read."""

    number: str
    mark: str
    title: str
    x: str
    y: str
    text_x: str
    text_y: str
    glyph_x: str
    glyph_y: str


@dataclass(frozen=True)
class Drawing:
    """`lines` are paths from each link up to the one that was made from it."""

    width: str
    height: str
    nodes: tuple[Node, ...]
    lines: tuple[str, ...]


def draw(links: Sequence[Link]) -> Drawing:
    """One row for each link, the newest at the top; parts stand further in than what they are in."""
    places: list[tuple[int, int]] = []
    for row, link in enumerate(links):
        above = places[link.above][0] if 0 <= link.above < row else LEFT
        x = min(above + (INDENT if link.material else 0), LEFT + 3 * INDENT)
        places.append((x, ROW // 2 + row * ROW))
    return Drawing(
        width=str(WIDTH),
        height=str(ROW * len(links)),
        nodes=tuple(_node(row, link, *places[row]) for row, link in enumerate(links)),
        lines=tuple(
            _line(places[row], places[link.above])
            for row, link in enumerate(links)
            if 0 <= link.above < row
        ),
    )


def _node(row: int, link: Link, x: int, y: int) -> Node:
    return Node(
        number=str(row + 1),
        mark=link.mark,
        title=link.title,
        x=str(x),
        y=str(y),
        text_x=str(x + RADIUS + 10),
        text_y=str(y + 5),
        glyph_x=str(x - RADIUS),
        glyph_y=str(y - RADIUS),
    )


def _line(low: tuple[int, int], high: tuple[int, int]) -> str:
    """Up from one circle to another, with the head of an arrow at the upper end."""
    x, top = high[0], high[1] + RADIUS + GAP
    if low[0] == x:
        start = f"M{x} {low[1] - RADIUS - GAP}V{top}"
    else:
        start = f"M{low[0] - RADIUS - GAP} {low[1]}H{x}V{top}"
    return f"{start}m-4 5l4 -5l4 5"
