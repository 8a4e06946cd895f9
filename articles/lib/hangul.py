"""What Korean text needs: NFC, script runs, particles that fit the word before them, bigrams."""

import unicodedata
from dataclasses import dataclass

import regex

_SCRIPTS = regex.compile(
    r"(?P<hangul>\p{Hangul}+)|(?P<han>\p{Han}+)|(?P<kana>[\p{Hiragana}\p{Katakana}]+)"
    r"|(?P<latin>\p{Latin}+)|(?P<cyrillic>\p{Cyrillic}+)|(?P<greek>\p{Greek}+)"
)
# CJK is written without dependable spaces, so its index terms are pairs; the rest are words.
_TERMS = regex.compile(
    r"(?P<cjk>[\p{Hangul}\p{Han}\p{Hiragana}\p{Katakana}ー]+)|[\p{L}\p{N}\p{M}]+"
)
_FIRST, _LAST = ord("가"), ord("힣")
_RIEUL = 8
_DIGIT_HAS_FINAL = {"1": True, "7": True, "8": True, "2": False, "4": False, "5": False}

# Written form: (after a final consonant, after a vowel).
_PAIRS = {
    "을(를)": ("을", "를"),
    "를(을)": ("을", "를"),
    "이(가)": ("이", "가"),
    "가(이)": ("이", "가"),
    "은(는)": ("은", "는"),
    "는(은)": ("은", "는"),
    "와(과)": ("과", "와"),
    "과(와)": ("과", "와"),
    "(으)로": ("으로", "로"),
    "(이)라": ("이라", "라"),
    "(이)나": ("이나", "나"),
    "(이)며": ("이며", "며"),
    "(이)었": ("이었", "였"),
}
# Between the word and its particle may stand a closing tag, quotes, and one bracketed gloss:
# 쑨동(孫東)은(는) follows 동. Every repetition has a bound, so the search stays linear.
_PARTICLE = regex.compile(
    r"(?P<last>[\p{L}\p{N}%])"
    r"(?P<between>(?:\([^()<>]{1,40}\)|</[a-z0-9]{1,10}>|[’”'\"」』》〉）\]\u2060]){0,4}?)"
    r"(?P<pair>" + "|".join(regex.escape(pair) for pair in _PAIRS) + ")"
)


@dataclass(frozen=True)
class Run:
    """A stretch of one script; offsets are code points."""

    script: str
    start: int
    end: int
    text: str


def nfc(text: str) -> str:
    """The one form that is stored: whole syllables, never loose jamo as in macOS file names."""
    return unicodedata.normalize("NFC", text)


def script_runs(text: str) -> list[Run]:
    """Runs of hangul, han, kana, latin, cyrillic and greek letters; everything else is left out."""
    return [
        Run(found.lastgroup or "", found.start(), found.end(), found.group())
        for found in _SCRIPTS.finditer(text)
    ]


def has_final(char: str) -> bool | None:
    """Whether a Hangul syllable ends in a consonant; None for anything that is no such syllable."""
    if len(char) != 1 or not _FIRST <= ord(char) <= _LAST:
        return None
    return (ord(char) - _FIRST) % 28 != 0


def particles(text: str) -> str:
    """Choose the particle: 홍콩을(를) becomes 홍콩을, 도쿄(으)로 becomes 도쿄로, 서울(으)로 서울로.

    After a digit that ends the same way read in Korean and in English (2 이·투, 7 칠·세븐) that
    decides; after other digits and Latin letters the written pair stays, because the reading is
    not certain (2030을(를), HKMA은(는)).
    """
    return _PARTICLE.sub(_chosen, text)


def _chosen(found: regex.Match) -> str:
    last, between, pair = found["last"], found["between"], found["pair"]
    final = has_final(last)
    if final is None and pair != "(으)로":
        final = _DIGIT_HAS_FINAL.get(last)
    if final is None:
        return found.group()
    if pair == "(으)로" and (ord(last) - _FIRST) % 28 == _RIEUL:
        final = False
    return last + between + _PAIRS[pair][0 if final else 1]


def bigrams(text: str) -> list[str]:
    """Index terms in order: pairs of neighbouring CJK characters, other words whole, all folded."""
    terms: list[str] = []
    for found in _TERMS.finditer(unicodedata.normalize("NFKC", text).casefold()):
        word = found.group()
        if found["cjk"] is None or len(word) == 1:
            terms.append(word)
        else:
            terms.extend(word[i : i + 2] for i in range(len(word) - 1))
    return terms
