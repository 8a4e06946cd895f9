import pytest

from tests.checks.make import check, codes

BEFORE = "홍콩이 협력을 넓히고 있다.\n\n"


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("HKMA 고위 관계자 Howard Lee Tat-chi는 경쟁력 유지 역할 강조.", "medium"),
        ("그는 협력을 더 넓히겠다는 뜻을 표명.", "medium"),
        ("그는 협력을 더 넓히겠다는 뜻을 밝혔", "medium"),
        ("그는 협력을 더 넓히기 위해", "high"),
        ("그는 협력을 더 넓히겠다고 하면서", "high"),
        ("그는 선전과의 협력을", "high"),
        ("그는 홍콩, 선전,", "high"),
        ("정부는 그 계획을 두고 그는 말했다. 그리고", "high"),
    ],
)
def test_a_last_sentence_that_breaks_off_is_found(text, severity):
    assert codes(check(BEFORE + text)) == [("cut_off", severity)]


@pytest.mark.parametrize(
    "text",
    [
        "그는 협력을 넓히겠다고 말했다.",
        "그는 협력을 넓히겠다고 말했다.[1]",
        "그는 협력을 넓히겠다고 말했다.[1][2]",
        "그는 “협력을 넓히겠다.”",
        "“협력을 넓히겠다”",
        "협력은 이어질 것인가.",
        "협력을 넓힐까?",
        "남은 것은 실행뿐.",
        "다음 달 발표할 예정.",
        "비용은 1억원.",
        "협력을 넓혔음.",
        "그는 말을 잇지 못했다…",
        "그는 말했다.\n\n김서연 기자 seoyeon@galpi.example",
        "그는 말했다.\n\n(끝)",
        "그는 말했다.\n\n[사진=갈피]",
        "그는 말했다.\n\nⓒ 갈피. 무단 전재 금지",
        "그는 말했다.\n\n출처: SCMP",
        "",
    ],
)
def test_a_finished_story_is_silent(text):
    assert check((BEFORE + text).strip()) == []


def test_only_the_last_sentence_is_looked_at():
    assert check("홍콩은 역할 강조.\n\n그는 협력을 넓히겠다고 말했다.") == []


def test_a_story_that_ends_in_a_list_is_silent():
    html = "<p>홍콩이 밝혔다.</p><ul><li>핀테크 협력</li></ul>"
    assert check("홍콩이 밝혔다.\n\n핀테크 협력", body_html=html)[1:] == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("The city said it would work with the", "high"),
        ("The city said it would work with Shenzhen", "medium"),
        ("The city named Hong Kong, Shenzhen,", "high"),
    ],
)
def test_an_english_story_that_breaks_off_is_found(text, severity):
    assert codes(check("It began.\n\n" + text, "en")) == [("cut_off", severity)]


@pytest.mark.parametrize(
    "text",
    [
        "The city said so.",
        "“The city said so.”",
        "The city said so (and meant it).",
        "The city said so.[1]",
        "Did it?",
        "The city said so.\n\nReporting by Seoyeon Kim",
        "The city said so.\n\nSource: SCMP",
        "The firm is called Acme Inc.",
    ],
)
def test_a_finished_english_story_is_silent(text):
    assert check(text, "en") == []
