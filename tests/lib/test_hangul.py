import pytest

from articles.lib.hangul import bigrams, has_final, nfc, particles, script_runs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("홍콩을(를)", "홍콩을"),
        ("도쿄을(를)", "도쿄를"),
        ("홍콩이(가) 도쿄이(가)", "홍콩이 도쿄가"),
        ("홍콩은(는) 도쿄은(는)", "홍콩은 도쿄는"),
        ("홍콩와(과) 도쿄와(과)", "홍콩과 도쿄와"),
        ("홍콩과(와) 도쿄과(와)", "홍콩과 도쿄와"),
        ("홍콩(으)로 도쿄(으)로 서울(으)로", "홍콩으로 도쿄로 서울로"),
        ("홍콩(이)라 도쿄(이)라", "홍콩이라 도쿄라"),
        ("“홍콩”을(를)", "“홍콩”을"),
        ("쑨동(孫東)은(는)", "쑨동(孫東)은"),
        ("조셉 찬(Joseph Chan)이(가)", "조셉 찬(Joseph Chan)이"),
        ("<b>도쿄</b>을(를)", "<b>도쿄</b>를"),
        ("2030을(를)", "2030을(를)"),
        ("HKMA은(는)", "HKMA은(는)"),
        ("요약 모델 3.2이(가)", "요약 모델 3.2가"),
        ("모델 7을(를)", "모델 7을"),
        ("모델 3은(는)", "모델 3은(는)"),
        ("모델 1(으)로", "모델 1(으)로"),
        ("3%이(가)", "3%이(가)"),
        ("을(를)", "을(를)"),
        ("나(가) 너", "나(가) 너"),
        ("", ""),
    ],
)
def test_a_particle_fits_the_word_before_it(text, expected):
    assert particles(text) == expected


@pytest.mark.parametrize(
    ("char", "expected"),
    [
        ("각", True),
        ("가", False),
        ("힣", True),
        ("a", None),
        ("東", None),
        ("", None),
        ("가나", None),
    ],
)
def test_a_final_consonant_is_told_only_of_a_syllable(char, expected):
    assert has_final(char) is expected


def test_loose_jamo_are_joined():
    assert nfc("\u1112\u1161\u11ab\u1100\u1173\u11af") == "한글"


def test_runs_name_their_script_and_place():
    runs = [(run.script, run.start, run.text) for run in script_runs("전반에嵌入 AI あア Яω1")]
    assert runs == [
        ("hangul", 0, "전반에"),
        ("han", 3, "嵌入"),
        ("latin", 6, "AI"),
        ("kana", 9, "あア"),
        ("cyrillic", 12, "Я"),
        ("greek", 13, "ω"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("홍콩통화청", ["홍콩", "콩통", "통화", "화청"]),
        ("AI 칩", ["ai", "칩"]),
        ("ＡＩ2030", ["ai2030"]),
        ("東京タワー", ["東京", "京タ", "タワ", "ワー"]),
        ("…", []),
    ],
)
def test_index_terms_are_pairs_of_cjk_and_whole_words(text, expected):
    assert bigrams(text) == expected


def test_particles_take_linear_time_on_hostile_text():
    assert particles("가(" * 100_000) == "가(" * 100_000
    assert particles("가" + "’" * 200_000).startswith("가’")
