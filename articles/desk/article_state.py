"""Where an article stands: its revisions, its approval, what readers see, its label."""

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from articles.disclosure.labels import Words, from_snapshot, words
from articles.editions import state
from articles.editions.models import Edition
from articles.moderation.decide import approval_of
from articles.moderation.models import Case, Decision
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
    editions = Edition.objects.filter(article=article).exclude(ended_as=Edition.EndedAs.CANCELLED)
    return Standing(
        article=article,
        latest=latest,
        approval=approval,
        live=current(article, at),
        pending=pending(article, at),
        last=editions.filter(live_from__lte=at).order_by("-number").first(),
        public=state.of_article(article.pk, at),
        case=article.cases.select_related("decision__by", "revision")
        .order_by("-opened_at")
        .first(),
        text=text,
        image=image,
        problems=tuple(problems(latest.snapshot)) if latest else (),
    )
