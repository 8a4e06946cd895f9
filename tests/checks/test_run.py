import json
import time
from dataclasses import FrozenInstanceError, asdict, replace

import pytest
from django.utils.translation import override

from articles.moderation import checks
from articles.moderation.checks import CODES, Found, message, run
from articles.moderation.checks.messages.rules import RULES as NAMES
from tests.checks.make import ENGLISH, KOREAN, check, codes


def test_a_clean_story_has_no_findings():
    assert run(KOREAN) == []
    assert run(ENGLISH) == []


def test_findings_come_in_reading_order():
    found = check(
        "사회 전반에嵌入하는 계획이다. [이름] 씨가 밝혔다. **굵게**",
        headline="全部 중국어 제목이 왔다经济은",
        pictures=(),
        sources=(),
    )
    assert [one.field for one in found] == ["headline", "body", "body", "body", "body", "sources"]
    assert [one.start for one in found if one.field == "body"] == sorted(
        one.start for one in found if one.field == "body"
    )


def test_a_check_that_breaks_is_a_finding_and_the_others_still_run(monkeypatch, caplog):
    def broken(item):
        raise ValueError("no")
        yield

    monkeypatch.setitem(checks.RULES, "cut_off", broken)
    found = run(replace(KOREAN, sources=()))
    assert codes(found) == [("check_failed", "high"), ("source_missing", "high")]
    assert found[0].data == {"rule": "cut_off"}
    assert "cut_off" in caplog.text


def test_a_finding_cannot_be_changed_and_is_json():
    found = check("사회 전반에嵌入하는 계획이다.")[0]
    with pytest.raises(FrozenInstanceError):
        found.code = "other"
    assert json.loads(json.dumps(asdict(found)))["quote"] == "전반에嵌入하는"


DATA = {
    "seen": "嵌入", "declared": "ko", "place": "alt", "position": 2, "missing": ["outlet", "url"],
    "ending": "역할 강조", "chars": "U+200B", "rule": "cut_off", "picture": "lead",
    "other": "쑨둥", "gloss": "孫東", "near": "함께하겠다", "host": "a.example", "preferred": "선전",
    "moment": "2026-01-15T00:00:00+00:00", "declared_type": "digitalCapture",
    "evidenced_type": "trainedAlgorithmicMedia", "percent": 62, "headline": "홍콩과 선전", "article": "1",
}  # fmt: skip


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_title_and_an_explanation(code, language):
    code, _, kind = code.partition("/")
    title, explanation = message(code, {**DATA, "kind": kind}, language)
    assert title
    assert explanation.endswith(".")
    assert "%(" not in title + explanation


def test_a_long_quotation_is_shortened_in_the_message():
    _title, explanation = message("placeholder", {"seen": "가" * 500}, "en")
    assert len(explanation) < 200


def test_an_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        message("nothing", {}, "ko")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    "piece",
    ["嵌", "가嵌", "(", "“嵌", "가\u200b ", "**a", "# ", "__a", "[a](", "a", "다음은 ", "a@", "\n",
     "{{ ", ". ", "[1]", "기자 ", "<p ", "|a", "</ ", "\u1112", "9", "1,", "1조 ", "김가나 장관 ", "분석가들은 ", "https://a.b/", "Aa ", "가(孫東) ", "“가나다라마바사”"],
)  # fmt: skip
def test_time_grows_no_faster_than_the_text(piece, language):
    began = time.perf_counter()
    check(piece * (60_000 // len(piece)), language)
    assert time.perf_counter() - began < 10


def test_the_suggestion_is_empty_where_nothing_is_certain():
    assert Found("x", "low", "body", 0, 0, "").suggestion == ""


def test_a_check_that_is_off_is_not_run(monkeypatch):
    monkeypatch.setitem(checks.RULES, "sources", lambda item: 1 / 0)
    assert run(KOREAN, {"sources": checks.Setting(enabled=False)}) == []


def test_an_operators_severity_replaces_the_checks_own():
    spoilt = replace(KOREAN, sources=())
    assert codes(run(spoilt, {"sources": checks.Setting(severity="low")})) == [
        ("source_missing", "low")
    ]
    assert codes(run(spoilt, {"names": checks.Setting(severity="low")})) == codes(run(spoilt))


def test_a_check_that_breaks_stays_grave_whatever_its_severity(monkeypatch):
    monkeypatch.setitem(checks.RULES, "sources", lambda item: 1 / 0)
    found = run(KOREAN, {"sources": checks.Setting(severity="low")})
    assert codes(found) == [("check_failed", "high")]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_check_has_a_name(language):
    with override(language):
        names = {str(NAMES[code]) for code in checks.RULES}
    assert len(names) == len(checks.RULES)
