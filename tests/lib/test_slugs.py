import pytest

from articles.lib.slugs import ALPHABET, LONGEST, short_id, slugify_title


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("쑨동(孫東) “홍콩, 디지털 ‘요새’ 되겠다”", "ko", "쑨동-홍콩-디지털-요새-되겠다"),
        ("홍콩과 선전, 금융 및 AI 협력 강화", "ko", "홍콩과-선전-금융-및-ai-협력-강화"),
        ("Hong Kong’s plan: 5% by 2030!", "en", "hong-kongs-plan-5-by-2030"),
        ("교통은행(홍콩)", "ko", "교통은행-홍콩"),
        ("ＡＩ　시대", "ko", "ai-시대"),
        ("!?…", "ko", "story"),
        ("(孫東)", "ko", "story"),
        ("", "en", "story"),
        ("../../etc/passwd", "en", "etc-passwd"),
    ],
)
def test_a_title_becomes_a_readable_slug(title, language, expected):
    assert slugify_title(title, language) == expected


def test_a_long_title_is_cut_between_words():
    title = "선전 정부가 최신 계획에서 인공지능을 사회 전반에 도입하는 구상을 발표했다고 밝혔다"
    slug = slugify_title(title, "ko")
    assert len(slug) <= LONGEST
    assert title.replace(" ", "-").startswith(slug + "-")
    assert not slug.endswith("-")


def test_a_word_longer_than_a_slug_is_cut_within():
    assert slugify_title("가" * 80, "ko") == "가" * LONGEST


def test_a_slug_of_exactly_the_longest_size_is_kept_whole():
    title = "가" * 20 + " " + "나" * 19
    assert len(slugify_title(title, "ko")) == LONGEST


def test_ids_are_short_readable_and_never_the_same():
    ids = {short_id() for _ in range(2000)}
    assert len(ids) == 2000
    assert all(len(one) == 8 and set(one) <= set(ALPHABET) for one in ids)
