"""What a picture's file says of its origin, held against what is recorded and declared of it.

A file is believed where it says AI, never where it says nothing of it.
"""

from collections.abc import Iterator

from articles.disclosure.evidence import NAMES_SYSTEM, Reading, told, undeclared
from articles.disclosure.labels.derive import PHOTOGRAPHS
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence, evidence

from .item import HIGH, LOW, MEDIUM, Found, Item, Picture


def check(item: Item) -> Iterator[Found]:
    for picture in item.pictures:
        yield from _credentials(picture)
        yield from _ai(picture)
        yield from _source_type(picture)


def _credentials(picture: Picture) -> Iterator[Found]:
    state = State(picture.state)
    if picture.changed:
        yield _found("image_checked_again", HIGH, picture)
    if state is State.INVALID_TAMPERED:
        yield _found("image_tampered", HIGH, picture)
    elif state.invalid:
        kind = "expired" if state is State.INVALID_EXPIRED else "other"
        yield _found("image_credentials_invalid", MEDIUM, picture, kind=kind)
    elif state is State.UNREADABLE:
        yield _found("image_unreadable", LOW, picture)


def _ai(picture: Picture) -> Iterator[Found]:
    found, recorded = Evidence(picture.ai_evidence), told(picture.recorded)
    reading = Reading(picture.state, picture.ai_evidence, picture.reasons)
    if undeclared(reading, picture.recorded, picture.declared):
        kind = _kind(picture, found)
        severity = MEDIUM if kind == "system" else HIGH
        yield _found("image_ai_undeclared", severity, picture, kind=kind)
    elif found is Evidence.FULLY and recorded is Evidence.PARTLY:
        yield _found("image_ai_more", MEDIUM, picture)
    elif found is Evidence.POSSIBLY and recorded is Evidence.NONE:
        yield _found("image_ai_possible", LOW, picture)


def _source_type(picture: Picture) -> Iterator[Found]:
    found, declared = Evidence(picture.ai_evidence), picture.declared
    less = evidence(declared).strength < found.strength
    if declared in PHOTOGRAPHS and found is Evidence.FULLY:
        yield _found("image_not_a_photograph", HIGH, picture)
    elif declared and less and found in (Evidence.FULLY, Evidence.PARTLY):
        yield _found("image_declared_differs", MEDIUM, picture)
    # What invalid credentials say of a camera is disregarded like the rest of it.
    camera = picture.evidenced in PHOTOGRAPHS and not State(picture.state).invalid
    if camera and found is Evidence.NONE and told(picture.recorded) is Evidence.FULLY:
        yield _found("image_camera", LOW, picture)


def _kind(picture: Picture, found: Evidence) -> str:
    if found in (Evidence.FULLY, Evidence.PARTLY):
        return found.value
    declared = evidence(picture.declared).strength >= Evidence.PARTLY.strength
    return "declared" if declared or NAMES_SYSTEM not in picture.reasons else "system"


def _found(code: str, severity: str, picture: Picture, **data: str) -> Found:
    types = {"declared_type": picture.declared, "evidenced_type": picture.evidenced}
    return Found(
        code,
        severity,
        f"image:{picture.key}",
        0,
        0,
        "",
        data={"picture": picture.key} | types | data,
    )
