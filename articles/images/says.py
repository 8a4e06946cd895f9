"""What a picture's file says of itself, in words for screens."""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.images import source_types
from articles.images.models import ImageAsset
from articles.images.provenance.claim import State
from articles.images.source_types import Evidence

STATES = {
    State.NONE: gettext_lazy(
        "This file carries no Content Credentials. That does not mean it is fake."
    ),
    State.REMOTE_UNFETCHED: gettext_lazy(
        "The file names an address where its credentials are kept. They were not fetched, so they "
        "are not checked."
    ),
    State.UNSUPPORTED: gettext_lazy("Content Credentials in this format cannot be read."),
    State.UNREADABLE: gettext_lazy(
        "The file holds Content Credentials that are broken and cannot be read."
    ),
    State.INVALID_TAMPERED: gettext_lazy(
        "The file or its credentials were changed after signing, so that information is "
        "disregarded."
    ),
    State.INVALID_EXPIRED: gettext_lazy(
        "The signer’s certificate had expired and nothing proves when the file was signed."
    ),
    State.INVALID_OTHER: gettext_lazy(
        "This file’s Content Credentials do not check out, so that information is disregarded."
    ),
    State.VALID_UNTRUSTED: gettext_lazy(
        "The file is unchanged since it was signed, but the signer is not on an installed trust "
        "list."
    ),
    State.TRUSTED: gettext_lazy(
        "The file is unchanged since it was signed, and the signer is on an installed trust list. "
        "That does not mean that what it shows is true."
    ),
}
REASONS = {
    "no_manifest": STATES[State.NONE],
    "remote_manifest": STATES[State.REMOTE_UNFETCHED],
    "format_unsupported": STATES[State.UNSUPPORTED],
    "unparseable": STATES[State.UNREADABLE],
    "content_changed": gettext_lazy("The picture was changed after it was signed."),
    "assertion_changed": gettext_lazy("What the credentials record was changed after signing."),
    "signature_broken": gettext_lazy("The signature does not belong to these credentials."),
    "ingredient_tampered": gettext_lazy(
        "A picture that this one was made from had been changed after it was signed."
    ),
    "certificate_expired": STATES[State.INVALID_EXPIRED],
    "check_failed": gettext_lazy(
        "The credentials failed another check; the whole report says which."
    ),
    "signer_untrusted": STATES[State.VALID_UNTRUSTED],
    "signer_trusted": STATES[State.TRUSTED],
    "xmp_unreadable": gettext_lazy(
        "The metadata embedded in the file is broken and cannot be read."
    ),
    "xmp_source_type": gettext_lazy("The embedded metadata declares a source type made with AI."),
    "xmp_ai_system": gettext_lazy("The embedded metadata names an AI system."),
    "ai_fully": gettext_lazy("The file says that generative AI made the whole picture."),
    "ai_partly": gettext_lazy(
        "The file says that generative AI made or changed a part of the picture."
    ),
    "ai_possibly": gettext_lazy("The file says something that may mean that AI was used."),
    "ai_none_declared": gettext_lazy(
        "The file declares no use of AI. That does not mean that none was used."
    ),
}


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


def file_says(asset: ImageAsset) -> FileSays:
    """A short summary for screens. Asks no query where `reports` was prefetched."""
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
        reasons=tuple(str(REASONS[code]) for code in report.reasons if code in REASONS),
        checked_at=report.created_at,
    )


def undeclared(declared: str, found: Evidence) -> bool:
    """Whether a file gives evidence that AI made some of it, and less than that was declared."""
    if found in (Evidence.NONE, Evidence.POSSIBLY):
        return False
    return source_types.evidence(declared).strength < found.strength
