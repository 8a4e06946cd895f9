"""Numbers of a translation that its original does not name. Advisory: languages count differently.

The original is the story this one was translated from; both are read as generously as possible
(number words, 만 and 万, months), and only what stands nowhere in the original is told.
"""

from collections.abc import Iterator
from itertools import islice

from .figures import written
from .item import LOW, Found, Item
from .numbers import Known, counted, stripped

_MOST = 10


def check(item: Item) -> Iterator[Found]:
    if item.original is None or not item.original.text.strip():
        return
    known = Known(item.original.text)
    yield from islice(_body(item, known), _MOST)


def _body(item: Item, known: Known) -> Iterator[Found]:
    for figure in written(stripped(item.body)):
        if not known.has(figure, item.body):
            quote = item.body[figure.start : figure.end]
            data = {"seen": quote + counted(item.body, figure)}
            span = (figure.start, figure.end)
            yield Found("translation_number", LOW, "body", *span, quote, data=data)
