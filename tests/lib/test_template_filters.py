from django.utils import translation
from django.utils.safestring import SafeString, mark_safe

from articles.lib.templatetags.korean import compact, particles, typo


def test_typo_escapes_text_and_leaves_the_tags_of_safe_text_alone():
    assert typo("<b>‘요새’가") == "&lt;b&gt;‘요새’\u2060가"
    assert typo(mark_safe('<a title="‘요새’가">금융·기술</a>')) == (
        '<a title="‘요새’가">금융\u2060·\u2060기술</a>'
    )
    assert isinstance(typo("글"), SafeString)
    assert typo(None) == ""


def test_particles_keeps_safe_text_safe_and_other_text_unsafe():
    assert isinstance(particles(mark_safe("홍콩을(를)")), SafeString)
    assert not isinstance(particles("홍콩을(를)"), SafeString)
    assert particles("홍콩을(를)") == "홍콩을"


def test_compact_follows_the_language_of_the_page():
    with translation.override("ko"):
        assert compact(12_345) == "1.2만"
    with translation.override("en"):
        assert compact("12345") == "12.3K"
        assert compact("many") == "many"
