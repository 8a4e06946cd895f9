"""Findings about what a story has to have: alt texts, sources, a byline."""

from django.utils.translation import gettext_lazy as _

CODES = {
    "alt_missing": (
        _("Missing alt text"),
        _(
            "People who cannot see the image learn nothing about it. Write one sentence that says "
            "what it shows, in the language of the story."
        ),
    ),
    "alt_file_name": (
        _("Alt text is a file name"),
        _("A file name says nothing about the image. Describe what it shows in one sentence."),
    ),
    "alt_same_as_caption": (
        _("Alt text repeats the caption"),
        _(
            "A screen reader says the same words twice. Let the alt text describe what is seen, "
            "and the caption say what it means."
        ),
    ),
    "source_missing": (
        _("No source"),
        _(
            "The text rests on AI or on another outlet’s report, but names no source, so readers "
            "cannot trace it. Add the outlet, title, address and date of each source."
        ),
    ),
    "source_incomplete": (
        _("Incomplete source"),
        _("Source %(position)s lacks: %(missing)s. Readers need it to find the original. Add it."),
    ),
    "source_link": (
        _("Source link does not work"),
        _(
            "The address of source %(position)s is not a complete web address. Copy it again from "
            "the browser; it begins with https://."
        ),
    ),
    "byline_missing": (
        _("No byline"),
        _("The story has no byline, so readers cannot tell who answers for it. Add at least one."),
    ),
}
