"""My work: what somebody who writes has to do now. A constant number of queries."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk import picture_alarm
from articles.desk.menu import language
from articles.desk.spans import span
from articles.desk.visible import visible_to
from articles.disclosure.labels import Label, Words, from_snapshot, words
from articles.editions.models import Edition
from articles.moderation.models import Case, Decision
from articles.moderation.queue import MOST_COUNTED, many
from articles.people.models import User
from articles.people.roles import can
from articles.stories.models import Article
from articles.stories.workflow import Stage

ROWS = 8


@dataclass(frozen=True)
class Row:
    """One line of a list: what it is, what is said of it, what stands at its end."""

    article_id: int
    headline: str
    said: str = ""
    end: str = ""
    words: Words | None = None
    at: dt.datetime | None = None


@dataclass(frozen=True)
class Bar:
    """One bar: `share` of 100."""

    name: str
    n: int
    share: int
    words: Words | None = None


def work(request: HttpRequest) -> tuple[str, dict[str, Any]]:
    user = request.user
    if not can(user, "article.add"):
        raise PermissionDenied
    now, lang = timezone.now(), language()
    sent_back = _sent_back(user, now)
    waiting = _waiting(user, lang)
    editions = Edition.objects.filter(article__in=visible_to(user))
    if not can(user, "article.change_others"):
        editions = editions.filter(article__created_by=user)
    scheduled = list(
        editions.scheduled(now).defer("body_html", "record").order_by("live_from")[:ROWS]
    )
    corrections = list(
        editions.filter(
            kind=Edition.Kind.CORRECTION,
            live_from__gt=now - dt.timedelta(days=7),
            live_from__lte=now,
        )
        .defer("body_html", "record")
        .order_by("-live_from")[:ROWS]
    )
    bars = published_by_use(now, lang)
    return "admin/index.html", {
        "title": _("My work"),
        "now": now,
        "alarms": picture_alarm.mine(user, now),
        "sent_back": sent_back,
        "oldest": max(
            (row.at for row in sent_back if row.at), default=None, key=lambda at: now - at
        ),
        "waiting": waiting,
        "scheduled": [_edition_row(e, lang) for e in scheduled],
        "corrections": [_correction_row(e) for e in corrections],
        "bars": bars,
        "published": sum(bar.n for bar in bars),
    }


def _sent_back(user: User, now: dt.datetime) -> list[Row]:
    """My articles that a moderator sent back, the longest waiting first, with the reason."""
    articles = list(
        Article.objects.filter(
            created_by=user, stage__in=[Stage.CHANGES_REQUESTED, Stage.REJECTED]
        ).only("pk", "headline", "stage", "updated_at")[:50]
    )
    last: dict[int, Decision] = {}
    decisions = Decision.objects.filter(case__article__in=[a.pk for a in articles]).exclude(
        outcome=Decision.Outcome.APPROVE
    )
    for decision in decisions.select_related("by", "case").order_by("at"):
        last[decision.case.article_id] = decision
    rows = []
    for article in articles:
        decision = last.get(article.pk)
        said = Stage(article.stage).label
        if decision:
            said = _("%(outcome)s · %(who)s: “%(reason)s”") % {
                "outcome": said,
                "who": decision.by,
                "reason": decision.reason,
            }
        at = decision.at if decision else article.updated_at
        rows.append(
            Row(
                article.pk,
                article.headline,
                str(said),
                _("%(span)s ago") % {"span": span(now - at)},
                at=at,
            )
        )
    return sorted(rows, key=lambda row: row.at)


def _waiting(user: User, lang: str) -> list[Row]:
    """My articles in review, with their place in the queue."""
    cases = list(
        Case.objects.open()
        .filter(Q(article__created_by=user) | Q(opened_by=user))
        .select_related("revision")
        .by_urgency()[:ROWS]
    )
    places = _places()
    return [
        Row(
            case.article_id,
            case.revision.snapshot["headline"],
            end=_("No. %(n)s in the queue") % {"n": places.get(case.pk, many(MOST_COUNTED + 1))},
            words=words(from_snapshot(case.revision.snapshot)[0], lang),
        )
        for case in cases
    ]


def _places() -> dict[int, int]:
    """Where each of the first thousand open cases stands: 1 is looked at next."""
    order = Case.objects.open().by_urgency().values_list("pk", flat=True)[:MOST_COUNTED]
    return {pk: place for place, pk in enumerate(order, 1)}


def _edition_row(edition: Edition, lang: str) -> Row:
    return Row(
        edition.article_id,
        edition.headline,
        words=words(Label.from_json(edition.label), lang),
        at=edition.live_from,
    )


def _correction_row(edition: Edition) -> Row:
    return Row(edition.article_id, edition.headline, edition.notice, at=edition.live_from)


def published_by_use(now: dt.datetime, lang: str) -> list[Bar]:
    """What was first published today, by what AI did: one query."""
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    counted = (
        Edition.objects.live(now)
        .filter(first_published_at__gte=midnight)
        .order_by()
        .values("label_state")
        .annotate(n=Count("pk"))
    )
    return bars([(row["label_state"], row["n"]) for row in counted], lang, "text")


def bars(counts: list[tuple[str, int]], lang: str, subject: str) -> list[Bar]:
    """Bars for label codes, the longest first, as shares of them all."""
    whole = sum(n for _code, n in counts) or 1
    made = []
    for code, n in sorted(counts, key=lambda each: -each[1]):
        state = code.removesuffix("_unreviewed")
        reviewed = not code.endswith("_unreviewed")
        said = words(Label(subject=subject, state=state, reviewed=reviewed), lang)
        made.append(Bar(said.line, n, round(100 * n / whole), said))
    return made
