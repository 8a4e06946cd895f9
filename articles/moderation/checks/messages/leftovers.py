"""Findings about what AI tools and editors leave behind."""

from django.utils.translation import gettext_lazy as _

CODES = {
    "assistant_phrase": (
        _("Left-over words of an AI assistant"),
        _(
            "“%(seen)s” is something an assistant says to the person who uses it, not to readers. "
            "Take it out, and check the sentences around it."
        ),
    ),
    "citation_token": (
        _("Left-over citation code"),
        _(
            "“%(seen)s” is an AI tool’s internal reference and means nothing to readers. Take it "
            "out, and name the source it stood for."
        ),
    ),
    "prompt_left": (
        _("Left-over instruction to an AI tool"),
        _(
            "“%(seen)s” reads like an instruction to an AI tool. Take it out, and check that "
            "nothing else of the exchange was pasted with it."
        ),
    ),
    "placeholder": (
        _("Placeholder not filled in"),
        _("“%(seen)s” holds the place of something still missing. Fill it in or take it out."),
    ),
    "markdown_left": (
        _("Left-over markup"),
        _(
            "“%(seen)s” is formatting code that readers would see as it stands. Use the editor’s "
            "formatting instead."
        ),
    ),
}
