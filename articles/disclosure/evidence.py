"""What a picture's file gives, held against what was recorded of it. Pure.

A file can only ever prove that AI was used: nothing here concludes that none was.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.disclosure.stages import ImageStage
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence, evidence

TELLS = {
    ImageStage.GENERATION: Evidence.FULLY,
    ImageStage.COMPOSITE: Evidence.PARTLY,
    ImageStage.EDITING: Evidence.PARTLY,
}
# The file names an AI system, whatever it says of the source type.
NAMES_SYSTEM = "xmp_ai_system"


@dataclass(frozen=True)
class Reading:
    """What one reading of a file gave, as far as it is weighed here."""

    state: str = State.NONE.value
    ai_evidence: str = Evidence.NONE.value
    reasons: tuple[str, ...] = ()


def told(stages: Iterable[str]) -> Evidence:
    """How much of the picture AI made, as recorded."""
    found = [TELLS.get(stage, Evidence.NONE) for stage in stages]
    return max(found, key=lambda each: each.strength, default=Evidence.NONE)


def undeclared(reading: Reading, stages: Iterable[str], declared: str = "") -> bool:
    """Whether the file, or the source type declared for it, says AI where no use is recorded."""
    if told(stages) is not Evidence.NONE:
        return False
    strongest = max(Evidence(reading.ai_evidence).strength, evidence(declared).strength)
    return strongest >= Evidence.PARTLY.strength or NAMES_SYSTEM in reading.reasons


def worse(then: Reading, now: Reading, stages: Iterable[str]) -> bool:
    """Whether a later reading takes something away from what was known before: the credentials
    became invalid, or there is evidence of more AI than was seen, and than is recorded."""
    before, after = State(then.state), State(now.state)
    if after.invalid and not before.invalid:
        return True
    if after is State.INVALID_TAMPERED and before is not after:
        return True
    found = Evidence(now.ai_evidence).strength
    known = max(Evidence(then.ai_evidence).strength, told(stages).strength)
    return found >= Evidence.PARTLY.strength and found > known
