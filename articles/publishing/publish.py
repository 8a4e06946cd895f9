"""Publish: readers see the latest revision from now on."""

import datetime as dt

from django.db import transaction

from articles.audit.record import record
from articles.editions.models import Edition
from articles.people.models import User
from articles.publishing import pictures
from articles.publishing.refusal import must
from articles.publishing.release import cancel, clock, current, latest, pending, release
from articles.stories import revise
from articles.stories.models import Article


def publish(
    *,
    article: Article,
    by: User,
    expires_at: dt.datetime | None = None,
    now: dt.datetime | None = None,
) -> Edition:
    """Make the latest revision live. What is live already is given back and nothing is written.

    A pending schedule of this article is called off: now is sooner. Raises PermissionDenied,
    Refused (not approved, something missing), NotNow.
    """
    must(by, "article.publish", article)
    pictures.complete(article)
    with transaction.atomic():
        article = revise.lock(article.pk)
        must(by, "article.publish", article)
        now = clock(now)
        revision = latest(article)
        live = current(article, now)
        if live is not None and live.revision_id == revision.pk:
            return live
        waiting = pending(article, now)
        if waiting is not None:
            cancel(waiting)
        edition = release(
            article=article,
            revision=revision,
            by=by,
            live_from=now,
            expires_at=expires_at,
        )
        record(
            by,
            "article.published",
            article,
            at=now,
            edition=edition.number,
            revision=revision.number,
            sha256=revision.sha256,
            label=edition.label_state,
            called_off=waiting.number if waiting else None,
        )
        return edition
