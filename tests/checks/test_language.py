from dataclasses import replace

import pytest

from articles.moderation.checks import Picture, run
from articles.moderation.checks.script import weigh
from tests.checks.make import ENGLISH, KOREAN, check, codes

SHAKE = (
    "South Korean and Japanese business leaders shake hands on Jeju Island after pledging enhanced "
    "AI and semiconductor cooperation."
)
REST = "그는 그렇게 말했다고 한다. 내년에는 협력을 더 넓히겠다고도 했다."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("홍콩이 움직인다", "ko"),
        ("HKMA 고위 관계자 Howard Lee Tat-chi는 말했다", "ko"),
        (SHAKE, "en"),
        ("深圳市政府发布计划", "zh"),
        ("政府は計画を発表した", "ja"),
        ("東京タワー", "ja"),
        ("AI", ""),
        ("2030", ""),
        ("", ""),
        ("https://example.com/a-long-address 안내", "ko"),
        ("https://example.com/a-long-address", ""),
    ],
)
def test_scripts_tell_the_language(text, language):
    assert weigh(text).language == language


@pytest.mark.parametrize("place", ["alt", "caption"])
def test_english_under_a_korean_picture_is_found(place):
    picture = replace(Picture("lead", "두 도시를 그린 그림", "두 도시."), **{place: SHAKE})
    found = run(replace(KOREAN, pictures=(picture,)))
    assert codes(found) == [("language_mismatch", "medium")]
    assert found[0].field == f"{place}:lead"
    assert found[0].data == {"declared": "ko", "seen": "en", "place": place}


def test_korean_alt_text_under_an_english_story_is_found():
    picture = Picture("lead", "만을 사이에 둔 두 도시", "Two cities.")
    assert codes(run(replace(ENGLISH, pictures=(picture,)))) == [("language_mismatch", "medium")]


@pytest.mark.parametrize(
    ("language", "field", "text"),
    [
        ("ko", "headline", "Hong Kong and Shenzhen deepen ties"),
        ("ko", "standfirst", "深圳市政府发布了新的五年计划。"),
        ("en", "headline", "홍콩과 선전, 금융 협력 강화"),
        ("en", "body", "홍콩은 선전과 협력을 심화하고 있다고 말했다."),
        ("ko", "body", "Hong Kong is working closely with Shenzhen."),
    ],
)
def test_a_field_in_another_language_is_a_high_finding(language, field, text):
    assert ("language_mismatch", "high") in codes(check(text, language, field))


@pytest.mark.parametrize(
    ("language", "field", "text"),
    [
        ("ko", "headline", "BTS·블랙핑크, Billboard Hot 100 진입"),
        ("ko", "headline", "Samsung Galaxy S26 Ultra"),
        ("ko", "headline", "AI"),
        ("ko", "standfirst", "HKMA, Project CargoX 로드맵 발표"),
        ("en", "headline", "Kimchi (김치) prices rise"),
        ("en", "headline", "What 한류 (hallyu) means"),
        ("ko", "standfirst", ""),
    ],
)
def test_names_and_short_texts_are_silent(language, field, text):
    assert check(text, language, field) == []


def test_a_paragraph_left_in_another_language_is_found_where_it_stands():
    body = f"홍콩이 협력을 더 넓히고 있다.\n\n{SHAKE}\n\n{REST}"
    found = check(body)
    assert codes(found) == [("paragraph_language", "medium")]
    assert found[0].quote == SHAKE


def test_a_paragraph_marked_as_foreign_by_an_editor_is_silent():
    body = f"홍콩이 협력을 더 넓히고 있다.\n\n{SHAKE}\n\n{REST}"
    html = body.replace(SHAKE, f'<span lang="en">{SHAKE}</span>')
    assert check(body) and run(replace(KOREAN, body=body, body_html=html)) == []


def test_a_language_without_rules_of_its_own_is_not_judged():
    assert run(replace(ENGLISH, language="fr", headline="홍콩과 선전")) == []
