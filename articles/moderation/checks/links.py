"""Where the links of a text lead: well-formed, to the web, to a host the story names. Never fetched."""

import html as entities
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

import regex

from articles.lib.html import plain

from .item import HIGH, LOW, MEDIUM, Found, Item

_LINK = regex.compile(
    r"<a\s[^<>]{0,2000}?href\s*=\s*(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++))[^<>]*+>", regex.I
)
_BARE = regex.compile(
    r"(?<![\p{L}\p{N}/@.])(?:https?:|www\.|javascript:|data:text)[^\s<>“”\"'‘’)\]]*+", regex.I
)
_SCHEME = regex.compile(r"\s*([a-z][a-z0-9+.-]*)\s*:", regex.I)
_HOST = regex.compile(
    r"(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{1,30}", regex.I
)
_MAIL = regex.compile(r"mailto:[^\s@]+@[^\s@]+\.[^\s@]+", regex.I)
_ASSISTANT = regex.compile(
    r"utm_source=(?:chatgpt|openai|perplexity|copilot|claude|gemini)|[?&]ref=chatgpt", regex.I
)
_DANGEROUS = frozenset({"javascript", "data", "vbscript", "file", "blob"})
_END = ".,;:!?…"
_OPEN, _CLOSE = "\ue0f0", "\ue0f1"
_MOST = 20


def check(item: Item) -> Iterator[Found]:
    known = frozenset(_bare(host) for host in (*item.hosts, *_source_hosts(item)) if host)
    yield from islice(_all(item, known), _MOST)


def _all(item: Item, known: frozenset[str]) -> Iterator[Found]:
    for start, end, address in (*_links(item), *_written(item)):
        verdict = judge(address, known)
        if verdict is None:
            continue
        code, severity = verdict
        host = _host(address) or address
        data = {"seen": address, "host": host}
        yield Found(code, severity, "body", start, end, item.body[start:end], data=data)


def judge(address: str, known: frozenset[str]) -> tuple[str, str] | None:
    """(code, severity) of an address, None where nothing is wrong with it."""
    address = entities.unescape(address).strip()
    scheme = _SCHEME.match(regex.sub(r"[\x00-\x20]", "", address))
    if scheme and scheme[1].casefold() in _DANGEROUS:
        return "link_scheme", HIGH
    if address.casefold().startswith("mailto:"):
        return None if _MAIL.fullmatch(address) else ("link_malformed", MEDIUM)
    if address.startswith(("/", "#")) and not address.startswith("//"):
        return None
    if regex.match(r"www\.", address, regex.I):
        address = f"https://{address}"
    host = _host(address)
    if not host:
        return "link_malformed", MEDIUM
    if _ASSISTANT.search(address):
        return "link_from_assistant", MEDIUM
    if known and not any(host == one or host.endswith(f".{one}") for one in known):
        return "link_unlisted", LOW
    return None


def _host(address: str) -> str:
    """The host of a web address; "" for anything that is none."""
    if not regex.match(r"https?://[^\s/?#\\]", address, regex.I) or regex.search(
        r"[\s\\]", address
    ):
        return ""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if "@" in parts.netloc or not _HOST.fullmatch(host):
        return ""
    return _bare(host)


def _bare(host: str) -> str:
    host = host.casefold().rstrip(".")
    return host.removeprefix("www.").removeprefix("m.")


def _source_hosts(item: Item) -> Iterator[str]:
    for source in item.sources:
        yield _host(source.url.strip())


def _links(item: Item) -> Iterator[tuple[int, int, str]]:
    """The links of the stored text, each with the place of its words in the plain one."""
    addresses = [found[1] or found[2] or found[3] or "" for found in _LINK.finditer(item.body_html)]
    if not addresses:
        return
    marked = _LINK.sub(lambda found: found.group() + _OPEN, item.body_html)
    marked = regex.sub(r"</a\s*>", _CLOSE + "</a>", marked, flags=regex.I)
    text, taken, began, number = plain(marked), 0, -1, 0
    for index, char in enumerate(text):
        if char == _OPEN:
            began, taken = index - taken, taken + 1
        elif char == _CLOSE:
            if began >= 0 and number < len(addresses):
                yield began, index - taken, addresses[number]
                number += 1
            began, taken = -1, taken + 1


def _written(item: Item) -> Iterator[tuple[int, int, str]]:
    """Addresses that stand in the text itself."""
    if ":" not in item.body and "www." not in item.body.casefold():
        return
    for found in _BARE.finditer(item.body):
        address = found.group().rstrip(_END)
        yield found.start(), found.start() + len(address), address
