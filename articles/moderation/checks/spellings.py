"""One name written two ways: 쑨동(孫東) and 쑨둥(孫東) in one story.

What stands in the brackets proves that both mean the same; forms that only translate each other
(세계보건기구(WHO), 보건기구(WHO)) or share nothing are left alone.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from unicodedata import normalize

import regex

from .item import MEDIUM, Found, Item

# The bracket is looked for first: it is rare, and names are everywhere.
_GLOSS = {
    "ko": regex.compile(
        r"[(（](?P<gloss>\p{Han}{2,8}"
        r"|\p{Lu}[\p{Latin}’'.-]{1,30}(?:[ -]\p{Latin}[\p{Latin}’'.-]{0,30}){0,4})[)）,]"
    ),
    "en": regex.compile(r"[(（](?P<gloss>\p{Han}{2,8}|[가-힣]{2,8})[)）,]"),
}
_NAME = {
    "ko": regex.compile(r"[가-힣]{2,12}(?:[ ·][가-힣]{1,12}){0,3}$"),
    "en": regex.compile(r"\p{Lu}[\p{Latin}’'-]{1,30}(?: \p{Lu}?[\p{Latin}’'-]{1,30}){0,3}$"),
}
_LONGEST = 52
_ACRONYM = regex.compile(r"[\p{Lu}\p{N}&.-]{1,8}")
_ALIKE = 0.55
_MOST = 10


def check(item: Item) -> Iterator[Found]:
    if item.language not in _GLOSS:
        return
    first: dict[str, list[str]] = {}
    told = 0
    for field, text in (
        ("headline", item.headline),
        ("standfirst", item.standfirst),
        ("body", item.body),
        ("key_points", "\n".join(item.key_points)),
    ):
        for found in _GLOSS[item.language].finditer(text):
            before = text[max(0, found.start() - _LONGEST) : found.start()].rstrip()
            named = _NAME[item.language].search(before)
            if not named or _ACRONYM.fullmatch(found["gloss"]):
                continue
            names = first.setdefault(regex.sub(r"[ .’'-]", "", found["gloss"]).casefold(), [])
            name = _name(named.group(), found["gloss"], names[0] if names else "")
            start = text.rindex(name, 0, found.start())
            other = next((one for one in names if _two_ways(one, name)), "")
            if not names or other:
                names.append(name)
            if other and told < _MOST:
                told += 1
                data = {"seen": name, "other": other, "gloss": found["gloss"]}
                span = (start, start + len(name))
                yield Found("two_spellings", MEDIUM, field, *span, name, data=data)


def _name(before: str, gloss: str, known: str) -> str:
    """As many of the words before the bracket as the first mention had; at first as many as stand
    in the bracket."""
    words = before.split(" ")
    count = known.count(" ") + 1 if known else gloss.count(" ") + 1
    return " ".join(words[-count:])


def _two_ways(one: str, other: str) -> bool:
    if one == other or one.endswith(other) or other.endswith(one):
        return False
    if abs(len(one) - len(other)) > 2:
        return False
    left, right = normalize("NFD", one.casefold()), normalize("NFD", other.casefold())
    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= _ALIKE
