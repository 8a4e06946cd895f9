"""Template filters for text that a person reads: `{% load korean %}`."""

import regex
from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from articles.lib import hangul, korean_typography, numbers

register = template.Library()

_TAG = regex.compile(r"(<(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>)")


@register.filter(is_safe=True)
@stringfilter
def particles(value: str) -> str:
    """Resolve 을(를), 이(가), (으)로 and the like after the word before them."""
    return hangul.particles(value)


@register.filter
def typo(value: object) -> SafeString:
    """Keep closing quotes and middle dots with their neighbours; escape what is not safe."""
    parts = _TAG.split(conditional_escape("" if value is None else value))
    # Odd parts are tags: an attribute's text is not typeset.
    parts[::2] = [korean_typography.join(part) for part in parts[::2]]
    return mark_safe("".join(parts))  # noqa: S308 - escaped above, and only U+2060 added


@register.filter
def compact(value: object) -> str:
    """12,345 as 1.2만 or 12.3K, in the language of the page; what is no number stays as it is."""
    try:
        return numbers.compact(int(value), get_language() or "en")
    except (TypeError, ValueError):
        return str(value)
