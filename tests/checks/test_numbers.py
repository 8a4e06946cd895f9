import pytest

from articles.moderation.checks import Item, SourceText, numbers

BODY = (
    "홍콩은 2026년 1월 15일 1조 2,980억원을 들여 20개 사업을 벌인다고 밝혔다. 성장률은 3.24%로, 지난해 7.8%보다 낮다. "
    "참가자는 10,234명이며 두 도시가 함께한다. 예산의 절반을 쓴다."
)
ENGLISH = (
    "Hong Kong will spend $2.98 billion on twenty projects, it said on Jan. 15, 2026. Growth fell to 3.24 per "
    "cent from 7.8 per cent. About 10,234 people took part in both cities."
)


def found(headline, body=BODY, language="ko", **more):
    return list(numbers.check(Item(language, headline, "", "", body, **more)))


@pytest.mark.parametrize(
    "headline",
    [
        "홍콩, 25개 사업 시작",
        "홍콩, 3조원 들인다",
        "성장률 3.9%로 하락",
        "참가자 2만 명",
        "홍콩, 1월 16일 발표",
        "참가자 555명",
    ],
)
def test_a_number_that_the_body_does_not_hold_is_found(headline):
    assert [(one.code, one.severity) for one in found(headline)] == [
        ("number_not_in_text", "medium")
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "홍콩, 20개 사업 시작",
        "홍콩, 1.3조원 들인다",
        "홍콩, 1조3000억원 들인다",
        "성장률 3.2%로 하락",
        "참가자 1만 명",
        "참가자 1만여 명 돌파",
        "참가자 1만명 넘어",
        "1월 15일 발표 (종합2보)",
        "[1보] 홍콩, 20개 사업",
        "D-30, 홍콩의 준비",
        "5·18 기념식",
        "2025년보다 낮아",
        "26년 사업 발표",
        "도시 2곳 함께",
        "예산 50% 쓴다",
        "G20과 F-35, 5G, 갤럭시S26",
        "사업을 읽는 3가지 열쇠",
        "Billboard Hot 100 진입",
        "제22대 국회",
        "숫자가 없는 제목",
    ],
)
def test_what_the_body_says_in_another_way_is_silent(headline):
    assert found(headline) == []


@pytest.mark.parametrize(
    "headline", ["Hong Kong to spend $4bn", "Growth falls to 3.9 percent", "25 projects planned"]
)
def test_an_english_number_that_is_not_there_is_found(headline):
    assert [one.code for one in found(headline, ENGLISH, "en")] == ["number_not_in_text"]


@pytest.mark.parametrize(
    "headline",
    [
        "Hong Kong to spend nearly $3bn",
        "Growth falls to 3.2 percent",
        "20 projects planned",
        "Over 10,000 took part",
        "5 things to know about the plan",
        "COVID-19 and the G20",
        "January 15: the day of 2 cities",
    ],
)
def test_an_english_number_said_another_way_is_silent(headline):
    assert found(headline, ENGLISH, "en") == []


def test_a_sources_text_bears_a_number_out():
    source = SourceText("The plan has 25 projects.", "en")
    assert found("홍콩, 25개 사업 시작", source_texts=(source,)) == []


def test_another_currency_is_another_statement():
    body = "홍콩은 3조원을 들인다고 밝혔다."
    assert [one.code for one in found("홍콩, 3조 달러 들인다", body)] == ["number_unit"]
    assert found("홍콩, 3조원 들인다", body) == []


def test_standfirst_and_key_points_are_read_too_and_the_place_is_exact():
    item = Item("ko", "", "사업은 25개다.", "", BODY, key_points=("20개 사업", "참가자 555명"))
    seen = list(numbers.check(item))
    assert [(one.field, one.quote) for one in seen] == [("standfirst", "25"), ("key_points", "555")]
    assert "20개 사업\n참가자 555명"[seen[1].start : seen[1].end] == "555"
    assert seen[1].data["seen"] == "555명"


def test_without_a_body_nothing_is_compared():
    assert found("홍콩, 25개 사업 시작", "") == []
