"""The whole record of how an article was made: steps in order, then facts. Pure.

The record is written into the edition when it is published and put into words when it is read.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext, pgettext

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
    "chose": _lazy("Chose the topic and the sources"),
    "wrote": _lazy("Reported and wrote"),
    "edited": _lazy("Edited the text"),
    "checked": _lazy("Checked facts and wording"),
    "published": _lazy("Decided to publish"),
}
# code: (title, sentence with %(who)s and %(detail)s)
STEP_WORDS = {
    "started": (_lazy("Started the story"), _lazy("%(who)s started the story.")),
    "edited": (_lazy("Edited"), _lazy("%(who)s changed the text.")),
    "submitted": (_lazy("Sent for review"), _lazy("%(who)s sent it for review.")),
    "sent_back": (_lazy("Asked for changes"), _lazy("%(who)s asked for changes.")),
    "reviewed": (_lazy("Reviewed"), _lazy("%(who)s checked and approved exactly this text.")),
    "published": (_lazy("Published"), _lazy("%(who)s published it.")),
    "corrected": (_lazy("Corrected"), _lazy("%(who)s corrected it: %(detail)s")),
    "machine_checked": (
        _lazy("Automatic checks"),
        _lazy("The software compared and checked the text. Points raised: %(detail)s."),
    ),
    "draft": (_lazy("Draft"), _lazy("%(who)s wrote the draft.")),
    "translation": (_lazy("Translation"), _lazy("%(who)s translated the text.")),
    "summary": (_lazy("Summary"), _lazy("%(who)s wrote summaries.")),
    "headline": (_lazy("Headlines"), _lazy("%(who)s suggested headlines.")),
    "copy_edit": (_lazy("Copy-editing"), _lazy("%(who)s checked spelling and style.")),
    "research": (_lazy("Research"), _lazy("%(who)s sorted research material.")),
    "transcription": (_lazy("Transcription"), _lazy("%(who)s transcribed recordings.")),
    "generation": (_lazy("Image"), _lazy("%(who)s generated the image.")),
    "editing": (_lazy("Image"), _lazy("%(who)s edited the image.")),
    "composite": (_lazy("Image"), _lazy("%(who)s combined images into one.")),
}
