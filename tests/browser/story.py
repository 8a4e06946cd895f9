"""The story that is typed in by hand: the real page's, where its text is at hand, or our own."""

from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).parents[2].parent / "shared/fixtures/seed/page-ko.txt"
# A Chinese word that a machine left standing inside a Korean one, and what was meant.
DEFECT, MENDED = "전반에嵌入하는", "전반에 들여놓는"


@dataclass(frozen=True)
class Story:
    headline: str
    standfirst: str
    body: list[str]


OWN = Story(
    "두 도시, 금융 기술 협력을 넓힌다",
    "홍콩과 선전이 핀테크 협력을 심화하고 인공지능 계획을 함께 다듬는다.",
    [
        "홍콩은 현지 핀테크 기업이 이웃 도시에 자회사를 세우도록 장려하기로 했다.",
        f"선전시는 최신 5개년 계획에서 인공지능을 사회 {DEFECT} 계획을 발표했다. "
        "계획은 2026년부터 2030년까지를 다룬다.",
    ],
)


def story() -> Story:
    if not PAGE.is_file():
        return OWN
    paragraphs = [line.strip() for line in PAGE.read_text("utf-8").split("\n") if line.strip()]
    headline, standfirst, lead = paragraphs[:3]
    plan = next(paragraph for paragraph in paragraphs if DEFECT in paragraph)
    return Story(headline, standfirst, [lead, plan])
