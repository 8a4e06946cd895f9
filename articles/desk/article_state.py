"""Where an article stands: its revisions, its approval, what readers see, its label."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from articles.desk import picture_alarm
from articles.disclosure.labels import Words, from_snapshot, words
from articles.editions import state
from articles.editions.models import Edition
from articles.moderation.decide import approval_of
from articles.moderation.models import Case, Decision
from articles.publishing import pictures
from articles.publishing.compose import review_of
from articles.publishing.readiness import problems
from articles.publishing.refusal import Problem
from articles.publishing.release import current, pending
from articles.stories.models import Article, Revision
from articles.stories.workflow import Stage


@dataclass(frozen=True)
class Standing:
    """Gathered once for one page; asks nothing later. `fit`: the latest revision may go out as far
    as review is concerned. `case` is the last one, with its decision."""

    article: Article
    latest: Revision | None
    approval: Decision | None
    live: Edition | None
    pending: Edition | None
    last: Edition | None
    public: state.PublicState
    case: Case | None
    text: Words | None
    image: Words | None
    problems: tuple[Problem, ...]
    alarms: tuple[picture_alarm.Alarm, ...]

    @property
    def stage(self) -> Stage:
        return Stage(self.article.stage)

    @property
    def fit(self) -> bool:
        latest = self.latest
        return latest is not None and (not latest.needs_review or self.approval is not None)

    @property
    def is_live_already(self) -> bool:
        return bool(self.live and self.latest and self.live.revision_id == self.latest.pk)

    @property
    def case_decision(self) -> Decision | None:
        return getattr(self.case, "decision", None) if self.case else None


def standing(article: Article, at: dt.datetime | None = None) -> Standing:
    """Where a stored article stands at `at`."""
    at = at or timezone.now()
    latest = article.latest_revision()
    approval = approval_of(latest) if latest else None
    text = image = None
    if latest is not None:
        language = latest.snapshot["language"]
        label, images = from_snapshot(latest.snapshot, review_of(approval, language))
        text = words(label, language)
        lead = next((i for i in latest.snapshot["images"] if i["role"] == "lead"), None)
        if lead is not None and lead["asset"] in images:
            image = words(images[lead["asset"]], language)
    live = current(article, at)
    editions = Edition.objects.filter(article=article).exclude(ended_as=Edition.EndedAs.CANCELLED)
    return Standing(
        article=article,
        latest=latest,
        approval=approval,
        live=live,
        pending=pending(article, at),
        last=editions.filter(live_from__lte=at).order_by("-number").first(),
        public=state.of_article(article.pk, at),
        case=article.cases.select_related("decision__by", "revision")
        .order_by("-opened_at")
        .first(),
        text=text,
        image=image,
        problems=_problems(latest, live, at),
        alarms=tuple(picture_alarm.of_article(article, at)),
    )


def _problems(
    latest: Revision | None, live: Edition | None, at: dt.datetime
) -> tuple[Problem, ...]:
    """What stops the latest revision. Of what readers have already, the alarms tell."""
    if latest is None:
        return ()
    found = problems(latest.snapshot)
    if live is None or live.revision_id != latest.pk:
        found += pictures.problems(latest, at)
    return tuple(found)
