"""Every page's HTML as it is sent: the Nu checker, the policy's nonces, the language."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import polib
import pytest
from django.conf import settings

from articles.people.models import Byline, User
from tests.browser.pages import DESK, EVERY, Page

pytestmark = pytest.mark.browser
QUIET = {"script", "style", "template", "title"}
VOID = {"meta", "link", "img", "input", "br", "hr", "source", "wbr", "path", "circle", "rect"}
DATA = {"application/json", "application/ld+json"}  # never run, whatever the policy says
SPOKEN = {"alt", "aria-label", "placeholder", "title"}
SENT = {
    f"{page.name}-{language}": (page, language) for page in EVERY for language in page.languages
}


class Visible(HTMLParser):
    """The text a person meets in the page's own language: what says another `lang` is left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language, self.open, self.texts = "", [], []
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "html":
            self.language = said.get("lang") or ""
        bad = [name for name in said if name.startswith("on") or name == "style"]
        runs = tag == "script" and said.get("type") not in DATA
        if bad or tag == "style" or (runs and not (said.get("nonce") or said.get("src"))):
            self.inline.append(f"<{tag} {' '.join(bad)}>")
        hidden = tag in QUIET or (said.get("lang") or self.language) != self.language
        if not self._hidden() and not hidden:
            self.texts += [said[name] for name in SPOKEN & said.keys() if said[name]]
        if tag not in VOID:
            self.open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:  # <path/> ends itself, and was never among the open ones
            return
        while self.open:
            opened, _ = self.open.pop()
            if opened == tag:
                break

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._hidden():
            self.texts.append(" ".join(data.split()))

    def _hidden(self) -> bool:
        return any(hidden for _, hidden in self.open)


@pytest.fixture(scope="module")
def sent(shown: Any) -> Mapping[str, str]:
    """The HTML of every page."""
    clients: dict[tuple[str, str, bool], Any] = {}
    found = {}
    for name, (page, language) in SENT.items():
        key = (page.role, language, page.chosen)
        if key not in clients:
            clients[key] = shown.client(page.role, language)
            if page.chosen:
                clients[key].cookies["consent"] = "no"
        found[name] = _html(clients[key], page, shown.ids, language)
    return found


def _html(client: Any, page: Page, ids: dict[str, Any], language: str) -> str:
    response = client.get(page.address(ids, language), follow=True)
    return response.content.decode()


@pytest.fixture(scope="module")
def seen(sent: Mapping[str, str]) -> Mapping[str, Visible]:
    return {name: Visible(html) for name, html in sent.items()}


@pytest.mark.nu
def test_the_html_checker_finds_nothing(
    sent: Mapping[str, str], nu: Callable[[Mapping[str, str]], list[str]]
) -> None:
    places = defaultdict(list)
    for line in nu(sent):
        place, said = line.split(": ", 1)
        places[said].append(place)
    assert not places, "\n".join(
        f"{said}\n    {len(at)} times, on {', '.join(at[:3])}" for said, at in places.items()
    )


@pytest.mark.parametrize("name", SENT)
def test_the_policy_has_nothing_to_refuse(seen: Mapping[str, Visible], name: str) -> None:
    assert seen[name].inline == []


@pytest.mark.parametrize("name", SENT)
def test_the_page_says_its_language(seen: Mapping[str, Visible], name: str) -> None:
    assert seen[name].language == SENT[name][1]


@pytest.fixture(scope="module")
def catalogue() -> list[polib.POEntry]:
    return polib.pofile(str(Path(settings.LOCALE_PATHS[0], "ko/LC_MESSAGES/django.po")))


@pytest.fixture(scope="module")
def english(catalogue: list[polib.POEntry]) -> set[str]:
    """Our own words that have other ones in Korean."""
    return {
        entry.msgid
        for entry in catalogue
        if re.search("[A-Za-z]{2}", entry.msgid) and entry.msgstr != entry.msgid
    }


@pytest.fixture(scope="module")
def names(shown: Any) -> set[str]:
    """What people are called happens to be a word of ours: "editor", "Editor"."""
    titles = Byline.objects.values_list("title_en", flat=True)
    return {*User.objects.values_list("username", flat=True), *titles}


@pytest.mark.parametrize("name", [name for name in SENT if name.endswith("-ko")])
def test_no_english_is_left_on_a_korean_page(
    seen: Mapping[str, Visible], english: set[str], names: set[str], name: str
) -> None:
    found = [text for text in seen[name].texts if text in english - names]
    assert found == []


@pytest.fixture(scope="module")
def korean(catalogue: list[polib.POEntry]) -> set[str]:
    """The desk's own words in Korean; short ones are also names of sections."""
    return {entry.msgstr for entry in catalogue if len(entry.msgstr) > 4}


@pytest.mark.parametrize("name", [f"{page.name}-en" for page in DESK if "en" in page.languages])
def test_no_korean_is_left_on_an_english_page(
    seen: Mapping[str, Visible], korean: set[str], name: str
) -> None:
    assert [text for text in seen[name].texts if text in korean] == []
