"""What a moderator confirms before approving, by what AI did. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

TEXTS = {
    "read_source": _("I have read the sources themselves"),
    "facts_match": _("Names, titles, numbers and dates are as in the sources"),
    "quotes_match": _("Quotations stand in the sources and mean the same"),
    "claims_attributed": _("Each claim says whose it is"),
    "sources_complete": _("The list of sources is complete"),
    "matches_original": _("The translation says what the original says"),
    "image_right": _("The image’s label, alt text and caption are right"),
    "read_whole": _("I have read the whole text"),
}


@dataclass(frozen=True)
class Item:
    code: str
    text: str


def items(text_label: str, has_image: bool, has_sources: bool) -> list[Item]:
    """The checklist for an article whose text has this label (`generated_unreviewed`, …)."""
    state = text_label.removesuffix("_unreviewed")
    codes = ["read_whole"]
    if state == "translated":
        codes.append("matches_original")
    if state in {"generated", "translated", "unknown"} and has_sources:
        codes += ["read_source", "facts_match", "quotes_match"]
    if state in {"generated", "unknown"}:
        codes += ["claims_attributed", "sources_complete"]
    if has_image:
        codes.append("image_right")
    return [Item(code, TEXTS[code]) for code in codes]


def for_case(case: "object") -> list[Item]:
    """The checklist of one case."""
    snapshot = case.revision.snapshot
    return items(case.text_label, bool(snapshot["images"]), bool(snapshot["sources"]))
