"""Correct: a new edition with a notice that readers see above the body."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.editions.models import Edition
from articles.people.models import User
from articles.publishing import pictures
from articles.publishing.refusal import Refused, must
from articles.publishing.release import cancel, clock, current, latest, pending, release
from articles.stories import revise
from articles.stories.models import Article


def correct(*, article: Article, by: User, notice: str, now: dt.datetime | None = None) -> Edition:
    """Publish the latest revision as a correction of what is live. `notice` says what was wrong
    and what is right. The same correction sent twice is one.

    Raises PermissionDenied, Refused (no notice, nothing live, nothing changed), NotNow.
    """
    must(by, "article.correct", article)
    pictures.complete(article)
    with transaction.atomic():
        article = revise.lock(article.pk)
        must(by, "article.correct", article)
        notice = notice.strip()
        if not notice:
            raise Refused(_("Say what was wrong and what is right: readers see this notice."))
        now = clock(now)
        live = current(article, now)
        if live is None:
            raise Refused(_("Only a story that readers can see is corrected. Publish it instead."))
        revision = latest(article)
        if live.revision_id == revision.pk:
            if live.kind == Edition.Kind.CORRECTION and live.notice == notice:
                return live
            raise Refused(_("Nothing has changed since the live edition. Edit the story first."))
        waiting = pending(article, now)
        if waiting is not None:
            cancel(waiting)
        edition = release(
            article=article,
            revision=revision,
            by=by,
            live_from=now,
            expires_at=live.live_until if live.ended_as == Edition.EndedAs.EXPIRED else None,
            notice=notice,
        )
        record(
            by,
            "article.corrected",
            article,
            at=now,
            edition=edition.number,
            revision=revision.number,
            sha256=revision.sha256,
            notice=notice,
        )
        return edition
