"""What each check is called where people switch it on and off."""

from django.utils.translation import gettext_lazy as _

RULES = {
    "mixed_scripts": _("Mixed scripts"),
    "language": _("Language"),
    "invisible": _("Invisible characters"),
    "assistant_phrases": _("Left-over words of AI tools"),
    "cut_off": _("Text that breaks off"),
    "doubled": _("Doubled sentences and paragraphs"),
    "quotes": _("Quotation marks and brackets"),
    "numbers": _("Numbers that the text does not bear out"),
    "names": _("Names that the text does not bear out"),
    "quotations": _("Quotations against the sources"),
    "translation": _("Numbers of a translation"),
    "claims": _("Claims without a source"),
    "spellings": _("One name, two spellings"),
    "glossary": _("House spellings"),
    "links": _("Links"),
    "duplicates": _("The same story twice"),
    "alt_text": _("Alt text"),
    "sources": _("Sources"),
    "byline": _("Byline"),
    "image_evidence": _("Evidence in images"),
    "image_rights": _("Rights to images"),
}
