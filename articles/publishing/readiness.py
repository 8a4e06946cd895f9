"""What a revision still lacks before readers may see it. Pure."""

from typing import Any

from django.utils.translation import gettext as _

from articles.lib.html import plain
from articles.publishing.refusal import Problem


def problems(snapshot: dict[str, Any]) -> list[Problem]:
    """Everything that stops publication, in the order of the form."""
    found = []
    if not snapshot["headline"].strip():
        found.append(Problem("no_headline", "headline", _("The headline is empty.")))
    if not plain(snapshot["body"]):
        found.append(Problem("no_body", "body", _("The body is empty.")))
    if not snapshot["bylines"]:
        found.append(Problem("no_byline", "bylines", _("No byline: say who answers for it.")))
    for image in snapshot["images"]:
        if not image["alt"].strip():
            found.append(
                Problem(
                    "no_alt",
                    "images",
                    _("The image has no alt text in the article’s language."),
                )
            )
    return found
