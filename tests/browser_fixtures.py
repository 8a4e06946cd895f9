"""Chromium for tests marked ``browser``: `open_page` for many people, `page` for one.

A test fails when a page logs an error, throws, or asks another host for anything. One that
expects it says so: ``@pytest.mark.console("404")``.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOCAL = {"", "localhost", "127.0.0.1"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium of the system."""
    if not CHROMIUM.exists():
        missing("browser", f"{CHROMIUM} is not there: apt install chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    # Playwright keeps a loop running in this thread; the ORM would take that for async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(request: pytest.FixtureRequest, browser: Any) -> Iterator[Callable[..., Any]]:
    """Return a function that opens a page in a context of its own, as another person would.

    It takes what `browser.new_context` takes: viewport, color_scheme, java_script_enabled, locale.
    """
    troubles: list[str] = []
    contexts = []

    def open_(**options: Any) -> Any:
        options = {"locale": "ko-KR", "viewport": {"width": 1280, "height": 900}} | options
        context = browser.new_context(**options)
        contexts.append(context)
        context.on("page", lambda page: _listen(page, troubles))
        return context.new_page()

    yield open_
    for context in contexts:
        context.close()
    mark = request.node.get_closest_marker("console")
    unexpected = [t for t in troubles if not (mark and re.search(mark.args[0], t))]
    assert not unexpected, "the browser complained:\n" + "\n".join(unexpected)


@pytest.fixture
def page(open_page: Callable[..., Any]) -> Any:
    """One page, 1280 px wide, in Korean."""
    return open_page()


def missing(what: str, why: str) -> None:
    """Skip, or fail where NEWSROOM_TEST_REQUIRE lists `what`."""
    if what in os.environ.get("NEWSROOM_TEST_REQUIRE", "").split(","):
        pytest.fail(why)
    pytest.skip(why)


def _listen(page: Any, troubles: list[str]) -> None:
    def heard(message: Any) -> None:
        if message.type in {"error", "warning"}:
            troubles.append(f"{page.url}: {message.type}: {message.text}")

    def asked(request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws"} and address.hostname not in LOCAL:
            troubles.append(f"{page.url}: asked another host: {request.url}")

    page.on("console", heard)
    page.on("pageerror", lambda error: troubles.append(f"{page.url}: threw: {error}"))
    page.on("request", asked)
