"""The stages of a working copy and the table of what leads where. Pure.

Whether readers see the story is not a stage: that is said by its editions and the clock.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.lib.hangul import particles


class Stage(TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")
    REJECTED = "rejected", _("Rejected")
    APPROVED = "approved", _("Approved")
    READY = "ready", _("Ready, no review needed")
    RELEASED = "released", _("Released")


class Event(TextChoices):
    EDIT = "edit", _("save")
    SUBMIT = "submit", _("submit for review")
    PASS = "pass", _("submit")
    RECALL = "recall", _("take back")
    APPLY = "apply", _("apply a suggestion")
    APPROVE = "approve", _("approve")
    REQUEST_CHANGES = "changes", _("request changes")
    REJECT = "reject", _("reject")
    RELEASE = "release", _("publish")
    WITHDRAW = "withdraw", _("withdraw")


S, E = Stage, Event
TABLE: dict[Event, dict[Stage, Stage]] = {
    E.EDIT: {
        S.DRAFT: S.DRAFT,
        S.CHANGES_REQUESTED: S.CHANGES_REQUESTED,
        S.REJECTED: S.DRAFT,
        S.APPROVED: S.DRAFT,
        S.READY: S.DRAFT,
        S.RELEASED: S.DRAFT,
    },
    E.SUBMIT: {S.DRAFT: S.IN_REVIEW, S.CHANGES_REQUESTED: S.IN_REVIEW},
    E.PASS: {S.DRAFT: S.READY, S.CHANGES_REQUESTED: S.READY},
    E.RECALL: {S.IN_REVIEW: S.DRAFT},
    # What a check suggests is put in by a moderator; the text stays with the moderators.
    E.APPLY: {S.IN_REVIEW: S.IN_REVIEW},
    E.APPROVE: {S.IN_REVIEW: S.APPROVED},
    E.REQUEST_CHANGES: {S.IN_REVIEW: S.CHANGES_REQUESTED},
    E.REJECT: {S.IN_REVIEW: S.REJECTED},
    E.RELEASE: {
        S.DRAFT: S.RELEASED,
        S.READY: S.RELEASED,
        S.APPROVED: S.RELEASED,
        S.RELEASED: S.RELEASED,
    },
    E.WITHDRAW: {stage: S.DRAFT if stage is S.RELEASED else stage for stage in S},
}


class NotNow(Exception):
    """The article's stage does not allow this. `str()` is a sentence for a person."""

    def __init__(self, stage: Stage, event: Event) -> None:
        self.stage, self.event = stage, event
        super().__init__(stage, event)

    def __str__(self) -> str:
        said = gettext("“%(event)s” is not possible now: the article’s stage is “%(stage)s”.")
        return particles(said % {"event": self.event.label, "stage": self.stage.label})


def allowed(stage: str, event: Event) -> bool:
    return Stage(stage) in TABLE[event]


def after(stage: str, event: Event) -> Stage:
    """The stage that `event` leads to; raises NotNow where it leads nowhere."""
    try:
        return TABLE[event][Stage(stage)]
    except KeyError:
        raise NotNow(Stage(stage), event) from None
