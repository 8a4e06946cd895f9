"""Findings about what does not agree: with the body, the sources, the original, other stories."""

from django.utils.translation import gettext_lazy as _

CODES = {
    "number_not_in_text": (
        _("%(place)s: a number that is not in the text"),
        _(
            "“%(seen)s” stands neither in the body nor in the sources’ texts. Readers take numbers "
            "from here first. Check it against the source, and correct it here or in the body."
        ),
    ),
    "number_unit": (
        _("%(place)s: another unit than in the text"),
        _(
            "The text has the number of “%(seen)s” with another currency or as a share. Check which "
            "of the two is right."
        ),
    ),
    "name_not_in_text": (
        _("%(place)s: a name that is not in the text"),
        _(
            "“%(seen)s” does not occur in the body or in the sources’ texts. Check whether it is "
            "spelled right and whether it is the right one."
        ),
    ),
    "quote_not_in_source": (
        _("Quotation not found in the source"),
        _(
            "The words “%(seen)s” are not in the sources’ texts in this language. AI tools make "
            "quotations up. Compare it with the original, or take the quotation marks away and "
            "report it in your own words."
        ),
    ),
    "translation_number": (
        _("A number that is not in the original"),
        _(
            "“%(seen)s” does not occur in the story this was translated from. It may only be written "
            "another way there; check that it means the same."
        ),
    ),
    "unattributed_claim": (
        _("A claim without a source"),
        _(
            "“%(seen)s”: readers cannot tell who says so. Name the person or the institution, or "
            "mark the source."
        ),
    ),
    "two_spellings": (
        _("One name, two spellings"),
        _(
            "“%(seen)s” and “%(other)s” both stand for %(gloss)s. Decide on one, or readers take "
            "them for two."
        ),
    ),
    "glossary_variant": (
        _("Not the house spelling"),
        _("The glossary writes “%(preferred)s”, not “%(seen)s”."),
    ),
    "near_duplicate/same": (
        _("Already submitted?"),
        _(
            "%(percent)s%% of this text is also in “%(headline)s”. Check whether the same story "
            "was submitted twice, or whether one should update the other."
        ),
    ),
    "near_duplicate/event": (
        _("Perhaps the same event"),
        _(
            "%(percent)s%% of this text is also in “%(headline)s”. Check whether both are needed, "
            "and link them to each other."
        ),
    ),
    "near_duplicate/same_elsewhere": (
        _("Already submitted?"),
        _(
            "%(percent)s%% of this text is also in a story that waits in another section. Ask "
            "there whether the same story was submitted twice."
        ),
    ),
    "near_duplicate/event_elsewhere": (
        _("Perhaps the same event"),
        _(
            "%(percent)s%% of this text is also in a story that waits in another section. Ask "
            "there whether both are needed."
        ),
    ),
}
