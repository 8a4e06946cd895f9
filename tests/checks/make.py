"""Clean items for the checks' tests: each test spoils one field."""

from dataclasses import replace
from datetime import date

from articles.moderation.checks import Found, Item, Picture, SourceItem, run

KOREAN = Item(
    language="ko",
    headline="홍콩과 선전, 금융 및 AI 협력 강화",
    standfirst="홍콩은 선전과 핀테크 협력을 심화해 세계적 수준의 허브를 구축하고 있다.",
    body_html="<p>홍콩이 협력을 넓히고 있다.</p><p>조셉 찬은 “함께하겠다”고 말했다.</p>",
    body="홍콩이 협력을 넓히고 있다.\n\n조셉 찬은 “함께하겠다”고 말했다.",
    key_points=("홍콩·선전 핀테크 협력 심화", "첸하이에 자회사 설립 장려"),
    pictures=(Picture("lead", "만을 사이에 둔 두 도시를 그린 그림", "홍콩과 선전."),),
    sources=(SourceItem("SCMP", "보도", "https://www.scmp.com/a", date(2026, 1, 15)),),
    bylines=("김서연",),
    needs_source=True,
)
ENGLISH = Item(
    language="en",
    headline="Two cities deepen ties in finance and AI",
    standfirst="The two cities want to build a hub for financial technology.",
    body_html="<p>Hong Kong is working closely with Shenzhen.</p>",
    body="Hong Kong is working closely with Shenzhen.",
    pictures=(Picture("lead", "A drawing of two cities across a bay", "Two cities, one bay."),),
    sources=KOREAN.sources,
    bylines=("Seoyeon Kim",),
    needs_source=True,
)
ITEMS = {"ko": KOREAN, "en": ENGLISH}


def check(text: str, language: str = "ko", field: str = "body", **changes: object) -> list[Found]:
    """The findings of a clean item whose one field holds this text."""
    if field == "body":
        changes["body_html"] = "".join(f"<p>{each}</p>" for each in text.split("\n\n"))
    item = replace(ITEMS[language], **{field: text, **changes})
    found = run(item)
    for one in found:
        if one.end and one.field == field:
            assert text[one.start : one.end] == one.quote
    return found


def codes(found: list[Found]) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in found]
