"""The copies that are shown: upright, in sRGB, nothing private in them, marked and signed afresh.

A copy is made from the original alone and can be made again; its public name stays the same.
What a page looks like never enters, nor who may see it.
"""

from articles.images.renditions.background import later, settled
from articles.images.renditions.encode import Encoded
from articles.images.renditions.ensure import ensure, first, outdated
from articles.images.renditions.kinds import CARD
from articles.images.renditions.make import CONTENT_TYPES, OriginalLost
from articles.images.renditions.marks import marks
from articles.images.renditions.rows import store
from articles.images.renditions.show import KEY, SIZES, Srcset, open, srcset

__all__ = [
    "CARD",
    "CONTENT_TYPES",
    "KEY",
    "SIZES",
    "Encoded",
    "OriginalLost",
    "Srcset",
    "ensure",
    "first",
    "later",
    "marks",
    "open",
    "outdated",
    "settled",
    "srcset",
    "store",
]
