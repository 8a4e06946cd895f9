"""Public counts, made from the editions themselves: nobody enters them by hand."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from statistics import median

from django.db.models import Min

from articles.editions.models import Edition, EditionAI
from articles.editions.querysets import EditionQuerySet

WINDOW = dt.timedelta(days=30)
UNREVIEWED = "_unreviewed"


@dataclass(frozen=True)
class LabelCount:
    """Stories with one label, and how many of them were corrected."""

    code: str
    stories: int
    corrected: int


@dataclass(frozen=True)
class Counts:
    """What was first published in a window of time, withdrawn stories included.

    A story counts once, with the label of its last edition; each language is a story of its own.
    `review_minutes` is the median from submission to approval, None where nothing was reviewed.
    """

    stories: int
    by_label: tuple[LabelCount, ...]
    corrected: int
    withdrawn: int
    unreviewed: int
    review_minutes: int | None

    def of(self, *codes: str) -> int:
        return sum(row.stories for row in self.by_label if row.code in codes)


@dataclass(frozen=True)
class SystemUse:
    """An AI system as editions name it, what it did in text and images, and since when."""

    name: str
    text_stages: tuple[str, ...]
    image_stages: tuple[str, ...]
    first_used: dt.datetime


def counts(now: dt.datetime, window: dt.timedelta = WINDOW) -> Counts:
    """The counts of the `window` that ends at `now`. One query."""
    rows = (
        _begun(now)
        .filter(first_published_at__gt=now - window)
        .order_by("article_id", "number")
        .values_list(
            "article_id", "label_state", "kind", "review_minutes", "live_until", "ended_as"
        )
    )
    last: dict[int, tuple] = {}
    corrected: set[int] = set()
    for article_id, state, kind, minutes, until, ended_as in rows:
        gone = ended_as == Edition.EndedAs.WITHDRAWN and until is not None and until <= now
        last[article_id] = (state, minutes, gone)
        if kind == Edition.Kind.CORRECTION:
            corrected.add(article_id)
    by_label = Counter(state for state, _, _ in last.values())
    mended = Counter(last[article_id][0] for article_id in corrected)
    minutes = [minutes for _, minutes, _ in last.values() if minutes is not None]
    return Counts(
        stories=len(last),
        by_label=tuple(LabelCount(code, n, mended[code]) for code, n in by_label.most_common()),
        corrected=len(corrected),
        withdrawn=sum(gone for _, _, gone in last.values()),
        unreviewed=sum(n for code, n in by_label.items() if code.endswith(UNREVIEWED)),
        review_minutes=round(median(minutes)) if minutes else None,
    )


def systems(language: str, now: dt.datetime) -> list[SystemUse]:
    """The AI systems that editions in `language` name, the latest newcomer first. One query.

    Names are kept in the language of the edition, so another language's would be names twice.
    """
    rows = (
        EditionAI.objects.filter(edition__in=_begun(now).filter(language=language))
        .exclude(system="")
        .values_list("system", "subject", "stage")
        .annotate(first=Min("edition__live_from"))
        .order_by("first", "stage")
    )
    stages: dict[tuple[str, str], list[str]] = defaultdict(list)
    first: dict[str, dt.datetime] = {}
    for system, subject, stage, began in rows:
        stages[system, subject].append(stage)
        first.setdefault(system, began)
    found = [
        SystemUse(name, tuple(stages[name, "text"]), tuple(stages[name, "image"]), began)
        for name, began in first.items()
    ]
    return sorted(found, key=lambda use: use.first_used, reverse=True)


def _begun(now: dt.datetime) -> EditionQuerySet:
    """Editions that readers have seen, or see."""
    return Edition.objects.filter(live_from__lte=now).exclude(ended_as=Edition.EndedAs.CANCELLED)
