"""What is looked at first: a number from 0 to 999, and in words why. Pure.

The gravest open finding decides (600, 300 or 0); what else weighs adds up to 299 at most, so that
no sum of small things overtakes a grave one.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

BANDS = {"high": 600, "medium": 300, "low": 0}
# The more of it a machine made, and the less of that a person has seen, the sooner.
TEXT = {
    "generated_unreviewed": 110,
    "generated": 90,
    "unknown": 80,
    "translated_unreviewed": 70,
    "translated": 60,
    "assisted": 30,
}
IMAGE = {"invalid": 60, "generated": 50, "unknown": 45, "composite": 40, "edited": 30}
A_STEP_OF_REACH = 20
LIVE = 40
FURTHER = {"high": 6, "medium": 3, "low": 1}
MOST_FURTHER = 29


@dataclass(frozen=True)
class Facts:
    """What the number follows from. `high`, `medium`, `low` count open findings; `text` and
    `image` are label codes; `reach` is the section's, 0 to 3; `live`: readers have an earlier
    version of the story before them now."""

    high: int = 0
    medium: int = 0
    low: int = 0
    text: str = "none"
    image: str = ""
    reach: int = 1
    live: bool = False

    def gravest(self) -> str:
        return "high" if self.high else "medium" if self.medium else "low"


def score(facts: Facts) -> int:
    gravest = facts.gravest()
    counts = {"high": facts.high, "medium": facts.medium, "low": facts.low}
    further = sum(FURTHER[severity] * n for severity, n in counts.items())
    further -= FURTHER[gravest] if counts[gravest] else 0
    return (
        BANDS[gravest]
        + min(MOST_FURTHER, further)
        + TEXT.get(facts.text, 0)
        + IMAGE.get(facts.image, 0)
        + A_STEP_OF_REACH * max(0, min(3, facts.reach))
        + (LIVE if facts.live else 0)
    )


def band(risk: int) -> tuple[int, int]:
    """The lowest and the highest number of a risk (3 high, 2 medium, 1 low)."""
    lowest = 300 * (risk - 1)
    return lowest, lowest + 299


def reasons(facts: Facts) -> list[str]:
    """Why the number is what it is, the weightiest first, in the active language."""
    said = []
    if facts.high:
        said.append(_grave(facts.high))
    elif facts.medium:
        said.append(
            ngettext("%(n)s medium finding", "%(n)s medium findings", facts.medium)
            % {"n": facts.medium}
        )
    if facts.text.startswith("generated"):
        said.append(_("AI wrote the text"))
    elif facts.text.startswith("translated"):
        said.append(_("AI translated the text"))
    elif facts.text == "unknown":
        said.append(_("use of AI in the text unknown"))
    said += filter(None, [_image(facts.image)])
    if facts.live:
        said.append(_("readers have an earlier version now"))
    if facts.reach >= 2:
        said.append(_("section with a wide reach"))
    return said


def _grave(n: int) -> str:
    return ngettext("%(n)s grave finding", "%(n)s grave findings", n) % {"n": n}


def _image(code: str) -> str:
    if code == "invalid":
        return _("credentials of the image invalid")
    if code == "generated":
        return _("AI made the image")
    if code == "unknown":
        return _("origin of the image not confirmed")
    return ""
