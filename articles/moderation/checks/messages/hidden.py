"""Findings about characters that nobody sees."""

from django.utils.translation import gettext_lazy as _

CODES = {
    "direction_control": (
        _("Hidden characters that reverse the text"),
        _(
            "The text holds direction controls (%(chars)s), with which it can read differently "
            "from what is stored. Take them out."
        ),
    ),
    "tag_characters": (
        _("Hidden text"),
        _(
            "The text holds characters that nobody sees (%(chars)s) and that can carry a hidden "
            "message. Take them out."
        ),
    ),
    "broken_character": (
        _("Broken character"),
        _(
            "A character was lost on the way (%(chars)s). Look it up in the original and type it "
            "again."
        ),
    ),
    "hangul_filler": (
        _("Invisible Hangul filler"),
        _(
            "The text holds an empty Hangul character (%(chars)s). It looks like a space but "
            "breaks search and line breaks. Take it out."
        ),
    ),
    "loose_jamo": (
        _("Hangul in loose letters"),
        _(
            "The syllables are stored as single letters (%(chars)s), as in file names from a Mac. "
            "Search does not find them. Type the word again."
        ),
    ),
    "invisible_character": (
        _("Invisible character"),
        _(
            "The word holds a character that nobody sees (%(chars)s), often copied from a web "
            "page. It breaks search and links. Take it out."
        ),
    ),
    "soft_hyphen": (
        _("Hidden hyphen"),
        _(
            "The word holds a hidden hyphen (%(chars)s), often copied from a PDF file. Search may "
            "miss the word. Take it out."
        ),
    ),
    "variation_selector": (
        _("Invisible form selector"),
        _("The word holds a character that only selects a form (%(chars)s). Take it out."),
    ),
    "private_use": (
        _("Character without a meaning"),
        _(
            "The text holds a character that only one font knows (%(chars)s). Readers see an "
            "empty box. Replace it."
        ),
    ),
}
