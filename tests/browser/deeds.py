"""What people do at the desk, in a browser with JavaScript: each deed is one function."""

from pathlib import Path
from typing import Any

BODY = ".ProseMirror[contenteditable=true]"


def start_article(page: Any, site: Any) -> None:
    page.goto(site / "/admin/")
    page.click("main a[href='/admin/articles/article/add/']")
    page.wait_for_selector(BODY)


def choose(page: Any, name: str, label: str) -> None:
    """Choose what a list calls `label`."""
    page.select_option(f"select[name='{name}']", label=label)


def type_text(page: Any, *, headline: str, standfirst: str, body: list[str]) -> None:
    """Headline and standfirst into their fields; the body by the keys, a paragraph at a time."""
    page.fill("[name=headline]", headline)
    page.fill("[name=standfirst]", standfirst)
    page.click(BODY)
    for number, paragraph in enumerate(body):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(paragraph)


def search(page: Any, name: str, words: str) -> None:
    """Pick a row in a field that searches, by its words."""
    page.click(f"select[name='{name}'] + .select2-container .select2-selection")
    page.keyboard.type(words)
    page.click(f".select2-results__option:has-text('{words}'):not(.loading-results)")


def row(page: Any, prefix: str, **values: str) -> int:
    """Fill the last row of a list, or a new one where that is filled; return its number."""
    number = int(page.input_value(f"[name={prefix}-TOTAL]")) - 1
    key = next(iter(values))
    if number < 0 or page.input_value(f"[name={prefix}-{number}-{key}]"):
        page.click(f"[data-add={prefix}]")
        number += 1
    for name, value in values.items():
        field = page.locator(f"[name={prefix}-{number}-{name}]")
        unfold(field)
        if field.evaluate("e => e.matches('select')"):
            field.select_option(value)
        else:
            field.fill(value)
    return number


def unfold(field: Any) -> None:
    """Open the disclosure that a field stands in."""
    if field.evaluate("e => e.closest('details')?.open === false"):
        field.locator("xpath=ancestor::details[1]/summary").click()


def upload(page: Any, path: Path, *, alt: str, caption: str) -> None:
    page.set_input_files("[name=image-upload]", path)
    page.fill("[name=image-alt]", alt)
    page.fill("[name=image-caption]", caption)


def press(page: Any, name: str) -> None:
    """Press one of the article's buttons and wait for the page that answers.

    A verb that asks for something stands in a disclosure, which is opened first.
    """
    button = page.locator(f".aside button[name=_{name}]")
    if not button.is_visible():
        page.locator("details.verb", has=button).locator("summary").click()
    with page.expect_navigation():
        button.click()


def said(page: Any) -> str:
    """What the page reports of the last deed."""
    return " ".join(page.locator("main .msg, main [role=status]").all_inner_texts())


def decide(page: Any, outcome: str, reason: str = "") -> None:
    """Give the decision on the case that is open, and stay with it."""
    if outcome == "approve":
        for point in page.locator("[name=points]").all():
            point.check()
    page.locator(f"label:has([name=outcome][value={outcome}])").click()
    page.fill("#decide [name=reason]", reason)
    with page.expect_navigation():
        page.click("#decide [name=go][value=stay]")


def replace(page: Any, old: str, new: str) -> None:
    """Select `old` in the body and type `new` over it."""
    page.locator(BODY).focus()
    page.evaluate(
        """(old) => {
          const walk = document.createTreeWalker(document.querySelector('.ProseMirror[contenteditable=true]'), 4);
          let node;
          while ((node = walk.nextNode()) && !node.data.includes(old));
          const at = node.data.indexOf(old);
          getSelection().setBaseAndExtent(node, at, node, at + old.length);
        }""",
        old,
    )
    page.keyboard.insert_text(new)
