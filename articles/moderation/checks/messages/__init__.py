"""What a moderator reads about a finding: what was seen, why it matters, what to do.
The texts of each subject are in a file of their own; a code of a check names one of them.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.lib.hangul import particles

from . import comparison, hidden, images, language, leftovers, links, parts, sentences
from .rules import RULES

# code, or code/kind: (title, explanation). The named places are filled from the finding's data.
CODES = {
    **language.CODES,
    **hidden.CODES,
    **leftovers.CODES,
    **sentences.CODES,
    **comparison.CODES,
    **links.CODES,
    **parts.CODES,
    **images.CODES,
    "check_failed": (
        _("A check did not run"),
        _(
            "The check “%(rule)s” failed on this text, so it has not been checked for it. Read the "
            "text yourself with that in mind, and tell whoever runs the site."
        ),
    ),
}

_LANGUAGES = {"ko": _("Korean"), "en": _("English"), "zh": _("Chinese"), "ja": _("Japanese")}
_PLACES = {
    "headline": _("Headline"),
    "standfirst": _("Standfirst"),
    "body": _("Body"),
    "key_points": _("Key points"),
    "alt": _("Alt text"),
    "caption": _("Caption"),
}
_MISSING = {"outlet": _("outlet"), "url": _("web address"), "date": _("date")}
_WORDS = {
    "declared": _LANGUAGES,
    "place": _PLACES,
    "rule": RULES,
    **images.WORDS,
}
_LONGEST = 60


def message(found_code: str, data: dict, language: str) -> tuple[str, str]:
    """(title, explanation) of a finding in the reader's language; KeyError for an unknown code."""
    title, explanation = CODES.get(f"{found_code}/{data.get('kind')}") or CODES[found_code]
    with override(language):
        words = {name: _in_words(name, value, found_code) for name, value in data.items()}
        return particles(str(title) % words), particles(str(explanation) % words)


def _in_words(name: str, value: object, code: str) -> str:
    if name == "missing" and isinstance(value, (list, tuple)):
        return ", ".join(str(_MISSING.get(each, each)) for each in value)
    text = str(value)
    if name == "seen" and code in ("language_mismatch", "paragraph_language"):
        return str(_LANGUAGES.get(text, text))
    text = str(_WORDS.get(name, {}).get(text, text))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
