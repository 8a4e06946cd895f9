"""What a moderator reads about a finding: what was seen, why it matters, what to do."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.lib.hangul import particles

# code, or code/kind: (title, explanation). The named places are filled from the finding's data.
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
_RULES = {
    "mixed_scripts": _("Mixed scripts"),
    "language": _("Language"),
    "invisible": _("Invisible characters"),
    "assistant_phrases": _("Left-over words of AI tools"),
    "cut_off": _("Text that breaks off"),
    "alt_text": _("Alt text"),
    "sources": _("Sources"),
}
_WORDS = {
    "declared": _LANGUAGES,
    "place": _PLACES,
    "rule": _RULES,
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
