"""What the public sees of an article at one moment, in a word."""

import datetime as dt

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.editions.models import Edition


class PublicState(TextChoices):
    NEVER = "never", _("Not published")
    SCHEDULED = "scheduled", _("Scheduled")
    LIVE = "live", _("Live")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    EXPIRED = "expired", _("Expired")


def of_articles(ids: list[int], at: dt.datetime | None = None) -> dict[int, PublicState]:
    """The public state of each article. One query, whatever their number."""
    at = at or timezone.now()
    states = dict.fromkeys(ids, PublicState.NEVER)
    rows = (
        Edition.objects.filter(article_id__in=ids)
        .order_by("article_id", "number")
        .values_list("article_id", "live_from", "live_until", "ended_as")
    )
    for article_id, live_from, live_until, ended_as in rows:
        if ended_as == Edition.EndedAs.CANCELLED:
            continue
        if live_from > at:
            if states[article_id] is not PublicState.LIVE:
                states[article_id] = PublicState.SCHEDULED
        elif live_until is None or live_until > at:
            states[article_id] = PublicState.LIVE
        elif ended_as == Edition.EndedAs.WITHDRAWN:
            states[article_id] = PublicState.WITHDRAWN
        else:
            states[article_id] = PublicState.EXPIRED
    return states


def of_article(article_id: int, at: dt.datetime | None = None) -> PublicState:
    return of_articles([article_id], at)[article_id]
