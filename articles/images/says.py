"""What a picture's file says of itself, in words for screens."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.images import source_types, steps
from articles.images.models import ImageAsset
from articles.images.provenance.claim import State
from articles.images.provenance.suggest import Suggestion, suggest
from articles.images.reasons import REASONS, STATES, WARNINGS
from articles.images.source_types import Evidence


@dataclass(frozen=True)
class FileSays:
    """The newest report in words, in the language that is active.

    Of invalid credentials neither signer nor time is given: what they say is disregarded.
    `suggested` is a source type code that the file gives and a person may declare, or "".
    `undeclared_ai` is true where the file gives evidence of AI and what was declared does not.
    """

    state: str
    state_words: str
    sentence: str
    invalid: bool
    ai_evidence: str
    ai_words: str
    source_type: str
    source_type_words: str
    suggested: str
    undeclared_ai: bool
    signer: str
    signed_at: dt.datetime | None
    reasons: tuple[str, ...]
    checked_at: dt.datetime | None
    warnings: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    ingredients: tuple[str, ...] = ()
    suggestion: Suggestion = field(default_factory=Suggestion)
    suggestion_reasons: tuple[str, ...] = ()
    outdated: bool = False
    camera: str = ""
    verifier: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """The warnings but the one that `outdated` stands for."""
        return tuple(said for said in self.warnings if said != str(WARNINGS["outdated"]))


def file_says(asset: ImageAsset, *, installed: str | None = None) -> FileSays:
    """A summary for screens. Asks no query where `reports` was prefetched.

    `installed` is the digest of the trust lists of today; where it is given and the reading used
    others, a warning says so.
    """
    report = asset.report
    if report is None:
        return FileSays(
            state="",
            state_words=_("Not checked yet"),
            sentence=_("Nobody has read yet what this file says of its origin."),
            invalid=False,
            ai_evidence="",
            ai_words="",
            source_type="",
            source_type_words="",
            suggested="",
            undeclared_ai=False,
            signer="",
            signed_at=None,
            reasons=(),
            checked_at=None,
        )
    state = State(report.state)
    told = report.digital_source_type
    outdated = installed is not None and installed != report.trust_list_digest
    suggestion = suggest(report)
    return FileSays(
        state=state.value,
        state_words=report.get_state_display(),
        sentence=str(STATES[state]),
        invalid=state.invalid,
        ai_evidence=report.ai_evidence,
        ai_words=report.get_ai_evidence_display(),
        source_type=told,
        source_type_words=source_types.label(told),
        suggested=told if source_types.is_writable(told) else "",
        undeclared_ai=undeclared(asset.digital_source_type, Evidence(report.ai_evidence)),
        signer="" if state.invalid else report.signer,
        signed_at=None if state.invalid else report.signed_at,
        reasons=sentences(REASONS, report.reasons),
        checked_at=report.created_at,
        warnings=sentences(WARNINGS, [*report.warnings, *(["outdated"] if outdated else [])]),
        actions=steps.actions(report.actions),
        ingredients=steps.ingredients(report.ingredients),
        suggestion=suggestion,
        suggestion_reasons=sentences(REASONS, suggestion.reasons),
        outdated=outdated,
        camera=" · ".join(
            report.exif[key] for key in ("make", "model", "software") if report.exif.get(key)
        ),
        verifier=f"{report.verifier} {report.verifier_version}",
    )


def sentences(words: Mapping[str, str | Promise], codes: Iterable[str]) -> tuple[str, ...]:
    """The codes in words, each sentence once; a code of another version is left out."""
    return tuple(dict.fromkeys(str(words[code]) for code in codes if code in words))


def undeclared(declared: str, found: Evidence) -> bool:
    """Whether a file gives evidence that AI made some of it, and less than that was declared."""
    if found in (Evidence.NONE, Evidence.POSSIBLY):
        return False
    return source_types.evidence(declared).strength < found.strength
