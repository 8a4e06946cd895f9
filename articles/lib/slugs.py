"""Readable addresses: a title's slug is cosmetic; the short id finds the story."""

import secrets
import unicodedata

import regex

LONGEST = 40
FALLBACK = "story"
# No vowels, so that no id spells a word; no 0, 1, l, so that none is misread.
ALPHABET = "bcdfghjkmnpqrstvwxyz23456789"
ID_LENGTH = 8

# 쑨동(孫東) and 조셉 찬(陳浩濂, Joseph Chan) lose the gloss: in an address it is only noise.
_GLOSS = regex.compile(r"[(\[]\s*\p{Han}[^()\[\]]{0,60}+[)\]]")
_APOSTROPHE = regex.compile(r"(?<=\p{L})['’ʼ](?=\p{L})")
_NOT_WORD = regex.compile(r"[^\p{L}\p{M}\p{N}]+")


def slugify_title(text: str, language: str) -> str:
    """A title as words joined by hyphens, at most 40 characters, cut between words, never empty."""
    text = _GLOSS.sub(" ", unicodedata.normalize("NFKC", text))
    if language == "en":
        text = _APOSTROPHE.sub("", text)
    slug = _NOT_WORD.sub("-", text.lower()).strip("-")
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    # Lower-casing can take a letter apart (İ), so the stored form is made last.
    return unicodedata.normalize("NFC", slug).strip("-") or FALLBACK


def short_id() -> str:
    """Eight random characters, 28 to the eighth: not guessable, and no count of stories leaks."""
    return "".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH))
