"""Which editions readers see, at which moment."""

import datetime as dt
from collections.abc import Iterable

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

CARD_FIELDS = (
    "id",
    "article_id",
    "public_id",
    "language",
    "section_code",
    "section_name",
    "slug",
    "headline",
    "standfirst",
    "label",
    "label_state",
    "image",
    "image_label",
    "first_published_at",
    "live_from",
    "translation_group",
)


class EditionQuerySet(models.QuerySet):
    """Public pages start from `live()`; there is no other door."""

    def live(self, at: dt.datetime | None = None) -> "EditionQuerySet":
        """Editions whose range [live_from, live_until) holds `at` (now, where none is given)."""
        at = at or timezone.now()
        return self.filter(Q(live_until__isnull=True) | Q(live_until__gt=at), live_from__lte=at)

    def scheduled(self, at: dt.datetime | None = None) -> "EditionQuerySet":
        """Editions that begin after `at` and were not called off."""
        at = at or timezone.now()
        return self.filter(live_from__gt=at).exclude(ended_as="cancelled")

    def in_language(self, language: str) -> "EditionQuerySet":
        return self.filter(language=language)

    def in_section(self, code: str) -> "EditionQuerySet":
        return self.filter(section_code=code)

    def newest(self) -> "EditionQuerySet":
        return self.order_by("-first_published_at", "-id")

    def page_after(self, at: dt.datetime, edition_id: int) -> "EditionQuerySet":
        """The editions that follow (at, id) in `newest` order. The `lte` lets the index carry it;
        PostgreSQL does not see through the disjunction alone."""
        return self.filter(
            Q(first_published_at__lt=at) | Q(first_published_at=at, id__lt=edition_id),
            first_published_at__lte=at,
        )

    def cards(self) -> "EditionQuerySet":
        """Only the columns that a card shows."""
        return self.only(*CARD_FIELDS)

    def of_articles(self, ids: Iterable[int]) -> "EditionQuerySet":
        return self.filter(article_id__in=list(ids))

    def last_of_each_article(self) -> "EditionQuerySet":
        """One edition for each article: the one with the highest number."""
        highest = (
            self.model.objects.filter(article_id=OuterRef("article_id"))
            .order_by("-number")
            .values("pk")[:1]
        )
        return self.filter(pk=Subquery(highest))
