import pytest
from playwright.sync_api import expect

from articles.people.models import User
from tests.cast import PASSWORD
from tests.desk.pages import addresses, furnish
from tests.images.make import picture

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def sign_in(page, live_server, user):
    page.goto(f"{live_server.url}/admin/login/")
    page.fill("[name=username]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")


def violations(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found]


@pytest.mark.parametrize(
    ("language", "width", "scheme"), [("ko", 1280, "light"), ("en", 390, "dark")]
)
def test_axe_finds_nothing_on_any_page(
    live_server, cast, image, open_page, language, width, scheme
):
    furnish(cast, image)
    User.objects.filter(pk=cast.administrator.pk).update(language=language)
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(f"{live_server.url}/admin/login/")
    wrong = {"login": violations(page)}
    sign_in(page, live_server, cast.administrator)
    for address in addresses():
        page.goto(live_server.url + address)
        wrong[address] = violations(page)
    assert {name: found for name, found in wrong.items() if found} == {}


def test_nothing_is_cut_off_at_320_pixels(live_server, cast, image, open_page):
    furnish(cast, image)
    page = open_page(viewport={"width": 320, "height": 800})
    sign_in(page, live_server, cast.administrator)
    wide = []
    for address in addresses():
        page.goto(live_server.url + address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    assert wide == []


def test_a_small_screen_opens_the_menu_by_keyboard(live_server, cast, open_page):
    page = open_page(viewport={"width": 390, "height": 800})
    sign_in(page, live_server, cast.editor)
    menu = page.locator(".side nav")
    assert not menu.is_visible()
    page.locator(".side summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    menu.locator("a[href='/admin/images/imageasset/']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/images/imageasset/")


def test_without_javascript_a_picture_is_added_and_its_use_of_ai_recorded(
    live_server, cast, open_page, tmp_path
):
    file = tmp_path / "bay.png"
    file.write_bytes(picture("PNG"))
    page = open_page(java_script_enabled=False)
    sign_in(page, live_server, cast.writer)
    page.goto(f"{live_server.url}/admin/images/imageasset/add/")
    page.set_input_files("[name=files]", str(file))
    page.click("main button.pri")
    page.select_option("[name=ai_uses-0-stage]", "generation")
    page.click("[name=_continue]")
    expect(page.locator("[name=ai_uses-0-stage]")).to_have_value("generation")
    assert page.locator(".inline-related > details summary").count() == 1


def test_the_language_switch_speaks_the_other_language_at_once(live_server, cast, page):
    sign_in(page, live_server, cast.writer)
    page.click("button[name=language]")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_session_that_ended_leads_back_after_signing_in(live_server, cast, page):
    page.goto(f"{live_server.url}/admin/articles/tag/")
    page.fill("[name=username]", cast.editor.username)
    page.fill("[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/articles/tag/")
