"""What checking a file's Content Credentials came to, in words for readers.

No verdict says that a picture is true, or that no AI was used. A pin stands for credentials that
hold, and carries a second mark only where they do not (C2PA user experience guidance).
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.images.models import ProvenanceReport
from articles.images.provenance.claim import State
from articles.lib.hangul import particles

# As the guide shows them, one of each kind.
GUIDE = (State.TRUSTED, State.VALID_UNTRUSTED, State.INVALID_TAMPERED, State.NONE)


@dataclass(frozen=True)
class Verdict:
    """`title` names the state, `short` says it after the words “Content Credentials”."""

    title: str
    short: str
    sentence: str
    note: str = ""
    pin: bool = False
    bad: bool = False

    @property
    def holds(self) -> bool:
        """Whether what the credentials say may be repeated."""
        return self.pin and not self.bad


def verdict(report: ProvenanceReport | None) -> Verdict:
    if report is None:
        return Verdict(
            title=_("Credentials not checked"),
            short=pgettext("credentials", "Not checked"),
            sentence=_("Nobody has read yet what this file says of its origin."),
        )
    return of_state(State(report.state), report.signer)


def of_state(state: State, signer: str = "") -> Verdict:
    if state.invalid:
        return _invalid(state)
    match state:
        case State.TRUSTED:
            return _trusted(signer)
        case State.VALID_UNTRUSTED:
            return Verdict(
                title=_("Signer not confirmed"),
                short=pgettext("credentials", "Signer not confirmed"),
                sentence=_(
                    "The file has not changed since it was signed. But the signer is not on a "
                    "trust list, so we could not confirm who it is."
                ),
                note=_("The signer’s name is what the signer wrote."),
                pin=True,
            )
        case State.NONE:
            return Verdict(
                title=_("No credentials"),
                short=pgettext("credentials", "None"),
                sentence=_(
                    "This file carries no Content Credentials. That does not mean that it is fake. "
                    "What stands here is what we recorded ourselves."
                ),
            )
    return _unchecked(state)


def _trusted(signer: str) -> Verdict:
    by = _("%(signer)s signed this file, and it has not changed since.") % {"signer": signer}
    return Verdict(
        title=_("Credentials confirmed"),
        short=pgettext("credentials", "Confirmed"),
        sentence=particles(by) if signer else _("The file has not changed since it was signed."),
        note=_(
            "The signer is on a C2PA trust list. That does not mean that what the picture shows "
            "is true."
        ),
        pin=True,
    )


def _invalid(state: State) -> Verdict:
    sentence = _("The file or its credentials may have been altered. We disregard what they say.")
    if state is State.INVALID_EXPIRED:
        sentence = _(
            "The signer’s certificate had expired, and nothing proves when the file was signed. "
            "We disregard what the credentials say."
        )
    return Verdict(
        title=_("Credentials invalid"),
        short=pgettext("credentials", "Invalid"),
        sentence=sentence,
        pin=True,
        bad=True,
    )


def _unchecked(state: State) -> Verdict:
    sentence = {
        State.REMOTE_UNFETCHED: _(
            "The file names an address where its credentials are kept. We have not fetched them, "
            "so nothing of them is checked."
        ),
        State.UNSUPPORTED: _("Content Credentials in a file of this format cannot be read yet."),
    }.get(state, _("The file holds Content Credentials that are broken and cannot be read."))
    return Verdict(
        title=_("Credentials not checked"),
        short=pgettext("credentials", "Not checked"),
        sentence=sentence,
    )
