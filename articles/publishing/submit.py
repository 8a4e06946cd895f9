"""Submit an article for review, and take it back."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.moderation import decide
from articles.moderation.models import Case
from articles.moderation.open_case import open_case
from articles.people.models import User
from articles.publishing.readiness import problems
from articles.publishing.refusal import Refused, must
from articles.stories import revise, workflow
from articles.stories.models import Article, Revision
from articles.stories.workflow import Event, Stage


@transaction.atomic
def submit(*, article: Article, by: User, now: dt.datetime | None = None) -> Case | None:
    """Send the latest revision to the moderators. Returns the open case, or None where nothing
    needs review: then the article is ready to publish. Twice in a row changes nothing more.

    Raises PermissionDenied, Refused (the body is empty), NotNow.
    """
    article = revise.lock(article.pk)
    must(by, "article.submit", article)
    if article.stage == Stage.IN_REVIEW:
        return article.cases.open().get()
    if article.stage == Stage.READY:
        return None
    # What a picture's file says, or its rights, may have changed since the last save.
    revision = _as_it_stands(article, by, now)
    empty = [p for p in problems(revision.snapshot) if p.code in {"no_body", "no_headline"}]
    if empty:
        raise Refused(_("There is nothing to review yet."), tuple(empty))
    event = Event.SUBMIT if revision.needs_review else Event.PASS
    stage = workflow.after(article.stage, event)
    case = None
    if revision.needs_review:
        approval = decide.approval_of(revision)
        if approval is not None:
            raise Refused(_("Exactly this text is approved already."))
        case = open_case(revision=revision, by=by, now=now)
    Article.objects.filter(pk=article.pk).update(stage=stage)
    record(
        by,
        "article.submitted",
        article,
        at=now,
        revision=revision.number,
        sha256=revision.sha256,
        case=case.pk if case else None,
        findings=case.findings.count() if case else 0,
    )
    return case


def _as_it_stands(article: Article, by: User, now: dt.datetime | None) -> Revision:
    last = article.latest_revision()
    if last is not None and not workflow.allowed(article.stage, Event.SUBMIT):
        return last
    return revise.take(article=article, by=by, now=now)


@transaction.atomic
def recall(*, article: Article, by: User, now: dt.datetime | None = None) -> Article:
    """Take an article back from review, so that it can be edited again. Idempotent."""
    article = revise.lock(article.pk)
    must(by, "article.submit", article)
    if article.stage == Stage.DRAFT:
        return article
    stage = workflow.after(article.stage, Event.RECALL)
    decide.recall(article=article, now=now)
    Article.objects.filter(pk=article.pk).update(stage=stage)
    record(by, "article.recalled", article, at=now)
    article.stage = stage
    return article
