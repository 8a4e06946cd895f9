import pytest

from tests.checks.make import check, codes

HIGH = [
    ("사회 전반에嵌入하는 계획이다.", "han_in_hangul", "전반에嵌入하는"),
    ("정부는 경제를推动하고 있다고 밝혔다.", "han_in_hangul", "경제를推动하고"),
    ("“사회 전반에嵌入하는 계획”이라고 말했다.", "han_in_hangul", "전반에嵌入하는"),
    ("그는 发展을 강조했다고 말했다.", "han_in_hangul", "发展을"),
    ("사회에浸透되는 기술이라고 밝혔다.", "han_in_hangul", "사회에浸透되는"),
    ("기술을ひらく 시대라고 그가 말했다.", "kana_in_korean", "기술을ひらく"),
    ("그는 データ를 모았다고 밝혔다.", "kana_in_korean", "データ를"),
    ("그는 \u0410pple에 투자했다고 밝혔다.", "lookalike_letters", "\u0410pple"),
    ("이 회사는 G\u03bfogle이라고 밝혔다.", "lookalike_letters", "G\u03bfogle"),
]
SILENT = [
    "쑨동(孫東)은 노력 중이라고 밝혔다.",
    "쑨둥(孫東·Sun Dong) 국장은 밝혔다.",
    "美는 中과 만나기로 했다.",
    "尹대통령과 李대표가 만났다.",
    "與野가 합의했다. 前정부의 일이다.",
    "北美 대화가 이어진다. 南北은 만났다.",
    "反中 정서와 親美 노선이 맞섰다.",
    "노자는 ‘道’를 말했다고 한다.",
    "그는 ‘一帶一路’ 구상을 설명했다.",
    "농도는 5μg이며 β-카로틴이 들었다.",
    "쿄애니(京都アニメーション)가 발표했다.",
    "일본 노래 ‘夜に駆ける’가 인기라고 한다.",
    "K팝과 AI칩, 3D프린터, e스포츠가 있다.",
    "모스크바(Москва)에서 열렸다.",
    "카이 제곱(χ²) 값과 Δt를 구했다.",
    "김(金) 씨와 이(李) 씨가 왔다.",
]


@pytest.mark.parametrize(("text", "code", "quote"), HIGH)
def test_letters_of_another_script_inside_a_word_are_found(text, code, quote):
    found = check(text)
    assert codes(found) == [(code, "high")]
    assert found[0].quote == quote


@pytest.mark.parametrize("text", SILENT)
def test_what_korean_papers_write_themselves_is_silent(text):
    assert check(text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("그는 學力고사를 치렀다고 한다.", "low"),
        ("당시 經濟는 나빴다고 한다.", "low"),
        ("중국의 经济 성장이 둔화했다.", "medium"),
        ("사회全面적으로 바뀐다고 한다.", "medium"),
    ],
)
def test_hanja_that_may_be_meant_is_no_high_finding(text, severity):
    assert codes(check(text)) == [("han_in_hangul", severity)]


@pytest.mark.parametrize(
    "text", ["The plan 嵌入s AI in daily life.", "It 도입s AI.", "The データcentre opened."]
)
def test_asian_letters_that_touch_an_english_word_are_found(text):
    assert codes(check(text, "en")) == [("foreign_in_english", "high")]


@pytest.mark.parametrize(
    "text",
    [
        "Sun Dong (孫東) said so.",
        "The word 孫東 is a name.",
        "A dose of 5 μg of α-tocopherol was given.",
        "Café Ångström in São Paulo opened.",
        "The naïve Dvořák sang.",
        "Москва is the Russian name.",
    ],
)
def test_glosses_and_accents_in_english_are_silent(text):
    assert check(text, "en") == []


def test_a_look_alike_is_found_in_english_and_named():
    found = check("He paid with P\u0430yPal.", "en")
    assert codes(found) == [("lookalike_letters", "high")]
    assert "U+0430" in found[0].data["seen"]


@pytest.mark.parametrize("field", ["headline", "standfirst"])
def test_every_field_is_read(field):
    found = check("선전, AI를 사회 전반에嵌入하는 계획", field=field)
    assert [(one.field, one.code) for one in found] == [(field, "han_in_hangul")]
