"""The empty newsroom in a real browser: no error in its console, no request to another host."""

import pytest


@pytest.mark.browser
@pytest.mark.parametrize("path", ["/", "/admin/login/"])
def test_a_page_opens_in_silence(live_server, page, path):
    assert page.goto(live_server.url + path).status == 200
    assert page.title()
    assert page.locator("main, [role=main], #main").count() == 1


@pytest.mark.browser
@pytest.mark.console("404")
def test_an_expected_complaint_can_be_named(live_server, open_page):
    page = open_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    assert page.goto(f"{live_server.url}/nothing-here").status == 404
