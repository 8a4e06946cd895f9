"""Words that are numbers: scales (만, million, 亿), number words, months."""

SCALES: dict[str, float] = {
    "만": 1e4, "억": 1e8, "조": 1e12, "경": 1e16, "천": 1e3, "백": 1e2, "천만": 1e7, "백만": 1e6,
    "십만": 1e5, "십억": 1e9, "백억": 1e10, "천억": 1e11, "십조": 1e13, "백조": 1e14,
    "万": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12, "万亿": 1e12, "千万": 1e7, "百万": 1e6,
    "萬": 1e4, "千": 1e3, "百": 1e2, "万億": 1e12,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "hundred": 1e2,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
}  # fmt: skip

HAN: dict[str, int] = {
    "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 10**8, "億": 10**8, "兆": 10**12,
    "십": 10, "백": 100, "천": 1000, "만": 10_000, "억": 10**8,
}  # fmt: skip

ENGLISH: dict[str, float] = {
    "zero": 0, "no": 0, "one": 1, "first": 1, "once": 1, "single": 1, "two": 2, "second": 2, "twice": 2,
    "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "pair": 2, "both": 2, "couple": 2,
    "three": 3, "third": 3, "triple": 3, "tripled": 3, "four": 4, "fourth": 4, "quarter": 25,
    "five": 5, "fifth": 5, "six": 6, "sixth": 6, "seven": 7, "seventh": 7, "eight": 8, "eighth": 8,
    "nine": 9, "ninth": 9, "ten": 10, "tenth": 10, "eleven": 11, "eleventh": 11, "twelve": 12,
    "twelfth": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "half": 50, "hundred": 100,
    "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "decade": 10, "decades": 10,
    "century": 100, "centuries": 100, "fortnight": 14, "week": 7,
}  # fmt: skip

MONTHS: dict[str, float] = {
    name: float(number)
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        1,
    )  # fmt: skip
    for name in names.split()
}

_ONES = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70,
         "여든": 80, "아흔": 90}  # fmt: skip
_COUNTERS = (
    " ", "번", "명", "개", "곳", "배", "달", "살", "차례", "시", "가지", "건", "팀", "쌍", "대", "마리",
    "자릿", "자리", "골", "판", "경기",
)  # fmt: skip

# 한, 두, 세 and 네 are words of their own sense too, so they count before a counter only.
KOREAN: dict[str, float] = {
    **{f"{word}{after}": float(n) for word, n in _ONES.items() if len(word) == 1 for after in _COUNTERS},
    **{word: float(n) for word, n in {**_ONES, **_TENS}.items() if len(word) > 1},
    **{f"{tens}{one}": float(t + n) for tens, t in _TENS.items() for one, n in _ONES.items()},
    "하나": 1.0, "둘": 2.0, "셋": 3.0, "넷": 4.0, "열": 10.0, "첫": 1.0, "절반": 50.0, "반년": 6.0,
    "1년": 12.0, "하루": 1.0, "이틀": 2.0, "사흘": 3.0, "나흘": 4.0, "닷새": 5.0, "엿새": 6.0,
    "이레": 7.0, "열흘": 10.0, "보름": 15.0, "일주일": 7.0, "두어": 2.0, "양국": 2.0, "양측": 2.0,
    "양사": 2.0, "양팀": 2.0, "제로": 0.0, "단독": 1.0, "유일": 1.0,
    "최초": 1.0, "처음": 1.0, "두배": 2.0, "갑절": 2.0, "곱절": 2.0, "두자릿수": 2.0, "해트트릭": 3.0,
    "멀티골": 2.0, "연년생": 1.0,
}  # fmt: skip
