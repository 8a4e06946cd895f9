"""Schedule: readers see the latest revision from a later moment on. No worker is needed."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.editions.models import Edition
from articles.people.models import User
from articles.publishing import pictures
from articles.publishing.refusal import Refused, must
from articles.publishing.release import cancel, clock, latest, pending, release
from articles.stories import revise
from articles.stories.models import Article


def schedule(
    *,
    article: Article,
    by: User,
    at: dt.datetime,
    expires_at: dt.datetime | None = None,
    now: dt.datetime | None = None,
) -> Edition:
    """Let the latest revision become live at `at`. The same again changes nothing; another time
    or another text takes the place of what was scheduled.

    Raises PermissionDenied, Refused (the time is past, not approved, something missing), NotNow.
    """
    must(by, "article.schedule", article)
    pictures.complete(article)
    with transaction.atomic():
        article = revise.lock(article.pk)
        must(by, "article.schedule", article)
        now = clock(now)
        if at <= now:
            raise Refused(_("That moment is past. Choose a later one, or publish now."))
        revision = latest(article)
        waiting = pending(article, now)
        if waiting is not None:
            same = waiting.revision_id == revision.pk and waiting.live_from == at
            if same and waiting.live_until == expires_at:
                return waiting
            cancel(waiting)
        edition = release(
            article=article,
            revision=revision,
            by=by,
            live_from=at,
            expires_at=expires_at,
        )
        record(
            by,
            "article.scheduled",
            article,
            at=now,
            edition=edition.number,
            revision=revision.number,
            sha256=revision.sha256,
            live_from=at.isoformat(timespec="seconds"),
        )
        return edition


@transaction.atomic
def unschedule(*, article: Article, by: User, now: dt.datetime | None = None) -> Edition | None:
    """Call off what is scheduled; what is live stays live. None where nothing was scheduled."""
    article = revise.lock(article.pk)
    must(by, "article.schedule", article)
    waiting = pending(article, clock(now))
    if waiting is None:
        return None
    cancel(waiting)
    record(by, "article.unscheduled", article, at=now, edition=waiting.number)
    waiting.refresh_from_db()
    return waiting
