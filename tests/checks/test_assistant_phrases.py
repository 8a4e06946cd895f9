import pytest

from tests.checks.make import check, codes

END_KO, END_EN = " 그는 그렇게 말했다.", " He said so."

KOREAN = [
    ("저는 AI 언어 모델로서 의견이 없습니다.", "assistant_phrase"),
    ("인공지능 언어모델이기 때문에 답할 수 없습니다.", "assistant_phrase"),
    ("다음은 기사를 한국어로 번역한 내용 번역입니다:", "assistant_phrase"),
    ("요청하신 대로 기사를 작성해 드렸습니다.", "assistant_phrase"),
    ("도움이 되었기를 바랍니다.", "assistant_phrase"),
    ("추가로 궁금한 점이 있으시면 말씀해 주세요.", "assistant_phrase"),
    ("물론입니다! 기사를 번역해 드리겠습니다.", "assistant_phrase"),
    ("번역: 홍콩이 움직인다.", "assistant_phrase"),
    ("홍콩이 밝혔다【4†source】.", "citation_token"),
    ("홍콩이 밝혔다 :contentReference[oaicite:3]{index=3}.", "citation_token"),
    ("홍콩이 밝혔다 turn0search3.", "citation_token"),
    ("홍콩이 밝혔다 https://a.example/?utm_source=chatgpt.com 에서.", "citation_token"),
    ("다음 글을 한국어로 번역해 주세요.", "prompt_left"),
    ("아래 기사를 세 문장으로 요약해줘.", "prompt_left"),
    ("사용자: 기사를 써 줘.", "prompt_left"),
    ("[이름] 장관이 밝혔다.", "placeholder"),
    ("[날짜 입력]에 열렸다.", "placeholder"),
    ("{{ headline }} 장관이 밝혔다.", "placeholder"),
    ("○○○ 기자가 전했다.", "placeholder"),
    ("여기에 본문을 입력하세요.", "placeholder"),
    ("Lorem ipsum이 남았다.", "placeholder"),
    ("홍콩은 **핀테크**를 키운다.", "markdown_left"),
    ("## 배경이라고 했다.", "markdown_left"),
    ("```python 코드가 있다.", "markdown_left"),
    ("[기사](https://a.example/x)를 보라고 했다.", "markdown_left"),
    ("<p>태그가 남았다.", "markdown_left"),
    ("작은따옴표&nbsp;뒤에 있다.", "markdown_left"),
    ("作为一个人工智能语言模型，", "assistant_phrase"),
    ("AI言語モデルとして", "assistant_phrase"),
]
ENGLISH = [
    ("As an AI language model, I have no view.", "assistant_phrase"),
    ("As a large language model, I cannot say.", "assistant_phrase"),
    ("Certainly! Here is the article you asked for.", "assistant_phrase"),
    ("Here's a rewritten version of the article:", "assistant_phrase"),
    ("I hope this helps!", "assistant_phrase"),
    ("Let me know if you'd like any changes.", "assistant_phrase"),
    ("Would you like me to shorten it?", "assistant_phrase"),
    ("I’m unable to browse the web.", "assistant_phrase"),
    ("As of my last knowledge update in 2024, it stood.", "assistant_phrase"),
    ("Translation: The city moves.", "assistant_phrase"),
    ("The city said 【12:3†source】 so.", "citation_token"),
    ("The city said [cite: 1, 2] so.", "citation_token"),
    ("The city said <|im_end|> so.", "citation_token"),
    ("Translate the following article into English.", "prompt_left"),
    ("Write a news article about Hong Kong based on this.", "prompt_left"),
    ("The minister, [Name], said so.", "placeholder"),
    ("It happened in [insert location here].", "placeholder"),
    ("The sum is TKTK dollars.", "placeholder"),
    ("Hong Kong is a **hub** for it.", "markdown_left"),
    ("### Background of it.", "markdown_left"),
]
SILENT_KO = [
    "오픈AI는 새 언어 모델을 공개했다.",
    "그는 “AI 모델로 만든 그림”이라고 했다.",
    "다음은 기조연설이다.",
    "다음은 일문일답.",
    "그는 “도움이 되기를 바란다”고 말했다.",
    "번역가는 원문을 번역했다고 밝혔다.",
    "기자가 요약해 달라고 요청했다.",
    "[서울=뉴시스] 시가 밝혔다.",
    "[단독] 시가 계획을 밝혔다.",
    "평점은 *표로 매긴다. 2*3은 6이다.",
    "#홍콩 #선전 해시태그가 늘었다.",
    "#1 항목을 보라고 했다.",
    "A씨와 B씨, OO시에 사는 C씨가 왔다.",
    "가격은 <표>와 같다.",
    "“물론이죠. 함께 가겠습니다”라고 답했다.",
    "문의는 help@a.example로 하면 된다.",
    "궁금한 점은 시청에 문의하면 된다.",
    "홍콩[1]과 선전[2]이 합의했다.",
]
SILENT_EN = [
    "The firm trained a large language model.",
    "He hopes this helps the poor.",
    "“Let me know,” she said, and left.",
    "Here is the news of the day.",
    "Certainly, the plan is bold.",
    "The [foreign] minister said so.",
    "Profit rose 5% [in 2025].",
    "She wrote an article about Hong Kong.",
    "Tickets cost $5 * 2 and so on.",
    "C++ & C# are languages.",
    "The user: a portrait of a generation.",
    "Turn to search in 2 steps.",
    "R&D spending and AT&T; both rose.",
]


@pytest.mark.parametrize(("text", "code"), KOREAN)
def test_left_overs_are_found_in_korean(text, code):
    assert code in [one.code for one in check(text + END_KO)]


@pytest.mark.parametrize(("text", "code"), ENGLISH)
def test_left_overs_are_found_in_english(text, code):
    assert code in [one.code for one in check(text + END_EN, "en")]


@pytest.mark.parametrize("text", SILENT_KO)
def test_korean_journalism_is_silent(text):
    assert check(text + END_KO) == []


@pytest.mark.parametrize("text", SILENT_EN)
def test_english_journalism_is_silent(text):
    assert check(text + END_EN, "en") == []


def test_bold_markdown_has_a_sure_suggestion():
    found = check("홍콩은 **핀테크**를 키운다고 말했다.")
    assert [(one.quote, one.suggestion) for one in found] == [("**핀테크**", "핀테크")]


def test_a_text_full_of_left_overs_is_told_with_twenty_findings():
    assert len(check("**가** " * 500 + "말했다.")) == 20


@pytest.mark.parametrize("field", ["headline", "standfirst"])
def test_left_overs_are_found_in_short_fields(field):
    assert codes(check("[이름] 장관, 협력 강화를 말했다", field=field)) == [("placeholder", "high")]
