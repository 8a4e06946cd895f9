import random

import pytest

from articles.moderation.checks import Item, Other, duplicates

WORDS = (  # noqa: SIM905
    "홍콩 선전 금융 협력 도시 당국 계획 발표 예산 시민 기술 기업 자본 시장 정책 교통 주택 은행 투자 성장"
).split(" ")


def text(seed, sentences=40):
    pick = random.Random(seed)
    return " ".join(
        " ".join(f"{pick.choice(WORDS)}{pick.choice('은는이가을를에의')}" for _ in range(8))
        + " 했다."
        for _ in range(sentences)
    )


STORY = text(1)
SENTENCES = STORY.split(". ")


def found(body, *others):
    rows = tuple(Other(f"a{n}", f"제목 {n}", other) for n, other in enumerate(others))
    return list(duplicates.check(Item("ko", "", "", "", body, others=rows)))


@pytest.mark.parametrize(
    "again",
    [
        STORY,
        STORY.replace(" ", "  "),
        ". ".join(random.Random(2).sample(SENTENCES, len(SENTENCES))),
        ". ".join(SENTENCES[: len(SENTENCES) // 2]),
        ". ".join(SENTENCES[: len(SENTENCES) * 3 // 4]) + text(9, 10),
    ],
)
def test_the_same_story_again_is_found(again):
    (one,) = found(again, text(5), STORY, text(6))
    assert (one.code, one.severity, one.data["kind"]) == ("near_duplicate", "medium", "same")
    assert one.data["article"] == "a1" and one.data["headline"] == "제목 1"


def test_a_story_that_shares_some_paragraphs_may_be_the_same_event():
    body = ". ".join(SENTENCES[:18]) + text(7, 22)
    (one,) = found(body, STORY)
    assert (one.severity, one.data["kind"]) == ("low", "event")


def test_other_stories_and_short_ones_are_silent():
    assert found(STORY, text(3), text(4), "", "짧은 글이다.") == []
    assert found("짧은 글이다.", "짧은 글이다.") == []


def test_one_article_is_told_once_and_the_most_alike_first():
    rows = (
        Other("a", "", STORY),
        Other("a", "", ". ".join(SENTENCES[:30])),
        Other("b", "b", text(8)),
    )
    (one,) = duplicates.check(Item("ko", "", "", "", STORY, others=rows))
    assert one.data == {"kind": "same_elsewhere", "article": "a", "percent": 100}
