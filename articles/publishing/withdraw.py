"""Withdraw: readers no longer see the story; its address says so, and why."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.editions.models import Edition
from articles.people.models import User
from articles.publishing.refusal import Refused, must
from articles.publishing.release import cancel, clock, current, pending
from articles.stories import revise, workflow
from articles.stories.models import Article


@transaction.atomic
def withdraw(*, article: Article, by: User, reason: str, now: dt.datetime | None = None) -> Edition:
    """End the live edition now, and call off a scheduled one. `reason` is public.

    Withdrawing what is withdrawn changes nothing. Raises PermissionDenied, Refused.
    """
    article = revise.lock(article.pk)
    must(by, "article.withdraw", article)
    now = clock(now)
    live, waiting = current(article, now), pending(article, now)
    if live is None and waiting is None:
        last = (
            Edition.objects.filter(article=article)
            .exclude(ended_as=Edition.EndedAs.CANCELLED)
            .order_by("-number")
            .first()
        )
        if last is not None and last.ended_as == Edition.EndedAs.WITHDRAWN:
            return last
        raise Refused(_("Readers do not see this story, so there is nothing to withdraw."))
    reason = reason.strip()
    if live is not None and not reason:
        raise Refused(_("Say why: the story’s address will give readers this reason."))
    if waiting is not None:
        cancel(waiting)
    if live is not None:
        Edition.objects.filter(pk=live.pk).update(
            live_until=now, ended_as=Edition.EndedAs.WITHDRAWN, public_reason=reason
        )
    stage = workflow.after(article.stage, workflow.Event.WITHDRAW)
    Article.objects.filter(pk=article.pk).update(stage=stage)
    edition = live or waiting
    record(by, "article.withdrawn", article, at=now, edition=edition.number, reason=reason)
    edition.refresh_from_db()
    return edition
