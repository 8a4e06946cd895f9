"""A story that stops in the middle: its last sentence lacks an end mark, or a verb.

Only the last sentence of the body is looked at, and of a Korean paragraph whose other sentences all
end in verbs: headlines, lists and standfirsts end in nouns by custom. 경쟁력 유지 역할 강조. is a
summary's ending in Korean, not a sentence's.
"""

from collections.abc import Iterator
from itertools import islice

import regex

from .item import HIGH, MEDIUM, Found, Item
from .sentences import paragraphs, sentences

_END_MARKS = ".?!…。？！‥"
_CLOSING = "\"'”’»)]）］」』》〉】"
# Signatures, agency marks, addresses and notes under a story are not its last sentence.
_CREDIT = regex.compile(
    r"[(\[<〈【※▶▲■◆●ⓒ©/=*#☞→].*|.{0,30}(?:기자|특파원|통신원|앵커|리포터)\s*(?:=.*|\S+@\S+)?|\S+@\S+|"
    r"https?://\S+|(?:사진|영상|그래픽|자료|출처|글|취재|편집|번역|제보)\s?[=:·].*|"
    r".{0,20}(?:연합뉴스|뉴시스|뉴스1)|"
    r"(?:by|sources?|photos?|reporting by|editing by|with (?:files|reporting) from|—|–|-)\b.*|"
    r"(?:ends|end|끝|-30-|###)",
    regex.I,
)
_LIST_END = regex.compile(r"</(?:ul|ol|h2|h3)>\s*$")
# Source markers follow the full stop: …보도했다.[1]
_MARKERS = regex.compile(r"(?:\s?\[[^\[\]]{1,40}\]){1,9}$")
_SENTENCE = regex.compile(r"(?<=[.?!。？！…][\"'”’)\]」』]?(?:\[\d{1,3}\]){0,3})\s+")
_MOST = 400
_MOST_PARAGRAPHS = 10

# The last syllable before the full stop in nearly every Korean sentence.
_KO_END = frozenset("다요음함임까죠네됨짐봄옴")
# Rarer endings, which as single syllables also end many nouns (여자, 나라, 도구).
_KO_VERBS = regex.compile(
    r"(?:[하보가되지쓰주말살]자|[하마지되가]라|[이어아리느]라|[하되]소|[하되]오|시오|로구나|구나|는구나|거니|느냐|냐"
    r"|는지|은지|을지|할지|일지|겠지|이지|는데|인데|은데|던데|을걸|할걸|는걸|리니|지만|노라|도다|로다|더군|는군|이군|지말라"
    r"|[들돌올내려]감|[밝막잡]힘|[남옮]김|바뀜|[내올]림|[미마]침)"
)
# Nouns reporters do end a sentence with, by long custom.
_KO_NOUNS = regex.compile(
    r"(?:때문|덤|뿐|셈|것|터|예정|계획|전망|방침|정도|수준|따름|마련|차례|일쑤|물론|중|편|격|탓|덕분|"
    r"상태|인가|는가|은가|던가|"
    r"\d\s?[조억만천]?\s?(?:달러|엔|유로|위안|원|명|개|건|위|년|일|월|시|분|초|점|%|도|회|번|호|곳|대|㎞|km|m|kg|표|승|패))"
)
# What cannot end a sentence: a particle or a joining ending, with nothing after it.
_KO_OPEN = regex.compile(
    r"(?:[가-힣](?:을|를|는|에게|에서|으로|면서|지만|는데|도록|려고|하고|하며|하여|해서|되고|되며|하는|되는)"
    r"|위해|대해|통해|따라|관련해|및|또는|그리고|하지만|그러나|특히|수|할|한|된)"
)
_EN_OPEN = regex.compile(
    r"(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|but|as|that|which|who|whose|than|is|are|was|were|"
    r"be|been|has|have|had|will|would|its|their|his|her|this|these|into|over|about|between|because|while|"
    r"including|such|not|said)",
    regex.I,
)


def check(item: Item) -> Iterator[Found]:
    if item.language not in ("ko", "en", "zh", "ja"):
        return
    last = _last_sentence(item.body)
    if item.language == "ko":
        yield from islice(_paragraphs(item.body, last[0] if last else 0), _MOST_PARAGRAPHS)
    if _LIST_END.search(item.body_html):
        return
    if last is None:
        return
    start, end = last
    sentence = item.body[start:end]
    sentence = _MARKERS.sub("", sentence) or sentence
    bare = sentence.rstrip(_CLOSING + "\u2060 ")
    if not bare:
        return
    if bare[-1] not in _END_MARKS and sentence[-1] not in _END_MARKS:
        # A whole quotation or a bracketed note may stand as a paragraph of its own.
        if sentence[-1] in _CLOSING and sentence[0] in "\"'“‘([「『<〈《":
            return
        severity = HIGH if _open_ended(bare, item.language) else MEDIUM
        yield _found("open", severity, start, sentence)
    elif item.language == "ko" and _nominal(bare):
        yield _found("nominal", MEDIUM, start, sentence)


def _paragraphs(body: str, before: int) -> Iterator[Found]:
    """Paragraphs that end in a noun and a full stop, after sentences that all end in 다."""
    for start, end in paragraphs(body[:before]):
        if body[end - 1] != "." or body[start] in "▲△■□◆●○-·*" or not _nominal(body[start:end]):
            continue
        *others, (last, _end) = sentences(body, start, end)
        if others and all(body[at - 2 : at] == "다." for _start, at in others):
            yield _found("paragraph", MEDIUM, last, body[last:end])


def _last_sentence(body: str) -> tuple[int, int] | None:
    """Its span in the body; None where only signatures are left."""
    end = len(body)
    while end > 0:
        start = body.rfind("\n", 0, end) + 1
        line = body[start:end].strip()
        if line and not (len(line) <= 120 and _CREDIT.fullmatch(line)):
            break
        end = start - 1
    else:
        return None
    text = body[start:end].rstrip()
    end = start + len(text)
    start += len(text) - len(text.lstrip())
    for gap in _SENTENCE.finditer(body, max(start, end - _MOST), end):
        start = gap.end()
    return start, end


def _open_ended(bare: str, language: str) -> bool:
    if bare[-1] in ",·、，—–-":
        return True
    word = bare.rsplit(None, 1)[-1]
    if language == "ko":
        return _KO_OPEN.fullmatch(word) is not None or _ends(_KO_OPEN, word, least=2)
    return language == "en" and bool(_EN_OPEN.fullmatch(word))


def _ends(pattern: regex.Pattern, word: str, least: int = 1) -> bool:
    return any(pattern.fullmatch(word[-size:]) for size in range(least, min(6, len(word) + 1)))


def _nominal(bare: str) -> bool:
    stem = bare.rstrip(_END_MARKS + _CLOSING + " ")
    if not stem or bare.endswith(("…", "..", "?", "!")):
        return False
    if stem[-1] in ",·" or stem[-1].isdigit():
        return " " in stem  # 2026. 1. 15. is a date, and may stand alone.
    word = stem.rsplit(None, 1)[-1]
    if not "가" <= stem[-1] <= "힣" or stem[-1] in _KO_END:
        return False
    return not _ends(_KO_NOUNS, word) and not _ends(_KO_VERBS, word)


def _found(kind: str, severity: str, start: int, sentence: str) -> Found:
    ending = " ".join(sentence.split()[-3:])[-40:].rstrip(".")
    data = {"kind": kind, "ending": ending}
    return Found("cut_off", severity, "body", start, start + len(sentence), sentence, data=data)
