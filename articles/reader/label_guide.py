"""Every label there is, with what it says, worked out from example records as for a story."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import pgettext

from articles.disclosure.labels import Label, Review, Use, Words, image_label, text_label, words
from articles.reader.credentials import GUIDE, Verdict, of_state

TEXT_CODES = (
    "none",
    "assisted",
    "translated",
    "translated_unreviewed",
    "generated",
    "generated_unreviewed",
    "unknown",
)
IMAGE_CODES = ("none", "generated", "edited", "composite", "unknown", "invalid")
_SOMEBODY = Review("")


@dataclass(frozen=True)
class Entry:
    """One label in the page's language and in the other."""

    own: Words
    other: Words
    is_image: bool


def guide(language: str, other: str) -> list[Entry]:
    texts = [(text_example(code), text_example(code), False) for code in TEXT_CODES]
    images = [(image_example(c, language), image_example(c, other), True) for c in IMAGE_CODES]
    return [
        Entry(words(here, language), words(there, other), is_image)
        for here, there, is_image in [*texts, *images]
    ]


def credentials() -> list[Verdict]:
    """What checking a file's Content Credentials can come to, one of each kind."""
    return [of_state(state) for state in GUIDE]


def text_example(code: str) -> Label:
    """The label of a text in this state, by an unnamed editor from an unnamed source."""
    state, _, waits = code.partition("_")
    uses = {
        "none": [Use("none")],
        "assisted": [Use("copy_edit", "small"), Use("research", "small")],
        "translated": [Use("translation")],
        "generated": [Use("draft")],
        "unknown": [],
    }[state]
    return text_label(uses, None if waits else _SOMEBODY)


def image_example(code: str, language: str) -> Label:
    with translation.override(language):
        background = pgettext("example of an edited image", "Its background was extended")
        sky = pgettext("example of a composite image", "The sky")
    uses = {
        "none": [Use("none")],
        "generated": [Use("generation")],
        "edited": [Use("editing", detail=background, people_unchanged=True)],
        "composite": [Use("composite", detail=sky)],
        "unknown": [],
        "invalid": [],
    }[code]
    return image_label(uses, "invalid_tampered" if code == "invalid" else "none")
