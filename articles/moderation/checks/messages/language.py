"""Findings about the language and the scripts of a text."""

from django.utils.translation import gettext_lazy as _

CODES = {
    "han_in_hangul": (
        _("Untranslated Chinese characters"),
        _(
            "“%(seen)s” stands inside Korean text. It is most likely left over from a machine "
            "translation, and readers cannot make sense of it. Translate it, or put the hanja in "
            "brackets after its Korean reading."
        ),
    ),
    "kana_in_korean": (
        _("Untranslated Japanese characters"),
        _(
            "“%(seen)s” stands inside Korean text. It is most likely left over from a machine "
            "translation. Translate it, or write it in Hangul."
        ),
    ),
    "foreign_in_english": (
        _("Untranslated characters in an English word"),
        _(
            "“%(seen)s” touches an English word. It is most likely left over from a machine "
            "translation. Translate it, or put it in brackets."
        ),
    ),
    "lookalike_letters": (
        _("Look-alike letters in a word"),
        _(
            "The word looks Latin but holds letters of another alphabet: %(seen)s. Search and "
            "screen readers do not recognise it. Type the word again."
        ),
    ),
    "language_mismatch": (
        _("%(place)s: language differs from the story’s"),
        _(
            "The story is declared to be in %(declared)s, but this text is in %(seen)s. Readers "
            "and screen readers get the wrong language. Translate it, or correct the declared "
            "language."
        ),
    ),
    "paragraph_language": (
        _("Untranslated paragraph"),
        _(
            "The story is in %(declared)s, but this paragraph is in %(seen)s. Translate it, or "
            "take it out."
        ),
    ),
}
