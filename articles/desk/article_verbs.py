"""The buttons of an article's page: which are shown, and which verb each calls."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.article_state import Standing
from articles.editions.state import PublicState, of_article
from articles.lib.local_time import LocalDateTimeField
from articles.people.models import User
from articles.people.roles import can
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.refusal import Refused
from articles.publishing.schedule import schedule, unschedule
from articles.publishing.submit import recall, submit
from articles.publishing.withdraw import withdraw
from articles.stories.models import Article
from articles.stories.workflow import Event, Stage, allowed


class Moment(LocalDateTimeField):
    """A planned moment. At a clock change one hour does not exist and one comes twice."""

    def clean(self, value: Any) -> dt.datetime | None:
        try:
            return super().clean(value)
        except ValidationError as error:
            if "ambiguous" in str(getattr(error, "code", "")) or self._is_moment(value):
                raise ValidationError(
                    _(
                        "The clock changes at that time: this local time does not exist or comes "
                        "twice. Choose a time at least an hour earlier or later."
                    )
                ) from None
            raise

    @staticmethod
    def _is_moment(value: Any) -> bool:
        try:
            dt.datetime.fromisoformat(str(value))
        except ValueError:
            return False
        return True


class VerbForm(forms.Form):
    """What verbs want to know. None of it belongs to the article itself."""

    schedule_at = Moment(label=gettext_lazy("Live from"), required=False)
    schedule_until = Moment(label=gettext_lazy("Live until"), required=False)
    notice = forms.CharField(
        label=gettext_lazy("Correction notice"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What was wrong and what is right. Readers see it above the text."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Public reason"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The story’s address will give readers this reason."),
    )

    @property
    def open_verbs(self) -> set[str]:
        """The verbs for which something is typed already, or whose button was pressed in vain."""
        return {
            verb.name
            for verb in VERBS
            if any(self[name].value() for name in verb.uses) or f"_{verb.name}" in self.data
        }


@dataclass(frozen=True)
class Verb:
    """`saves`: what was typed is saved before it acts; else it acts first. `uses` are the fields
    of VerbForm that it reads."""

    name: str
    label: Any
    done: Any
    call: Callable[[Article, User, dict[str, Any]], Any]
    shown: Callable[[User, Standing], bool]
    saves: bool = True
    uses: tuple[str, ...] = ()
    style: str = ""


def _schedule(article: Article, by: User, said: dict[str, Any]) -> None:
    if not said["schedule_at"]:
        raise Refused(_("Say from which moment on readers shall see it."))
    schedule(article=article, by=by, at=said["schedule_at"], expires_at=said["schedule_until"])


def _may(verb: str) -> Callable[[User, Standing], bool]:
    return lambda user, on: can(user, verb, on.article)


def _releasable(user: User, on: Standing) -> bool:
    """There is something that readers do not see yet, and nothing but a person's word is missing."""
    return on.fit and not on.is_live_already and allowed(on.article.stage, Event.RELEASE)


VERBS = (
    Verb(
        "submit",
        gettext_lazy("Submit for review"),
        gettext_lazy("Submitted."),
        lambda article, by, said: submit(article=article, by=by),
        lambda user, on: (
            can(user, "article.submit", on.article)
            and on.article.stage in {Stage.DRAFT, Stage.CHANGES_REQUESTED}
        ),
    ),
    Verb(
        "recall",
        gettext_lazy("Take back from review"),
        gettext_lazy("Taken back: the article can be edited again."),
        lambda article, by, said: recall(article=article, by=by),
        lambda user, on: (
            can(user, "article.submit", on.article) and on.article.stage == Stage.IN_REVIEW
        ),
        saves=False,
        style="pri",
    ),
    Verb(
        "publish",
        gettext_lazy("Publish now"),
        gettext_lazy("Published: readers see it."),
        lambda article, by, said: publish(
            article=article, by=by, expires_at=said.get("schedule_until")
        ),
        lambda user, on: can(user, "article.publish", on.article) and _releasable(user, on),
        style="pri",
    ),
    Verb(
        "schedule",
        gettext_lazy("Schedule"),
        gettext_lazy("Scheduled."),
        _schedule,
        lambda user, on: can(user, "article.schedule", on.article) and _releasable(user, on),
        uses=("schedule_at", "schedule_until"),
    ),
    Verb(
        "unschedule",
        gettext_lazy("Call off the schedule"),
        gettext_lazy("The schedule is called off."),
        lambda article, by, said: unschedule(article=article, by=by),
        lambda user, on: can(user, "article.schedule", on.article) and on.pending is not None,
        saves=False,
    ),
    Verb(
        "correct",
        gettext_lazy("Publish as a correction"),
        gettext_lazy("The correction is published."),
        lambda article, by, said: correct(article=article, by=by, notice=said["notice"]),
        lambda user, on: (
            can(user, "article.correct", on.article)
            and on.live is not None
            and (on.fit or on.is_live_already)
            and allowed(on.article.stage, Event.RELEASE)
        ),
        uses=("notice",),
    ),
    Verb(
        "withdraw",
        gettext_lazy("Withdraw"),
        gettext_lazy("Withdrawn: readers no longer see it."),
        lambda article, by, said: withdraw(article=article, by=by, reason=said["reason"]),
        lambda user, on: (
            can(user, "article.withdraw", on.article)
            and (on.live is not None or on.pending is not None)
        ),
        saves=False,
        uses=("reason",),
        style="danger",
    ),
)
BY_NAME = {verb.name: verb for verb in VERBS}


def shown_to(user: User, on: Standing) -> dict[str, Verb]:
    """The verbs that role and stage allow, in their order."""
    return {verb.name: verb for verb in VERBS if verb.shown(user, on)}


def run(verb: Verb, article: Article, by: User, form: VerbForm) -> None:
    """Call the verb with what its fields say. Raises Refused, NotNow, PermissionDenied."""
    form.is_valid()
    if verb.name in {"publish", "schedule"} and _withdrawn_since(article, form):
        raise Refused(
            _(
                "This story was withdrawn after you opened this page. Read the reason first; "
                "if it shall come back, do it again from here."
            )
        )
    for name in verb.uses:
        if form.errors.get(name):
            raise Refused(" ".join(str(error) for error in form.errors[name]))
    said = {name: form.cleaned_data.get(name) for name in form.fields if name in verb.uses}
    verb.call(Article.objects.get(pk=article.pk), by, said)


def _withdrawn_since(article: Article, form: VerbForm) -> bool:
    """Whether the page the button stood on knew nothing yet of a withdrawal."""
    seen = form.data.get("seen", PublicState.WITHDRAWN)
    return seen != PublicState.WITHDRAWN and of_article(article.pk) == PublicState.WITHDRAWN


def default_moment() -> dt.datetime:
    """The next full hour, to begin with."""
    return (timezone.now() + dt.timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
