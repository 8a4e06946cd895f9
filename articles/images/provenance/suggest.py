"""From evidence to a suggestion. Pure.

A person confirms every suggestion. Nothing here concludes anything from the absence of evidence.
The codes of stages are those of the disclosure room, which lies above this one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from articles.images import source_types
from articles.images.source_types import Evidence

GENERATION, EDITING, COMPOSITE = "generation", "editing", "composite"
LABELS = {GENERATION: "generated", EDITING: "edited", COMPOSITE: "composite"}


class Reading(Protocol):
    """What a claim and a stored report have in common."""

    state: str
    ai_evidence: str
    digital_source_type: str
    reasons: Iterable[str]


@dataclass(frozen=True)
class Suggestion:
    """What to record, for a person to confirm. Empty strings where the evidence does not tell.

    `stage` and `extent` are codes of the disclosure room; `reasons` are codes of this one.
    """

    stage: str = ""
    extent: str = ""
    digital_source_type: str = ""
    reasons: tuple[str, ...] = ()


def suggest(reading: Reading) -> Suggestion:
    """The AI use that the evidence suggests. "No AI" is never suggested."""
    found = Evidence(reading.ai_evidence)
    told = reading.digital_source_type
    declared = told if source_types.is_writable(told) else ""
    reasons = [code for code in reading.reasons if code.startswith(("ai_", "xmp_", "aigc_"))]
    if str(reading.state).startswith("invalid"):
        reasons.append("credentials_disregarded")
    if found is Evidence.FULLY:
        return Suggestion(GENERATION, "whole", declared, tuple(reasons))
    if found is Evidence.PARTLY:
        stage = COMPOSITE if told == "compositeSynthetic" else EDITING
        return Suggestion(stage, "", declared, tuple(reasons))
    return Suggestion(digital_source_type=declared, reasons=tuple(reasons))


def label(reading: Reading) -> str:
    """The code of the image label that the evidence suggests; "" where it suggests none."""
    if reading.state == "invalid_tampered":
        return "invalid"
    return LABELS.get(suggest(reading).stage, "")
