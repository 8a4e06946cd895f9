"""Everything the article's page shows, gathered once."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from js_asset import Media

from articles.desk import files, picture_alarm
from articles.desk.article_save import new_token
from articles.desk.article_sheet import PLACES, Sheet
from articles.desk.article_state import Standing
from articles.desk.article_upload import alike
from articles.desk.article_verbs import VerbForm, shown_to
from articles.disclosure import labels
from articles.disclosure.stages import ImageStage
from articles.images import renditions, says
from articles.images.models import ImageAsset
from articles.lib.html import sanitise
from articles.people.models import User
from articles.people.roles import can
from articles.stories.models import Article

PARTS = ("text", "image", "sources", "related", "ai_uses")
# The problems of a revision, by the part of the form where they are mended.
PART_OF_PROBLEM = {
    "headline": "text",
    "body": "text",
    "bylines": "text",
    "images": "image",
    "image": "image",
}


def render(
    request: HttpRequest,
    on: Standing | None,
    sheet: Sheet,
    *,
    editable: bool = True,
    token: str = "",
    verb_form: VerbForm | None = None,
    template: str = "admin/articles/article/change_form.html",
    **more: Any,
) -> HttpResponse:
    """The form. `on` is None for an article that is not stored yet."""
    article = on.article if on else sheet.article
    faults = sheet.faults()
    original = article.translated_from if article.pk else None
    chosen = sheet.image.chosen()
    context = {
        **admin.site.each_context(request),
        "title": article.headline if on else _("New article"),
        "opts": Article._meta,
        "on": on,
        "article": article if on else None,
        "sheet": sheet,
        "form": sheet.form,
        "lists": sheet.lists,
        "faults": faults,
        "problems": [(PLACES[p.field], p.message) for p in on.problems] if on else [],
        "parts": parts(sheet, on, faults),
        "editable": editable,
        "version": article.version if on else 0,
        "token": token or ("" if on else new_token()),
        "verbs": shown_to(request.user, on) if on else {},
        "verb_form": verb_form or VerbForm(),
        "picture": picture(chosen, article.language),
        "alike": alike(request, chosen) if editable else [],
        "body_html": _shown(article.body),
        "translations": translations(request.user, article) if on else [],
        "original": original,
        "original_body": _shown(original.body) if original else "",
        "revisions": history(article) if on else [],
        "media": Media.from_media(sheet.media, nonce=str(request.csp_nonce)) if editable else "",
        "editor_words": editor_words(),
        **more,
    }
    request.current_app = admin.site.name
    return TemplateResponse(request, template, context)


def _shown(body: str) -> SafeString:
    return mark_safe(sanitise(body))  # noqa: S308 - cleaned here, whoever wrote the row


def parts(sheet: Sheet, on: Standing | None, faults: list[Any]) -> list[dict[str, Any]]:
    """The jump bar: what is wrong in each part, or how many rows it has."""
    titles = {
        "text": _("Text"),
        "image": _("Image"),
        "sources": _("Sources"),
        "related": _("Related stories"),
        "ai_uses": _("Use of AI"),
    }
    hot = dict.fromkeys(titles, 0)
    for fault in faults:
        hot["text" if fault.part == "bylines" else fault.part] += 1
    if not faults and on is not None:
        for problem in on.problems:
            hot[PART_OF_PROBLEM[problem.field]] += 1
    return [
        {
            "id": f"s-{name}",
            "title": title,
            "hot": hot[name],
            "count": sheet.lists[name].filled if name in sheet.lists else 0,
        }
        for name, title in titles.items()
    ]


def picture(asset: ImageAsset | None, language: str) -> dict[str, Any] | None:
    """The chosen image as the form shows it: small, with its label and what its file says."""
    if asset is None:
        return None
    report = asset.report
    uses = [
        labels.Use(use.stage, use.extent, use.detail, use.people_unchanged)
        for use in asset.ai_uses.all()
    ]
    label = labels.image_label(uses, report.state if report else "none")
    return {
        "asset": asset,
        "shown": renditions.srcset(asset, files.url),
        "words": labels.words(label, language),
        "says": says.file_says(asset),
        "rights": picture_alarm.notes(asset, timezone.now()),
        "uses": [ImageStage(use.stage).label for use in asset.ai_uses.all()],
        "text": next((row for row in asset.texts.all() if row.language == language), None),
        "url": reverse("admin:images_imageasset_change", args=[asset.pk]),
    }


def translations(user: User, article: Article) -> list[dict[str, Any]]:
    """The story in each of the newsroom's languages: where it is, or whether it can be started."""
    there = {
        other.language: other
        for other in Article.objects.filter(translation_group=article.translation_group)
    }
    found = []
    for code, name in settings.LANGUAGES:
        other = there.get(code)
        if code == article.language:
            continue
        may = can(user, "article.add", Article(section=article.section, created_by=user))
        if other is not None or may:
            found.append({"code": code, "name": name, "article": other})
    return found


def history(article: Article) -> list[Any]:
    """The newest revisions, each with the one before it to compare with."""
    rows = article.revisions.select_related("created_by").defer("snapshot").order_by("-number")
    return list(rows[:12])


def editor_words() -> dict[str, str]:
    """The names of the editor's buttons, which it only knows in English."""
    return {
        "paragraph": _("Paragraph"),
        "heading2": _("Subheading"),
        "heading3": _("Smaller subheading"),
        "unordered list": _("Bulleted list"),
        "ordered list": _("Numbered list"),
        "List properties": _("List properties"),
        "blockquote": _("Quotation"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "insert link": _("Link"),
        "remove link": _("Remove the link"),
        "undo": _("Undo"),
        "redo": _("Redo"),
        "Edit Link": _("Edit Link"),
        "URL": _("URL"),
        "Title": _("Title"),
        "Update": pgettext("editor", "Update"),
        "Insert": pgettext("editor", "Insert"),
        "Cancel": _("Cancel"),
    }
