"""Uploading, near twins and the focal point in Chromium."""

import base64
import re

import pytest
from playwright.sync_api import expect

from articles.images.models import ImageAsset
from tests.desk.test_image_library import ADD, LIST, change, drawn
from tests.desk.test_in_the_browser import sign_in, violations

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def files(tmp_path):
    """Three files: a picture, one that looks like it, and one that is none."""
    made = {"bay.png": drawn(1), "bay-small.png": drawn(1, 300), "story.svg": b"<svg/>"}
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return [str(tmp_path / name) for name in made]


def test_files_go_one_by_one_and_each_has_its_answer(live_server, cast, page, files):
    sign_in(page, live_server, cast.writer)
    page.goto(live_server.url + ADD)
    page.fill("[name=credit]", "갈피 그래픽")
    page.set_input_files("[name=files]", files)
    rows = page.locator("#queue li")
    expect(rows).to_have_count(3)
    page.locator("form[data-upload] button.pri").dblclick()
    expect(page.locator("#upload-sum")).not_to_be_empty()
    expect(rows.nth(0).locator("a")).to_have_attribute("href", re.compile(r"/change/"))
    expect(rows.nth(2).locator(".err")).to_be_visible()
    assert violations(page) == []
    rows.nth(1).get_by_role("button", name=re.compile("")).last.focus()
    page.keyboard.press("Enter")
    expect(rows.nth(1).locator(".said > p a")).to_be_visible()
    assert [asset.credit for asset in ImageAsset.objects.all()] == ["갈피 그래픽"]


def test_one_file_leads_to_its_page(live_server, cast, page, files):
    sign_in(page, live_server, cast.writer)
    page.goto(live_server.url + ADD)
    page.set_input_files("[name=files]", files[:1])
    page.locator("form[data-upload] button.pri").click()
    page.wait_for_url("**/change/")
    expect(page.locator("h1")).to_have_text("bay")


def test_a_file_is_taken_off_the_queue_by_keyboard(live_server, cast, page, files):
    sign_in(page, live_server, cast.writer)
    page.goto(live_server.url + ADD)
    page.set_input_files("[name=files]", files[1:])
    page.locator("#queue li").nth(1).get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#queue li")).to_have_count(1)
    expect(page.locator("#queue li").get_by_role("button")).to_be_focused()


def test_without_javascript_a_near_twin_is_offered_and_refused_files_named(
    live_server, cast, open_page, files
):
    page = open_page(java_script_enabled=False)
    sign_in(page, live_server, cast.writer)
    page.goto(live_server.url + ADD)
    page.set_input_files("[name=files]", files)
    page.click("form[data-upload] button.pri")
    expect(page.locator(".msg.err")).to_contain_text("story.svg")
    expect(page.locator(".alike figure")).to_have_count(2)
    page.click(".alike [name=anyway]")
    page.wait_for_url("**/change/")
    expect(page.locator("h1")).to_have_text("bay-small")


def test_the_focal_point_is_moved_with_the_keyboard(live_server, cast, page, image):
    asset = image()
    sign_in(page, live_server, cast.editor)
    page.goto(live_server.url + change(asset))
    page.locator(".stage .point").focus()
    for key in ("ArrowRight", "ArrowRight", "Shift+ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator("[name=focal_left]")).to_have_value("52")
    expect(page.locator("[name=focal_top]")).to_have_value("40")
    page.click("[name=_continue]")
    expect(page.locator("[name=focal_top]")).to_have_value("40.0")
    asset.refresh_from_db()
    assert (asset.focal_x, asset.focal_y) == (0.52, 0.4)


def test_a_cut_out_is_drawn_by_keyboard_and_mouse_and_given_up(live_server, cast, page, image):
    asset = image()
    sign_in(page, live_server, cast.editor)
    page.goto(live_server.url + change(asset))
    page.check("[name=cut][value=wide]")
    page.locator(".stage .frame").focus()
    for _ in range(20):
        page.keyboard.press("-")
    expect(page.locator("[name=wide_width]")).to_have_value("80")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[name=wide_left]")).to_have_value("9")
    corner = page.locator(".stage .corner.se").bounding_box()
    page.mouse.move(corner["x"] + 4, corner["y"] + 4)
    page.mouse.down()
    page.mouse.move(corner["x"] - 120, corner["y"] - 60)
    page.mouse.up()
    expect(page.locator("[name=wide_width]")).not_to_have_value("80")
    assert violations(page) == []
    page.click("[name=_continue]")
    expect(page.locator(".messagelist")).to_be_visible()
    asset.refresh_from_db()
    left, top, width, height = asset.crops["wide"]
    assert width < 0.8 and left + width <= 1 and top + height <= 1
    page.click("[data-reset=wide]")
    expect(page.locator("[name=wide_width]")).to_have_value("")
    page.click("[name=_continue]")
    expect(page.locator(".messagelist")).to_be_visible()
    asset.refresh_from_db()
    assert asset.crops == {}


def test_all_rows_are_chosen_and_checked_again(live_server, cast, page, image):
    image(), image()
    sign_in(page, live_server, cast.editor)
    page.goto(live_server.url + LIST)
    page.check("#action-toggle")
    page.select_option("[name=action]", "check_again")
    page.click("#changelist-form .actions button")
    expect(page.locator(".messagelist .success")).to_contain_text("2")


DROP = """([selector, text]) => {
  const carried = new DataTransfer();
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  carried.items.add(new File([bytes], "bay.png", { type: "image/png" }));
  const event = { dataTransfer: carried, bubbles: true, cancelable: true };
  document.querySelector(selector).dispatchEvent(new DragEvent("drop", event));
}"""


def test_a_file_is_dropped_on_the_image_panel_of_an_article(live_server, cast, page):
    article = cast.article()
    cast.revision(article)
    sign_in(page, live_server, cast.writer)
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    page.evaluate(DROP, ["#s-image", base64.b64encode(drawn(1)).decode()])
    expect(page.locator("#dropped")).to_contain_text("bay.png")
    page.locator(".aside [name=_save]").click()
    expect(page.locator("#s-image img")).to_be_visible()
    assert article.placements.get().asset.file_name == "bay.png"


def test_a_file_is_dropped_on_the_upload_page(live_server, cast, page):
    sign_in(page, live_server, cast.writer)
    page.goto(live_server.url + ADD)
    page.evaluate(DROP, ["form[data-upload]", base64.b64encode(drawn(1)).decode()])
    expect(page.locator("#queue li")).to_contain_text("bay.png")
    page.locator("form[data-upload] button.pri").click()
    page.wait_for_url("**/change/")
