"""The real defects of a published page, on its own text where that is present."""

from dataclasses import replace
from pathlib import Path

import pytest

from articles.moderation.checks import Picture, run
from tests.checks.make import KOREAN

PAGE = Path(__file__).parents[2].parent / "shared/fixtures/seed/page-ko.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason=f"needs {PAGE}")


@pytest.fixture
def lines() -> list[str]:
    return [line.strip() for line in PAGE.read_text("utf-8").splitlines() if line.strip()]


def codes(body: str, **changes: object) -> list[tuple[str, str]]:
    html = "".join(f"<p>{each}</p>" for each in body.split("\n\n"))
    item = replace(KOREAN, body=body, body_html=html, **changes)
    return [(one.code, one.quote) for one in run(item)]


def test_the_untranslated_word_is_found_and_nothing_else_of_its_kind(lines):
    found = codes("\n\n".join(lines))
    assert [quote for code, quote in found if code == "han_in_hangul"] == ["전반에嵌入하는"]


def test_the_last_teaser_is_cut_off(lines):
    teaser = next(line for line in lines if line.startswith("홍콩통화청(HKMA)"))
    assert [code for code, _ in codes(teaser)] == ["cut_off"]


def test_the_english_alt_text_is_found(lines):
    alt = next(line for line in lines if line.startswith("South Korean"))
    found = codes(KOREAN.body, pictures=(Picture("lead", alt, ""),))
    assert [code for code, _ in found] == ["language_mismatch"]


def test_every_other_paragraph_is_clean(lines):
    for line in lines:
        if line.endswith("다.") and "嵌入" not in line:
            assert codes(line) == []
