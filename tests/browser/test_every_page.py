"""Every page, in both languages, in the browser: axe, console, requests, width, light and dark."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser import looks
from tests.browser.pages import EVERY, Page

pytestmark = pytest.mark.browser
CASES = [
    pytest.param(page, language, id=f"{page.name}-{language}")
    for page in EVERY
    for language in page.languages
]


class Windows:
    """One window for each person and language, so that styles and fonts are loaded once."""

    def __init__(self, browser: Any, shown: Any) -> None:
        self.browser, self.shown = browser, shown
        self.open: dict[tuple[str, str, bool], Any] = {}
        self.heard: list[str] = []

    def page(self, wanted: Page, language: str) -> Any:
        key = (wanted.role, language, wanted.chosen)
        if key not in self.open:
            context = self.browser.new_context(
                locale={"ko": "ko-KR", "en": "en-GB"}[language],
                viewport={"width": 1280, "height": 900},
                reduced_motion="reduce",  # no colour is measured halfway
            )
            page = self.open[key] = context.new_page()
            if wanted.role:
                self.shown.enter(page, wanted.role, language)
            if wanted.chosen:
                page.context.add_cookies(
                    [{"name": "consent", "value": "no", "url": self.shown.url}]
                )
            self._listen(page)
        self.heard.clear()
        return self.open[key]

    def _listen(self, page: Any) -> None:
        def answered(response: Any) -> None:
            if response.status >= 400 and not response.request.is_navigation_request():
                self.heard.append(f"{response.status} for {response.url}")

        def asked(request: Any) -> None:
            if not request.url.startswith((self.shown.url, "data:", "blob:")):
                self.heard.append(f"asked another host: {request.url}")

        def said(message: Any) -> None:
            # Chromium reports the page's own 404 too; of other requests `answered` tells.
            if message.type in {"error", "warning"} and "status of 4" not in message.text:
                self.heard.append(f"console {message.type}: {message.text}")

        page.on("console", said)
        page.on("pageerror", lambda error: self.heard.append(f"threw: {error}"))
        page.on("requestfailed", lambda r: self.heard.append(f"failed: {r.url} {r.failure}"))
        page.on("response", answered)
        page.on("request", asked)


@pytest.fixture(scope="module")
def windows(shown: Any, browser: Any) -> Iterator[Windows]:
    windows = Windows(browser, shown)
    yield windows
    for page in windows.open.values():
        page.context.close()


@pytest.mark.parametrize(("wanted", "language"), CASES)
def test_a_page_has_nothing_wrong(windows: Windows, wanted: Page, language: str) -> None:
    page = windows.page(wanted, language)
    page.set_viewport_size({"width": 1280, "height": 900})
    address = windows.shown / wanted.address(windows.shown.ids, language)
    response = page.goto(address, wait_until="load")
    assert response.status == wanted.status
    page.evaluate("() => document.fonts.ready")
    found = looks.whole(page, dark=language == "ko") + windows.heard
    assert not found, "\n".join(found)
