"""Findings about sentences: cut off, doubled, not closed."""

from django.utils.translation import gettext_lazy as _

CODES = {
    "cut_off": (
        _("The text breaks off"),
        _(
            "The last sentence ends without an end mark: “%(ending)s”. The rest may be lost. "
            "Compare it with the original and finish the sentence."
        ),
    ),
    "cut_off/nominal": (
        _("The last sentence is cut short"),
        _(
            "The last sentence ends in a noun instead of a verb: “%(ending)s”. That is how "
            "summaries break off. Finish the sentence."
        ),
    ),
    "doubled_sentence": (
        _("The same sentence twice"),
        _("“%(seen)s” stands in the text already. Take one of the two out."),
    ),
    "doubled_paragraph": (
        _("The same paragraph twice"),
        _(
            "This whole paragraph stands further up already. AI tools and copying leave such "
            "doubles. Take one of the two out."
        ),
    ),
    "cut_off/paragraph": (
        _("A paragraph is cut short"),
        _(
            "The paragraph ends in a noun instead of a verb: “%(ending)s”. The rest of the sentence "
            "may be lost. Compare it with the original."
        ),
    ),
    "unbalanced_quote": (
        _("Quotation mark without its pair"),
        _(
            "Near “%(near)s” a quotation mark is opened or closed alone. Readers cannot tell where "
            "the quotation ends. Set the other one."
        ),
    ),
    "unbalanced_bracket": (
        _("Bracket without its pair"),
        _(
            "Near “%(near)s” a bracket is opened or closed alone. Set the other one, or take it out."
        ),
    ),
}
