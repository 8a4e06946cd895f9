import pytest

from tests.checks.make import check, codes

ONE = "홍콩과 선전은 핀테크 협력을 넓히기로 했다."
TWO = "두 도시는 올해 안에 공동 기구를 세운다고 밝혔다."
THREE = "이 기구는 결제와 자산 관리를 함께 다룬다고 한다."
EN = "Hong Kong and Shenzhen will work more closely together."
EN_TWO = "A joint office is to open before the end of the year."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", f"{ONE} {TWO} {ONE}"),
        ("ko", f"{ONE}\n\n{TWO}\n\n{ONE}"),
        ("ko", f"{ONE}[1] {TWO} {ONE}[2]"),
        ("ko", f"{ONE} {TWO} 홍콩과 선전은, 핀테크 협력을 넓히기로 했다."),
        ("en", f"{EN} {EN_TWO} {EN}"),
        (
            "zh",
            "香港将与深圳深化金融科技方面的合作。两地今年设立机构。香港将与深圳深化金融科技方面的合作。",
        ),
        (
            "ja",
            "香港と深圳は協力を深めると発表した。今年中に機関を設ける。香港と深圳は協力を深めると発表した。",
        ),
    ],
)
def test_a_sentence_that_stands_twice_is_found(language, text):
    item_language = language if language in ("ko", "en") else "en"
    found = check(text, item_language) if language in ("ko", "en") else other(text, language)
    assert codes(found) == [("doubled_sentence", "medium")]


def other(text, language):
    from articles.moderation.checks import Item, doubled

    return list(doubled.check(Item(language, "", "", "", text)))


def test_directly_after_each_other_one_of_the_two_is_sure_to_go():
    found = check(f"{ONE} {ONE} {TWO}")
    assert [(one.quote, one.suggestion) for one in found] == [(f"{ONE} {ONE}", ONE)]


def test_apart_from_each_other_a_person_decides_which_one_goes():
    found = check(f"{ONE} {TWO} {ONE}")
    assert (found[0].quote, found[0].suggestion) == (ONE, "")


def test_a_paragraph_that_stands_twice_is_told_once_and_gravely():
    body = f"{ONE} {TWO} {THREE}\n\n{EN_TWO}\n\n{ONE} {TWO} {THREE}"
    found = [one for one in check(body) if one.code.startswith("doubled")]
    assert codes(found) == [("doubled_paragraph", "high")]


@pytest.mark.parametrize(
    "text",
    [
        f"{ONE} {TWO}",
        "그는 말했다. 그녀도 들었다. 그는 말했다.",
        f"{ONE} 홍콩과 선전은 핀테크 협력을 줄이기로 했다.",
        "“함께하겠다.” 그는 되풀이했다. “함께하겠다.”",
        "1월 15일은 목요일이다. 1월 16일은 금요일이다.",
    ],
)
def test_what_only_looks_alike_is_silent(text):
    assert check(text) == []


@pytest.mark.parametrize(
    "text", ["“Yes,” he said. “Yes,” she said.", f"{EN} {EN_TWO}", "Mr. Kim left. Mr. Kim left."]
)
def test_short_english_repetitions_are_silent(text):
    assert check(text, "en") == []


def test_no_more_than_twenty_are_told():
    many = " ".join(f"{ONE[:-1]} {n}번째라고 했다." for n in range(30))
    assert len(check(f"{many} {many}")) == 20
