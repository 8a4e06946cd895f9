import pytest

from articles.lib.korean_typography import join

J = "\u2060"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘요새’가", f"‘요새’{J}가"),
        ("“말했다”고", f"“말했다”{J}고"),
        ("(HKMA)은", f"(HKMA){J}은"),
        ("금융·기술", f"금융{J}·{J}기술"),
        ("중국 · 기술", "중국 · 기술"),
        ("‘요새’ 가", "‘요새’ 가"),
        ("“said” he", "“said” he"),
        ("·시작 끝·", "·시작 끝·"),
        ("", ""),
    ],
)
def test_marks_are_tied_to_the_hangul_beside_them(text, expected):
    assert join(text) == expected
    assert join(expected) == expected
