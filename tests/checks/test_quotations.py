import pytest

from articles.moderation.checks import Item, SourceText, quotations

SOURCE = (
    "홍콩은 선전과 핀테크 협력을 적극 심화하고 있다. 우리는 첸하이와도 긴밀히 협력해 두 도시의 기술과 금융을 통합하고 있다고 "
    "조셉 찬은 말했다. 그는 내년에는 예산을 더 늘리겠다고도 했다."
)
ENGLISH = (
    "Hong Kong is working closely with Shenzhen on financial technology. We want to build a hub that serves "
    "the whole region, Joseph Chan said, and next year there will be more money for it."
)


def found(body, source=SOURCE, language="ko", of="ko"):
    return list(
        quotations.check(Item(language, "", "", "", body, source_texts=(SourceText(source, of),)))
    )


@pytest.mark.parametrize(
    "body",
    [
        "그는 “홍콩은 아시아에서 가장 강한 금융 도시로 남을 것”이라고 말했다.",
        '그는 "시민의 삶을 바꾸는 정책을 반드시 만들겠다"고 말했다.',
    ],
)
def test_words_that_the_source_does_not_hold_are_found(body):
    seen = found(body)
    assert [(one.code, one.severity) for one in seen] == [("quote_not_in_source", "medium")]
    assert body[seen[0].start : seen[0].end] == seen[0].quote


@pytest.mark.parametrize(
    "body",
    [
        "그는 “홍콩은 선전과 핀테크 협력을 적극 심화하고 있다”고 말했다.",
        "그는 “선전과 핀테크 협력을 심화하고 있다”고 말했다.",
        "그는 “첸하이와도 긴밀히 협력해 기술과 금융을 통합하고 있다”고 덧붙였다.",
        "이른바 “슈퍼 허브”라고 불린다.",
        "인용은 없다고 말했다.",
    ],
)
def test_quotations_from_the_source_and_terms_are_silent(body):
    assert found(body) == []


def test_english_is_compared_by_pairs_of_words():
    invented = "“Nobody in this town has ever trusted the new railway company,” he said."
    true = "“We want to build a hub that serves the whole region,” he said."
    assert len(found(invented, ENGLISH, "en", "en")) == 1
    assert found(true, ENGLISH, "en", "en") == []


def test_a_source_in_another_language_proves_nothing():
    assert (
        found("그는 “홍콩은 아시아에서 가장 강한 도시로 남을 것”이라고 말했다.", ENGLISH, of="en")
        == []
    )


def test_a_long_source_that_holds_the_pairs_here_and_there_is_not_enough():
    quote = "시민의 삶을 바꾸는 정책을 반드시 만들겠다"
    pieces = [quote[i : i + 3] for i in range(0, len(quote), 2)]
    source = "".join(f"{piece} {SOURCE}{SOURCE}" for piece in pieces)
    assert len(found(f"그는 “{quote}”고 말했다.", source)) == 1
