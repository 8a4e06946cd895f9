import pytest

from tests.checks.make import check, codes


@pytest.mark.parametrize(
    "text",
    [
        "분석가들은 이를 중요한 시험대로 본다.",
        "전문가들은 경기가 나아진다고 본다.",
        "정치권 일각에서는 반대 목소리도 나온다.",
        "새 계획이 곧 발표될 것으로 알려졌다.",
        "값이 더 오를 것이라는 관측이 나온다.",
        "관계자는 곧 발표한다고 말했다.",
    ],
)
def test_a_claim_of_nobody_is_told(text):
    assert codes(check(text)) == [("unattributed_claim", "low")]


@pytest.mark.parametrize(
    "text",
    [
        "전문가들은 경기가 나아진다고 본다.[1]",
        "로이터에 따르면 전문가들은 경기가 나아진다고 본다.",
        "전문가들은 반대한다. 김철수 홍콩대 교수는 “이르다”고 말했다.",
        "홍콩통화청은 새 계획이 곧 발표될 것으로 알려졌다는 보도를 부인했다.",
        "경찰에 따르면 그는 홍콩에 있었다. 그는 곧 돌아올 것으로 알려졌다.",
        "경찰 관계자는 곧 발표한다고 말했다.",
        "그는 “전문가들은 늘 반대한다”고 말했다.",
        "그는 경제 전문가다.",
        "시장에서는 사과를 판다.",
    ],
)
def test_a_claim_with_somebody_behind_it_is_silent(text):
    assert check(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Analysts say the plan is bold.",
        "Some experts believe it will fail.",
        "It is widely believed that the plan failed.",
        "The firm is reportedly in trouble.",
        "Sources said the talks had failed.",
    ],
)
def test_english_claims_of_nobody_are_told(text):
    assert codes(check(text, "en")) == [("unattributed_claim", "low")]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts at Goldman Sachs say the plan is bold.",
        "Analysts say the plan is bold, according to Reuters.",
        "Analysts say the plan is bold.[2]",
        "Experts say it will fail. “It cannot work,” said Maria Lopez of the bank.",
        "He said: “Experts say all sorts of things.”",
        "She is one of the experts on it.",
        "The critics saw the film.",
    ],
)
def test_english_claims_with_somebody_behind_them_are_silent(text):
    assert check(text, "en", headline="", standfirst="") == []
