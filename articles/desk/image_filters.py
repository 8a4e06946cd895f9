"""Filters of the list of images."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.images.models import ImageText, ProvenanceReport
from articles.images.rights import SOON


def newest(field: str) -> Subquery:
    """A column of an image's newest report."""
    reports = ProvenanceReport.objects.filter(asset=OuterRef("pk")).order_by("-created_at", "-pk")
    return Subquery(reports.values(field)[:1])


class StateFilter(admin.SimpleListFilter):
    title = _("credentials")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return ProvenanceReport.States.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        if self.value() not in ProvenanceReport.States.values:
            return None
        return queryset.annotate(newest_state=newest("state")).filter(newest_state=self.value())


class EvidenceFilter(admin.SimpleListFilter):
    title = _("evidence of AI")
    parameter_name = "evidence"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return ProvenanceReport.AIEvidence.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        if self.value() not in ProvenanceReport.AIEvidence.values:
            return None
        found = queryset.annotate(newest_evidence=newest("ai_evidence"))
        return found.filter(newest_evidence=self.value())


class RightsFilter(admin.SimpleListFilter):
    """As `images.rights` says it, asked of the database."""

    title = _("rights")
    parameter_name = "rights"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("ended", _("Ended")),
            ("ending", _("End within a week")),
            ("embargo", _("Not to be shown yet")),
            ("open", _("In force")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        now = timezone.now()
        return {
            "ended": lambda: queryset.filter(rights_until__lte=now),
            "ending": lambda: queryset.filter(rights_until__gt=now, rights_until__lte=now + SOON),
            "embargo": lambda: queryset.filter(rights_from__gt=now),
            "open": lambda: queryset.exclude(_shut(now)),
        }.get(self.value() or "", lambda: None)()


class AltFilter(admin.SimpleListFilter):
    title = _("alt text")
    parameter_name = "alt"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            (f"no-{code}", _("Missing in %(language)s") % {"language": name})
            for code, name in settings.LANGUAGES
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        code = (self.value() or "").removeprefix("no-")
        if code not in dict(settings.LANGUAGES):
            return None
        there = ImageText.objects.filter(asset=OuterRef("pk"), language=code).exclude(alt="")
        return queryset.exclude(Exists(there))


def _shut(now: dt.datetime) -> Q:
    # Without the NULLs, which in SQL would shut out what has no bounds at all.
    ended = Q(rights_until__isnull=False, rights_until__lte=now)
    return ended | Q(rights_from__isnull=False, rights_from__gt=now)


FILTERS = [StateFilter, EvidenceFilter, RightsFilter, AltFilter]
