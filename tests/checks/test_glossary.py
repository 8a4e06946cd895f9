import pytest

from articles.moderation.checks import Item, Term, glossary
from tests.checks.make import check, codes

TERMS = (
    Term("쑨둥", ("쑨동", "순동")),
    Term("선전", ("심천", "선전시 당국")),
    Term("그레이터 베이 에어리어", ("웨강아오 대만구",)),
)
ENGLISH = (Term("Shenzhen", ("Shen Zhen", "Shumchun")),)


@pytest.mark.parametrize(
    ("text", "quote", "suggestion"),
    [
        ("쑨동은 밝혔다.", "쑨동", "쑨둥"),
        ("쑨동(孫東)은 밝혔다.", "쑨동", "쑨둥"),
        ("홍콩과 심천에서는 열렸다.", "심천", "선전"),
        ("웨강아오 대만구를 키운다.", "웨강아오 대만구", "그레이터 베이 에어리어"),
    ],
)
def test_another_spelling_is_told_with_the_houses(text, quote, suggestion):
    found = check(text, glossary=TERMS)
    assert [(one.code, one.quote, one.suggestion) for one in found] == [
        ("glossary_variant", quote, suggestion)
    ]


@pytest.mark.parametrize(
    "text", ["쑨둥은 밝혔다.", "심천포를 찾았다.", "순동성당이 있다.", "한심천만이라고 했다."]
)
def test_the_houses_form_and_other_words_are_silent(text):
    assert check(text, glossary=TERMS) == []


def test_english_words_are_whole_words():
    assert codes(check("He left Shen Zhen.", "en", glossary=ENGLISH)) == [
        ("glossary_variant", "low")
    ]
    assert check("He left Shenzhen and Shumchuns.", "en", glossary=ENGLISH) == []


def test_a_preferred_form_that_holds_a_variant_is_silent():
    terms = (Term("선전시", ("선전",)),)
    assert list(glossary.check(Item("ko", "", "", "", "선전시는 밝혔다.", glossary=terms))) == []
    assert len(list(glossary.check(Item("ko", "", "", "", "선전은 밝혔다.", glossary=terms)))) == 1
