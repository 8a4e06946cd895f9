"""Labels in words: the one line, the one sentence, in the language that is asked for. Pure."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.disclosure.labels.derive import Label
from articles.disclosure.stages import TextStage
from articles.lib.hangul import particles


@dataclass(frozen=True)
class Words:
    """`lead` · `tail` is the one line; `sentence` says it whole. An image has no tail."""

    code: str
    mark: str
    lead: str
    tail: str
    sentence: str

    @property
    def line(self) -> str:
        return f"{self.lead} · {self.tail}" if self.tail else self.lead


def words(label: Label, language: str) -> Words:
    with translation.override(language):
        lead, tail, sentence = _image(label) if label.subject == "image" else _text(label)
    return Words(label.code, label.mark, lead, tail, particles(sentence))


def _text(label: Label) -> tuple[str, str, str]:
    names = {
        "outlet": _join(label.outlets),
        "material": _join(label.materials),
        "reviewer": _reviewer(label),
        "language": _language(label.from_language),
        "tasks": _joined_tasks([_task(task) for task in label.tasks]),
    }
    staff = pgettext("label", "staff-written")
    checked = pgettext("label", "editor-checked")
    waiting = pgettext("label", "not yet checked")
    match label.code:
        case "none":
            return (
                pgettext("label", "No AI"),
                staff,
                _("Reported and written by our journalists. No generative AI was used in the text.")
                if label.text_only
                else _(
                    "Reported and written by our journalists. "
                    "No generative AI was used in the text or images."
                ),
            )
        case "assisted":
            said = _("Written by a journalist. AI was used only for %(tasks)s.")
            return pgettext("label", "AI-assisted"), staff, said % names
        case "translated":
            if label.from_language:
                said = _(
                    "Translated from %(language)s by AI and checked against the original "
                    "by %(reviewer)s."
                )
            else:
                said = _("Translated by AI and checked against the original by %(reviewer)s.")
            if not label.reviewer:
                names["reviewer"] = pgettext("reviewer, within a sentence", "an editor")
            return pgettext("label", "AI-translated"), checked, said % names
        case "translated_unreviewed":
            said = _("Translated by AI. No person has checked it yet, so it may contain errors.")
            return pgettext("label", "AI-translated"), waiting, said
        case "generated":
            if label.outlets:
                said = _(
                    "Drafted by AI from a report by %(outlet)s. %(reviewer)s checked the facts "
                    "and wording before publication."
                )
            elif label.materials:
                said = _(
                    "Drafted by AI from material of %(material)s. %(reviewer)s checked the facts "
                    "and wording before publication."
                )
            else:
                said = _(
                    "Drafted by AI. %(reviewer)s checked the facts and wording before publication."
                )
            return pgettext("label", "AI-written"), checked, said % names
        case "generated_unreviewed":
            said = _(
                "Written automatically by AI. No person has checked it yet, "
                "so it may contain errors."
            )
            return pgettext("label", "AI-written"), waiting, said
    return (
        pgettext("label", "AI use unknown"),
        pgettext("label", "not recorded"),
        _("It was not recorded whether AI was used for this text."),
    )


def _image(label: Label) -> tuple[str, str, str]:
    kept = _("People and events were not changed.") if label.people_unchanged else ""
    detail = label.detail.rstrip(".。 ")
    match label.state:
        case "none":
            return pgettext("label", "Made without AI"), "", _("No AI was used for this image.")
        case "generated":
            return (
                pgettext("label", "AI-generated image"),
                "",
                _("Made with AI. It does not show a real scene."),
            )
        case "edited":
            if label.photograph and detail:
                said = _("A real photograph. %(detail)s with AI.") % {"detail": detail}
            elif label.photograph:
                said = _("A real photograph, edited with AI.")
            elif detail:
                said = _("An existing image. %(detail)s with AI.") % {"detail": detail}
            else:
                said = _("An existing image, edited with AI.")
            return pgettext("label", "AI-edited image"), "", f"{said} {kept}".strip()
        case "composite":
            said = (
                _("Several images combined. %(detail)s was made with AI.") % {"detail": detail}
                if detail
                else _("Several images combined, in part made with AI.")
            )
            return pgettext("label", "Composite image"), "", f"{said} {kept}".strip()
        case "invalid":
            return (
                pgettext("label", "Credentials invalid"),
                "",
                _(
                    "This file’s Content Credentials do not check out. The file may have been "
                    "altered, so we disregard that information."
                ),
            )
    return (
        pgettext("label", "Origin not confirmed"),
        "",
        _("We could not confirm who made this image or how."),
    )


def _reviewer(label: Label) -> str:
    if not label.reviewer:
        return pgettext("reviewer", "An editor")
    title = label.reviewer_title or pgettext("reviewer", "editor")
    return pgettext("reviewer", "%(name)s (%(title)s)") % {"name": label.reviewer, "title": title}


def _task(stage: str) -> str:
    named = {
        TextStage.SUMMARY: pgettext("task", "summaries"),
        TextStage.HEADLINE: pgettext("task", "headline suggestions"),
        TextStage.COPY_EDIT: pgettext("task", "copy-editing"),
        TextStage.RESEARCH: pgettext("task", "research notes"),
        TextStage.TRANSCRIPTION: pgettext("task", "transcription"),
    }
    return named.get(stage, stage)


def _language(code: str) -> str:
    names = {"ko": _("Korean"), "en": _("English"), "zh": _("Chinese"), "ja": _("Japanese")}
    return names.get(code, code)


def _joined_tasks(items: list[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return particles(
        pgettext("list of tasks", "%(most)s and %(last)s")
        % {"most": ", ".join(items[:-1]), "last": items[-1]}
    )


def _join(items: "tuple[str, ...] | list[str]") -> str:
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    return pgettext("list", "%(most)s and %(last)s") % {
        "most": ", ".join(items[:-1]),
        "last": items[-1],
    }
