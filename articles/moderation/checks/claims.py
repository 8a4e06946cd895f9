"""Claims that nobody in particular makes: 전문가들은, 알려졌다, analysts say.

Advisory, and silent where a source stands by: a marker [1], a name with an office, “에 따르면”, or
somebody quoted in the next sentence.
"""

from collections.abc import Iterator

import regex

from .item import LOW, Found, Item
from .sentences import sentences

_KOREAN = regex.compile(
    r"(?<![가-힣])(?:(?:분석가|전문가|애널리스트|비평가|누리꾼|네티즌|소식통|관측통)(?:들)?"
    r"(?:은|는|이|가|들? 사이에서는?)"
    r"|(?<![가-힣A-Z] )(?:한 )?(?:고위 )?관계자(?:들)?는"
    r"|(?:(?:업계|정치권|학계) )?(?:일각|업계|정치권|학계|금융권|법조계|재계)(?:에서는|에선|에서도|에서)"
    r"(?=[^.]{0,80}?(?:나온다|나왔다|제기|지적|관측|전망|우려|분석|평가|보고 있다|본다|목소리))"
    r"|(?:많은|대부분의|상당수|일부|여러) (?:분석가|전문가|학자)(?:들)?(?:은|는|이))"
    r"|(?P<hearsay>(?:것으로|고) (?:알려졌다|알려져 있다|전해졌다|전해진다))"
    r"|(?:관측|분석|전망|지적|우려|해석|평가)(?:이|가|도) "
    r"(?:나온다|나왔다|나오고 있다|제기된다|제기됐다|지배적이다|많다)"
)
_KOREAN_NAMED = regex.compile(
    r"에 따르면|에 의하면|에 따라|을 인용|를 인용|\[\d{1,3}\]"
    r"|[가-힣]{2,4}(?:\([^()]{1,20}\))?\s(?:\p{L}{1,12}\s){0,2}"
    r"(?:교수|연구원|위원|대표|애널리스트|박사|소장|변호사|회장|의원|장관|센터장|본부장|이코노미스트|팀장|국장|원장)"
    r"(?:은|는|이|가|도)|(?:은|는) [^.]{0,60}[“\"]"
    r"|(?:연구소|연구원|대학|증권|은행|통신|신문|일보|방송|위원회|협회|학회|기관|부|청|사|처|당국|경찰|검찰|법원|정부|포스트|타임스|저널)"
    r"(?:은|는|이|가|의 (?:전문가|분석가|관계자))"
)
_ENGLISH = regex.compile(
    r"\b(?:(?:(?:some|many|most|several|other|industry|market|independent|political|legal) )*"
    r"(?:analysts|experts|critics|observers|sources|insiders|commentators|economists|researchers"
    r"|officials)"
    r" (?:say|said|believe|believed|argue|argued|think|expect|warn|warned|fear|suggest|note|noted"
    r"|claim|claimed)\b"
    r"|it is (?:widely )?(?:believed|thought|understood|expected|said|reported|rumou?red) "
    r"(?:that|to)\b"
    r"|(?:is|are|was|were) (?:widely )?(?:believed|thought|understood|rumou?red|reported|said) to\b"
    r"|\breportedly\b|some (?:say|argue|believe|claim)\b"
    r"|it has been (?:reported|claimed|said)\b)",
    regex.I,
)
_ENGLISH_NAMED = regex.compile(
    r"\[\d{1,3}\]|\b(?i:according to|citing|cited by|quoted by)\b"
    r"|\b(?i:told|tells) (?:the )?\p{Lu}"
    r"|\b(?i:analysts?|experts?|economists?|researchers?|officials?|critics|sources|people|observers)"
    r" (?i:at|from|with|in|of|for|familiar with) (?:the |an? )?\p{Lu}"
    r"|\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,? (?:\p{Ll}+ ){0,4}"
    r"(?i:said|says|professor|analyst|economist|director|head)\b"
    r"|\b(?i:said|says|argues|wrote|writes|by) (?:the )?\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+"
    r"|including \p{Lu}"
)
_MOST = 5
_LONG = 600


def check(item: Item) -> Iterator[Found]:
    claim, named = {
        "ko": (_KOREAN, _KOREAN_NAMED),
        "en": (_ENGLISH, _ENGLISH_NAMED),
    }.get(item.language, (None, None))
    if claim is None or named is None or not claim.search(item.body):
        return
    spans = list(sentences(item.body))
    told = 0
    for number, (start, end) in enumerate(spans):
        # A claim stands near a sentence's beginning or end; longer ones are no prose.
        found = claim.search(item.body, start, min(end, start + _LONG))
        if not found or _cited(item.body, found):
            continue
        hearsay = bool(found.groupdict().get("hearsay"))
        if _is_named(item.body, spans, number, named, hearsay):
            continue
        told += 1
        if told > _MOST:
            return
        quote = found.group()
        yield Found("unattributed_claim", LOW, "body", *found.span(), quote, data={"seen": quote})


def _is_named(
    body: str, spans: list[tuple[int, int]], number: int, named: regex.Pattern, hearsay: bool
) -> bool:
    """In the sentence itself, or where the next one of the paragraph quotes somebody. Hearsay
    (…것으로 알려졌다) goes on from whoever was named in the two sentences before."""

    def names(index: int) -> bool:
        start, end = spans[index]
        return bool(named.search(body, start, min(end, start + _LONG)))

    if names(number) or (hearsay and any(names(n) for n in range(max(0, number - 2), number))):
        return True
    if number + 1 == len(spans):
        return False
    begins, ends = spans[number + 1]
    same = "\n" not in body[spans[number][1] : begins]
    quoted = any(mark in body[begins : min(ends, begins + _LONG)] for mark in '“"')
    return same and quoted and names(number + 1)


def _cited(body: str, found: regex.Match) -> bool:
    """Inside a quotation somebody else makes the claim."""
    before = body[max(0, found.start() - 200) : found.start()].rsplit("\n", 1)[-1]
    return before.count("“") > before.count("”")
