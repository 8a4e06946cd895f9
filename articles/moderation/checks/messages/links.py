"""Findings about where links lead."""

from django.utils.translation import gettext_lazy as _

CODES = {
    "link_malformed": (
        _("A link that leads nowhere"),
        _("“%(seen)s” is not a complete address. Copy it again from the browser."),
    ),
    "link_scheme": (
        _("A link that runs code"),
        _(
            "“%(seen)s” does not lead to a page but runs something in the reader’s browser. Remove it."
        ),
    ),
    "link_from_assistant": (
        _("A link copied from an AI tool"),
        _(
            "“%(seen)s” carries the mark of an AI tool. Check that the page exists and says what the "
            "text says, and link to it without the mark."
        ),
    ),
    "link_unlisted": (
        _("A link to a site that is no source"),
        _(
            "%(host)s is not among the sources of this story. Check that it is the site you mean, "
            "and add it to the sources if the story rests on it."
        ),
    ),
}
