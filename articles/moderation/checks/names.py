"""Names over a story that do not stand in it: 김민석 장관 in the headline, 김민수 in the body.

Only what is certainly a name is looked at: in Korean a full name before an office or 씨, and titles
in 《》; in English two and more capitalised words in a line that is not capitalised as a whole.
"""

from collections.abc import Iterator
from itertools import islice

import regex

from .item import LOW, MEDIUM, Found, Item

_OFFICES = (
    "대통령|총리|부총리|장관|차관|의원|대표|원내대표|회장|부회장|사장|부사장|시장|지사|교수|감독|선수|위원장|위원|총장|"
    "청장|원장|국장|실장|본부장|대변인|수석|변호사|판사|검사|작가|배우|가수|박사|기자|이사장|총재|행장|장군|군수|구청장|"
    "후보|의장|코치|연구원|소장|센터장|팀장|비서관|행정관|행정장관|전무|국무장관"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민"
    "진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편"
    "용"
)
_KOREAN = regex.compile(
    rf"(?<![가-힣])(?P<name>[{_SURNAMES}][가-힣]{{2}})(?:\s(?:전|신임|현|前|신|대선|수석|선임|명예|공동)?\s?"
    rf"(?P<office>{_OFFICES})|\s?씨)(?=[은는이가을를의에와과도,·…\s”’\"')]|$)"
)
# Places, bodies and plain nouns that begin like a family name.
_NO_NAME = regex.compile(
    r".*[의는를을과와에부청원처회당국군구측실팀단님형급별년월들적인계층권형과]|한국.|이번.|전체.|정부.|주요.|유명.|여성.|남성.|현지.|최고.|"
    r"최연소|신세계|금융.|지방.|강남.|마포.|서울.|경기.|인천.|전국.|전남도|국민.|민주.|조국혁|개혁.|정의.|진보.|노동.|"
    r"문화.|원내.|공동.|차기.|우승.|대한.|성공.|한동안|이른바|하나의|모든.|어떤.|어느.|여러.|이사.|차세대|유력.|현대차"
)
_TITLE = regex.compile(r"[《『](?P<title>[^》』\n]{2,30})[》』]")
_ENGLISH = regex.compile(
    r"(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}’'-]+"
    r"(?: (?:(?:of|the|de|da|van|von|al|bin|la|le) )?\p{Lu}[\p{L}’'.-]+){1,4}"
)
_ACRONYM = regex.compile(r"\b(?:[A-Z]{2,8}\b|(?:[A-Z]\.){2,8})")
_LATIN = regex.compile(r"[\p{Latin}\p{N}]+")
_SMALL = regex.compile(r"of|the|de|da|van|von|al|bin|la|le|a|an|in|on|at|for|and|to", regex.I)
# What a sentence begins with, and titles: capitalised, but no part of the name.
_STARTS = regex.compile(
    r"of|the|a|an|in|on|at|for|and|to|but|when|while|after|before|if|as|by|from|with|it|he|she|they|this|that"
    r"|these|those|how|why|what|who|where|more|most|no|new|two|three|four|five|six|seven|eight|nine|ten"
    r"|former|mr|mrs|ms|dr|sir|us|uk|eu|top|all|both|chief",
    regex.I,
)
_DAYS = regex.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august"
    r"|september|october|november|december",
    regex.I,
)
_MOST = 10


def check(item: Item) -> Iterator[Found]:
    if not item.body.strip():
        return
    same = [one.text for one in item.source_texts if one.language in ("", item.language)]
    base = "\n".join([item.body, *same])
    for field, text in (("headline", item.headline), ("standfirst", item.standfirst)):
        if item.language == "ko":
            yield from islice(_korean(field, text, base), _MOST)
        elif item.language == "en":
            yield from islice(_english(field, text, base), _MOST)


def _korean(field: str, text: str, base: str) -> Iterator[Found]:
    for found in _KOREAN.finditer(text):
        name = found["name"]
        if name in base or _NO_NAME.fullmatch(name):
            continue
        # 이 대통령 stands for 이재명 대통령: the body may know the person by the family name.
        office = found["office"] or "씨"
        if regex.search(rf"(?<![가-힣]){name[0]}\s?(?:전\s)?{office}", base):
            continue
        other = regex.search(rf"(?<![가-힣]){name[0]}[가-힣]{{2}} {office}", base)
        severity = MEDIUM if other else LOW
        data = {"place": field, "seen": name}
        yield Found("name_not_in_text", severity, field, *found.span("name"), name, data=data)
    bare = "".join(base.split())
    for found in _TITLE.finditer(text):
        if "".join(found["title"].split()) not in bare:
            data = {"place": field, "seen": found["title"]}
            span = found.span("title")
            yield Found("name_not_in_text", LOW, field, *span, found["title"], data=data)


def _english(field: str, text: str, base: str) -> Iterator[Found]:
    if _capitalised(text):
        return
    known = {word.casefold() for word in _LATIN.findall(base)}
    acronyms = {found.replace(".", "") for found in _ACRONYM.findall(base)}
    for found in _ENGLISH.finditer(text):
        start, name = _without_start(found)
        words = [_stem(word) for word in name.split() if not _SMALL.fullmatch(word)]
        if len(words) < 2 or _first_letters(name) & acronyms:
            continue
        missing = [word for word in words if not _stands(word, known)]
        # A family name that stands is enough: Mr Chan is Joseph Chan.
        if words[-1] in missing and len(missing) * 2 >= len(words):
            data = {"place": field, "seen": name}
            span = (start, start + len(name))
            yield Found("name_not_in_text", LOW, field, *span, name, data=data)


def _capitalised(text: str) -> bool:
    """A line in title case says nothing about what is a name."""
    long = [word for word in _LATIN.findall(text) if len(word) > 3 and not word.isdigit()]
    upper = sum(word[0].isupper() for word in long)
    return len(long) > 3 and upper > len(long) * 0.6


def _without_start(found: regex.Match) -> tuple[int, str]:
    """Without “The”, a weekday or an office's short word at its beginning or end."""
    start, words = found.start(), found.group().split(" ")
    while len(words) > 1 and _begins(words[0].rstrip(".")):
        start += len(words.pop(0)) + 1
    while len(words) > 1 and _DAYS.fullmatch(words[-1].rstrip(".")):
        words.pop()
    return start, " ".join(words).rstrip(".")


def _begins(word: str) -> bool:
    return bool(_STARTS.fullmatch(word) or _DAYS.fullmatch(word))


def _stem(word: str) -> str:
    return regex.sub(r"[’']s?$", "", word).rstrip(".").casefold()


def _stands(word: str, known: set[str]) -> bool:
    forms = {word, word.rstrip("s"), word + "s", *word.split("-")}
    return bool(forms & known) or any(part in known for part in _LATIN.findall(word))


def _first_letters(name: str) -> set[str]:
    words = [word for word in regex.split(r"[ -]", name) if word]
    large = "".join(word[0] for word in words if word[0].isupper())
    return {large, "".join(word[0] for word in words).upper()}
