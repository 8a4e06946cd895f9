import unicodedata

import pytest

from articles.images.names import harmless, title


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("바다.jpg", "바다.jpg"),
        (unicodedata.normalize("NFD", "바다.jpg"), "바다.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\photos\\a.png", "a.png"),
        ("a\x00b\r\n.jpg", "ab.jpg"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("<script>x</script>.jpg", "script .jpg"),
        ("..", "image.jpeg"),
        ("", "image.jpeg"),
        ("a/", "image.jpeg"),
        ("half\ud800.jpg", "half.jpg"),
    ],
)
def test_a_name_is_made_harmless(sent, kept):
    assert harmless(sent, "JPEG") == kept


def test_a_long_name_keeps_its_ending():
    kept = harmless("가" * 400 + ".jpeg", "JPEG")
    assert len(kept) == 150
    assert kept.endswith(".jpeg")


def test_the_first_title_is_the_name_in_words():
    assert title("hong_kong_bay.jpg") == "hong kong bay"
