"""Every text of the demo newsroom, in the order in which the loader takes it in.

The facts are few and stay as they were reported; only the wording is Galpi's own.
"""

from newsroom.demo.stories import desk, english, hong_kong, money, neighbours, queue, set_aside
from newsroom.demo.stories.cast import PEOPLE, SECTIONS, SYSTEMS
from newsroom.demo.stories.pictures import ASSETS
from newsroom.demo.stories.shapes import Story

KOREAN: tuple[Story, ...] = (*neighbours.STORIES, *money.STORIES, *hong_kong.STORIES)
ENGLISH: tuple[Story, ...] = english.STORIES
SET_ASIDE: tuple[Story, ...] = set_aside.STORIES
QUEUE: tuple[Story, ...] = queue.STORIES
DESK: tuple[Story, ...] = desk.STORIES
STORIES: tuple[Story, ...] = (*KOREAN, *SET_ASIDE, *ENGLISH, *QUEUE, *DESK)

__all__ = (
    "ASSETS",
    "DESK",
    "ENGLISH",
    "KOREAN",
    "PEOPLE",
    "QUEUE",
    "SECTIONS",
    "SET_ASIDE",
    "STORIES",
    "SYSTEMS",
)
