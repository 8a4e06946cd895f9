"""The whole record of how an article was made: steps in order, then facts. Pure.

The record is written into the edition when it is published and put into words when it is read.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from articles.disclosure.stages import ImageStage, TextStage
from articles.lib.hangul import particles


@dataclass(frozen=True)
class Step:
    """One thing that was done. `by` is "person" or "ai"; `who` a person's or a system's name."""

    by: str
    code: str
    who: str = ""
    at: str = ""  # ISO 8601, to the second
    detail: str = ""


@dataclass(frozen=True)
class Record:
    """Everything a reader may know of how the article came about."""

    steps: tuple[Step, ...] = ()
    ai_did: tuple[str, ...] = ()
    image_did: tuple[str, ...] = ()
    people_did: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    reviewer: str = ""
    reviewed_at: str = ""
    changes: int = 0

    def as_json(self) -> dict[str, Any]:
        return {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(self).items()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Record":
        steps = tuple(Step(**step) for step in data.get("steps", ()))
        rest = {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in data.items()
            if key != "steps"
        }
        return cls(steps=steps, **rest)


@dataclass(frozen=True)
class StepWords:
    mark: str
    by: str
    title: str
    text: str
    at: dt.datetime | None


@dataclass(frozen=True)
class RecordWords:
    """`rows` are (term, text); a row about a moment carries it as third value."""

    steps: tuple[StepWords, ...]
    rows: tuple[tuple[str, str, dt.datetime | None], ...]


def record_words(record: Record, language: str) -> RecordWords:
    with translation.override(language):
        steps = tuple(_step(step) for step in record.steps)
        rows = [
            (_("What AI did"), _ai_did(record), None),
            (_("What people did"), _list([_people_did(c) for c in record.people_did]), None),
        ]
        if record.why:
            rows.append((_("Why we used AI"), " ".join(record.why), None))
        if record.systems:
            rows.append((_("AI used"), _list(record.systems), None))
        checked = record.reviewer or pgettext("checked by", "None yet")
        at = _moment(record.reviewed_at) if record.reviewer else None
        rows.append((_("Checked by"), checked, at))
        if record.changes:
            changed = ngettext(
                "%(n)s change by people after the first draft",
                "%(n)s changes by people after the first draft",
                record.changes,
            )
            rows.append((_("Changes"), changed % {"n": record.changes}, None))
        return RecordWords(steps, tuple(rows))


def _step(step: Step) -> StepWords:
    title, text = STEP_WORDS[step.code]
    by = pgettext("step by", "AI") if step.by == "ai" else pgettext("step by", "Person")
    said = particles(str(text) % {"who": step.who, "detail": step.detail})
    return StepWords("c2" if step.by == "ai" else "c0", by, str(title), said, _moment(step.at))


def _ai_did(record: Record) -> str:
    done = [str(TextStage(code).label) for code in record.ai_did]
    done += [str(ImageStage(code).label) for code in record.image_did]
    return _list(done) if done else _("Nothing: no generative AI was used")


def _people_did(code: str) -> str:
    return str(PEOPLE_DID[code])


def _list(items: "list[str] | tuple[str, ...]") -> str:
    return ", ".join(items)


def _moment(text: str) -> dt.datetime | None:
    return dt.datetime.fromisoformat(text) if text else None


PEOPLE_DID = {
    "chose": gettext_lazy("Chose the topic and the sources"),
    "wrote": gettext_lazy("Reported and wrote"),
    "edited": gettext_lazy("Edited the text"),
    "checked": gettext_lazy("Checked facts and wording"),
    "published": gettext_lazy("Decided to publish"),
}
# code: (title, sentence with %(who)s and %(detail)s)
STEP_WORDS = {
    "started": (gettext_lazy("Started the story"), gettext_lazy("%(who)s started the story.")),
    "edited": (gettext_lazy("Edited"), gettext_lazy("%(who)s changed the text.")),
    "submitted": (gettext_lazy("Sent for review"), gettext_lazy("%(who)s sent it for review.")),
    "sent_back": (gettext_lazy("Asked for changes"), gettext_lazy("%(who)s asked for changes.")),
    "reviewed": (
        gettext_lazy("Reviewed"),
        gettext_lazy("%(who)s checked and approved this exact text."),
    ),
    "published": (gettext_lazy("Published"), gettext_lazy("%(who)s published it.")),
    "corrected": (gettext_lazy("Corrected"), gettext_lazy("%(who)s corrected it: %(detail)s")),
    "machine_checked": (
        gettext_lazy("Automatic checks"),
        gettext_lazy("Checked automatically. Points raised: %(detail)s."),
    ),
    "draft": (gettext_lazy("Draft"), gettext_lazy("%(who)s wrote the draft.")),
    "translation": (gettext_lazy("Translation"), gettext_lazy("%(who)s translated the text.")),
    "summary": (gettext_lazy("Summary"), gettext_lazy("%(who)s wrote summaries.")),
    "headline": (gettext_lazy("Headlines"), gettext_lazy("%(who)s suggested headlines.")),
    "copy_edit": (
        gettext_lazy("Copy-editing"),
        gettext_lazy("%(who)s checked spelling and style."),
    ),
    "research": (gettext_lazy("Research"), gettext_lazy("%(who)s sorted research material.")),
    "transcription": (
        gettext_lazy("Transcription"),
        gettext_lazy("%(who)s transcribed recordings."),
    ),
    "generation": (gettext_lazy("Image"), gettext_lazy("%(who)s generated the image.")),
    "editing": (gettext_lazy("Image"), gettext_lazy("%(who)s edited the image.")),
    "composite": (gettext_lazy("Image"), gettext_lazy("%(who)s combined images into one.")),
}
