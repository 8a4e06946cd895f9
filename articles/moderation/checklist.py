"""What a moderator confirms before approving, by what AI did. Pure.

Text that AI wrote or translated may go out without its AI label only under human review and
editorial responsibility (EU AI Act, Art. 50(4)); here that means accuracy, plausibility and
sources, each confirmed on its own.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from articles.moderation.models import Case

TEXTS = {
    "read_whole": _("I have read the whole text"),
    "matches_original": _("The translation says what the original says, and leaves nothing out"),
    "read_source": _("I have read the sources themselves"),
    "facts_match": _("Names, titles, numbers and dates are as in the sources"),
    "quotes_match": _("Quotations stand in the sources and mean the same"),
    "plausible": _("What it says is plausible, and nothing we know speaks against it"),
    "claims_attributed": _("Each claim says whose it is"),
    "sources_complete": _("The list of sources is complete"),
    "image_right": _("The image’s label, alt text and caption are right"),
    "image_evidence": _("What is declared of the image agrees with what its file says"),
    "not_a_real_scene": _("Nobody will take the image for a photograph of a real event"),
    "people_unchanged": _("In the edited image people and events are as they were photographed"),
}


@dataclass(frozen=True)
class Item:
    code: str
    text: str


def items(
    text_label: str,
    has_image: bool,
    has_sources: bool,
    *,
    image_label: str = "",
    people_unchanged: bool = False,
) -> list[Item]:
    """The checklist for an article whose text and lead image have these labels
    (`generated_unreviewed`, …). `people_unchanged`: readers are told that of the image."""
    state = text_label.removesuffix("_unreviewed")
    codes = ["read_whole"]
    if state == "translated":
        codes.append("matches_original")
    if state in {"generated", "translated", "unknown"} and has_sources:
        codes += ["read_source", "facts_match", "quotes_match"]
    if state in {"generated", "unknown"}:
        codes += ["plausible", "claims_attributed", "sources_complete"]
    if has_image:
        codes.append("image_right")
        if image_label not in {"", "none"}:
            codes.append("image_evidence")
        if image_label in {"generated", "composite"}:
            codes.append("not_a_real_scene")
        if people_unchanged:
            codes.append("people_unchanged")
    return [Item(code, TEXTS[code]) for code in codes]


def for_case(case: "Case") -> list[Item]:
    """The checklist of one case."""
    snapshot = case.revision.snapshot
    uses = [use for said in snapshot["ai_uses"]["images"].values() for use in said["uses"]]
    return items(
        case.text_label,
        bool(snapshot["images"]),
        bool(snapshot["sources"]) or bool(snapshot["translated_from"]),
        image_label=case.image_label,
        people_unchanged=any(use["people_unchanged"] for use in uses),
    )
