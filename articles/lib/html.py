"""The HTML of a story's body: one allow-list for what is stored, and how it is shown.

Everything here takes any string and answers in time linear in its length.
"""

import html as entities
import re
from collections.abc import Callable, Iterator

import nh3

from articles.lib import korean_typography
from articles.lib.hangul import nfc

INLINE = frozenset({"strong", "em", "a", "sub", "sup", "span"})
BLOCKS = frozenset({"p", "h2", "h3", "ul", "ol", "li", "blockquote"})
# What other editors write for the same thing; renamed, so that no paragraph break is lost.
RENAMED = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3", "div": "p"}
# Their content is code or another language of markup, not text: it goes with the tag.
_EMPTIED = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math"}

_CLEANER = nh3.Cleaner(
    tags={*INLINE, *BLOCKS, *RENAMED, "br"},
    clean_content_tags=_EMPTIED,
    attributes={"a": {"href"}, "span": {"lang"}},
    attribute_filter=lambda tag, name, value: _attribute(name, value),
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)
_HREF = re.compile(r"https?://[^/\s\\]|mailto:[^\s]|/(?![/\\])", re.I)
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
# nh3 writes well-formed tags with double quotes, so a tag is one token; the text has no bare "<".
_TOKEN = re.compile(r'(<(?:[^<>"]++|"[^"]*+")*+>)')
_NAME = re.compile(r"</?([a-z0-9]+)")
_FORMATTING = re.compile(r"<(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/>]", re.I)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_MARKER = re.compile(r"\[([1-9][0-9]{0,2})\]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_HANGUL = re.compile("[\uac00-\ud7a3]")
_KANA = re.compile("[\u3041-\u30ff]")
_PASSES, _MOST_TAGS, _MOST_WORK = 5, 10_000, 2_000_000


def sanitise(html: str) -> str:
    """The same text with nothing but the allowed tags: what is stored. Idempotent.

    No class, id, style or event survives; links lead to http, https, mailto or this site; empty
    paragraphs go. HTML built to exhaust the parser (thousands of nested or unclosed tags) is kept
    as plain text, so that no word of it is lost.
    """
    for _attempt in range(_PASSES):
        if _exhausting(html):
            break
        cleaned = _tidy(_CLEANER.clean(html))
        if cleaned == html:
            return cleaned
        html = cleaned
    return nfc(entities.escape(entities.unescape(html), quote=False))


def plain(html: str) -> str:
    """The text as a reader meets it: "\\n\\n" between paragraphs, "\\n" for a line break."""
    paragraphs = [""]
    for kind, name, value in _tokens(sanitise(html)):
        if kind == "text":
            paragraphs[-1] += _SPACE.sub(" ", entities.unescape(value))
        elif name == "br":
            paragraphs[-1] += "\n"
        elif name in BLOCKS:
            paragraphs.append("")
    lines = ("\n".join(line.strip(" ") for line in text.split("\n")) for text in paragraphs)
    return nfc("\n\n".join(text for text in (each.strip() for each in lines) if text))


def render_body(
    html: str, *, source_count: int, source_label: Callable[[int], str], language: str = ""
) -> str:
    """A stored body made ready for readers.

    `[1]` becomes a link to source 1 where there is one (`source_label(1)` names it for those who
    hear the page), quotations get the page's style, and in Korean text closing quotes hold on to
    their particles and hanja is marked as Chinese. `language` empty: Korean if it holds Hangul.
    """
    clean = sanitise(html)
    korean = language[:2] == "ko" if language else bool(_HANGUL.search(clean))
    out: list[str] = []
    before, links, spans, quotes = "", 0, 0, 0
    for kind, name, value in _tokens(clean):
        if kind == "text":
            text = entities.unescape(value)
            shown = text
            if korean:
                shown = korean_typography.join(before + text)[len(before) :]
            shown = _referenced(shown, source_count, source_label, korean and not spans, links > 0)
            out.append(shown)
            before = text[-1:]
            continue
        step = 1 if kind == "open" else -1
        links += step * (name == "a")
        spans += step * (name == "span")
        quotes += step * (name == "blockquote")
        if name in BLOCKS or name == "br":
            before = ""
        if name == "blockquote" and kind == "open" and quotes == 1:
            value = '<blockquote class="pull">'
        out.append(value)
    return "".join(out)


def _exhausting(html: str) -> bool:
    # HTML's rules reopen unclosed formatting in each new block: n tags can ask for n x n elements.
    tags = html.count("<")
    return tags > _MOST_TAGS or len(_FORMATTING.findall(html)) * tags > _MOST_WORK


def _attribute(name: str, value: str) -> str | None:
    value = "".join(char for char in nfc(value) if char > " " or char == " ").strip()
    if name == "href":
        return value if _HREF.match(value) and "\\" not in value else None
    return value if _LANG.fullmatch(value) else None


def _tokens(clean: str) -> Iterator[tuple[str, str, str]]:
    """(kind, tag name, source) of sanitised HTML; kind is text, open or close."""
    for index, token in enumerate(_TOKEN.split(clean)):
        if index % 2:
            found = _NAME.match(token)
            yield ("close" if token[1] == "/" else "open", found[1] if found else "", token)
        elif token:
            yield "text", "", token


def _tidy(clean: str) -> str:
    """Rename old spellings, mark outside links, unwrap what lost its attribute, drop the empty."""
    out: list[str] = []
    # One entry per open element: its closing tag ("" where unwrapped), where it began, has text.
    opened: list[list] = []
    for kind, name, value in _tokens(clean):
        if kind == "text":
            out.append(nfc(value))
            if opened and not entities.unescape(value).isspace():
                opened[-1][2] = True
        elif name == "br":
            out.append("<br>")
        elif kind == "open":
            bare = name in ("a", "span") and "=" not in value
            name = RENAMED.get(name, name)
            opened.append(["" if bare else f"</{name}>", len(out), False])
            if not bare:
                out.append(_start(name, value))
        elif opened:
            closing, began, has_text = opened.pop()
            if not has_text:
                # Nothing but space or a line break inside: keep that only between words.
                inside = "" if RENAMED.get(name, name) in BLOCKS else "".join(out[began + 1 :])
                del out[began:]
                out.append(inside if closing else "")
                continue
            out.append(closing)
            if opened:
                opened[-1][2] = True
    return "".join(out)


def _start(name: str, value: str) -> str:
    if name == "a":
        outside = re.match(r'<a href="https?:', value, re.I)
        return value[:-1] + ' rel="noopener">' if outside else value
    return value if name == "span" else f"<{name}>"


def _referenced(
    text: str, count: int, label: Callable[[int], str], mark_han: bool, in_link: bool
) -> str:
    """Escape a text node, with its source markers linked and its hanja marked."""
    parts = _MARKER.split(text)
    for index, part in enumerate(parts):
        if index % 2 == 0:
            parts[index] = _with_han(part) if mark_han else entities.escape(part, quote=False)
        elif in_link or not 1 <= int(part) <= count:
            parts[index] = f"[{part}]"
        else:
            # "보도했다. [1]": the number hangs on what it proves, without the typed space.
            parts[index - 1] = parts[index - 1].rstrip(" ")
            name = entities.escape(label(int(part)))
            parts[index] = f'<a class="ref" href="#src{part}" aria-label="{name}">{part}</a>'
    return "".join(parts)


def _with_han(text: str) -> str:
    """Two Han characters and more are Chinese (孫東); one is a Korean abbreviation (美)."""

    def marked(found: re.Match) -> str:
        run, around = found.group(), text[max(0, found.start() - 1) : found.end() + 1]
        glossed = around[:1] in "([" and around[-1:] in ")]" and len(around) == len(run) + 2
        if _KANA.search(around) or (len(run) == 1 and not glossed):
            return run
        return f'<span lang="{_chinese(run)}">{run}</span>'

    return _HAN.sub(marked, entities.escape(text, quote=False))


def _chinese(run: str) -> str:
    """Simplified where the characters exist only there; otherwise traditional, as hanja is."""
    try:
        run.encode("big5")
    except UnicodeEncodeError:
        try:
            run.encode("gb2312")
        except UnicodeEncodeError:
            return "zh-Hant"
        return "zh-Hans"
    return "zh-Hant"
