"""What is asked of a page that stands in the browser. Each function returns what is wrong."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 390, 1280)
RUN = """async (only) => {
  const result = await axe.run(document, {runOnly: only, resultTypes: ['violations']});
  return result.violations.map((v) => [v.id, v.nodes.map((n) =>
    `${n.target.join(' ')}  ${n.html.slice(0, 160)}  ${n.failureSummary.split('\\n').slice(1, 3).join(' ')}`)]);
}"""
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room && document.body.scrollWidth <= room) return [];
  const scrolls = (e) => e && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter((e) => e.getBoundingClientRect().right > room + 1 && !scrolls(e.parentElement))
    .slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).concat('the page');
}"""


def axe(page: Any, *, contrast_only: bool = False) -> list[str]:
    """Violations of the accessibility rules, one line each. Needs AXE_SCRIPT in the page."""
    only = (
        {"type": "rule", "values": ["color-contrast"]}
        if contrast_only
        else {"type": "tag", "values": RULES}
    )
    found = page.evaluate(RUN, only)
    return [f"axe {rule}: {node}" for rule, nodes in found for node in nodes[:3]]


def too_wide(page: Any) -> list[str]:
    """What makes the page scroll sideways, at each width."""
    height = page.viewport_size["height"]
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"wider than {width} px: {what}" for what in page.evaluate(TOO_WIDE)]
    return found


def whole(page: Any, *, dark: bool = True) -> list[str]:
    """Everything: accessibility in light and dark, and no sideways scroll at any width.

    `dark` False leaves the dark colours out: they do not depend on the language.
    """
    page.evaluate(AXE_SCRIPT)
    found = axe(page)
    if dark:
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found += [f"dark: {line}" for line in axe(page, contrast_only=True)]
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return found + too_wide(page)
