import pytest

from articles.moderation.checks import Item, SourceText, names

BODY = "김민수 장관은 홍콩에서 이재명 대통령과 만났다. 박도윤 씨도 함께했다."
ENGLISH = (
    "Joseph Chan of the HKMA met U.S. officials. Mr Chan said the plan was sound. The bank agreed."
)


def found(headline, body=BODY, language="ko", **more):
    return list(names.check(Item(language, headline, "", "", body, **more)))


@pytest.mark.parametrize(
    ("headline", "quote", "severity"),
    [
        ("김민석 장관, 홍콩 방문", "김민석", "medium"),
        ("최서연 의원, 홍콩 방문", "최서연", "low"),
        ("정하늘씨의 하루", "정하늘", "low"),
        ("《만권당의 밤》이 온다", "만권당의 밤", "low"),
    ],
)
def test_a_name_that_the_body_does_not_hold_is_found(headline, quote, severity):
    assert [(one.quote, one.severity) for one in found(headline)] == [(quote, severity)]


@pytest.mark.parametrize(
    "headline",
    [
        "김민수 장관, 홍콩 방문",
        "이 대통령, 홍콩 장관 만나",
        "이재명 대통령, 홍콩 방문",
        "고용부 장관, 홍콩 방문",
        "전남 지사, 홍콩 방문",
        "신임 대표 뽑는다",
        "등장 인물의 후보 되기",
        "금융위 위원장 교체",
        "박도윤씨의 하루",
        "‘슈퍼커넥터’ 홍콩",
        "조국혁신당 대표 회견",
    ],
)
def test_offices_places_and_known_names_are_silent(headline):
    assert found(headline) == []


@pytest.mark.parametrize(
    "headline", ["Joseph Lee says the plan is sound", "The plan of Maria Lopez grows"]
)
def test_an_english_name_that_is_not_there_is_found(headline):
    assert [one.severity for one in found(headline, ENGLISH, "en")] == ["low"]


@pytest.mark.parametrize(
    "headline",
    [
        "Mr Joseph Chan says the plan is sound",
        "Joe Chan says the plan is sound",
        "The Hong Kong Monetary Authority says the plan is sound",
        "The United States agrees with the plan",
        "Maria Lopez Says The Plan Is Sound And Good",
        "On Monday Chan said the plan is sound",
        "The bank agreed",
    ],
)
def test_known_names_and_title_case_are_silent_in_english(headline):
    assert found(headline, ENGLISH, "en") == []


def test_a_sources_text_in_the_same_language_bears_a_name_out():
    korean = SourceText("최서연 의원이 말했다.", "ko")
    assert found("최서연 의원, 홍콩 방문", source_texts=(korean,)) == []
    english = SourceText("최서연", "en")
    assert len(found("최서연 의원, 홍콩 방문", source_texts=(english,))) == 1
