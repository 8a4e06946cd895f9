"""The list of articles: columns and filters, at a constant number of queries."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.disclosure.labels import from_snapshot, words
from articles.editions import state
from articles.editions.models import Edition
from articles.moderation.models import Decision
from articles.publishing.compose import review_of
from articles.stories.models import Article, Revision, Section
from articles.stories.workflow import Stage


class ArticleList(ChangeList):
    """Fetches, for the whole page at once, what readers see of each article and its label."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        ids = [article.pk for article in self.result_list]
        states = state.of_articles(ids)
        newest = _newest_revisions(ids)
        approvals = _approvals(newest.values())
        for article in self.result_list:
            article.public = states[article.pk]
            revision = newest.get(article.pk)
            article.words = None
            if revision is not None:
                review = review_of(approvals.get(revision.pk), article.language)
                article.words = words(from_snapshot(revision.snapshot, review)[0], article.language)


def _newest_revisions(ids: list[int]) -> dict[int, Revision]:
    later = Revision.objects.filter(
        article_id=OuterRef("article_id"), number__gt=OuterRef("number")
    )
    rows = Revision.objects.filter(article_id__in=ids).filter(~Exists(later))
    return {row.article_id: row for row in rows}


def _approvals(revisions: Any) -> dict[int, Decision]:
    rows = Decision.objects.filter(
        revision__in=[revision.pk for revision in revisions], outcome=Decision.Outcome.APPROVE
    ).select_related("by", "by__byline", "revision")
    return {row.revision_id: row for row in rows if row.revision_sha256 == row.revision.sha256}


@admin.display(description=_("Headline"))
def headline_link(model_admin: Any, article: Article) -> str:
    url = reverse("admin:articles_article_change", args=[article.pk])
    return format_html('<a href="{}" lang="{}">{}</a>', url, article.language, article.headline)


@admin.display(description=_("Language"))
def language_name(model_admin: Any, article: Article) -> str:
    return article.get_language_display()


@admin.display(description=_("Stage"))
def stage_name(model_admin: Any, article: Article) -> str:
    return article.get_stage_display()


@admin.display(description=_("Readers see"))
def public_state(model_admin: Any, article: Article) -> str:
    return article.public.label


@admin.display(description=_("Label"))
def label(model_admin: Any, article: Article) -> str:
    if article.words is None:
        return "—"
    shown = render_to_string("disclosure/_label.html", {"words": article.words})
    return format_html('<span lang="{}">{}</span>', article.language, shown)


@admin.display(description=_("Last saved"))
def saved(model_admin: Any, article: Article) -> Any:
    return timezone.localtime(article.updated_at).replace(second=0, microsecond=0)


class MineFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("1", _("Mine"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        return queryset.filter(created_by=request.user) if self.value() == "1" else None


class StageFilter(admin.SimpleListFilter):
    title = _("stage")
    parameter_name = "stage"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return Stage.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        return queryset.filter(stage=self.value()) if self.value() in Stage.values else None


class PublicFilter(admin.SimpleListFilter):
    title = _("readers see")
    parameter_name = "public"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return state.PublicState.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        """As `state.of_articles` says it, asked of the database."""
        at, value = timezone.now(), self.value()
        if value not in state.PublicState.values:
            return None
        began = Edition.objects.filter(article=OuterRef("pk"), live_from__lte=at).exclude(
            ended_as=Edition.EndedAs.CANCELLED
        )
        own = Edition.objects.filter(article=OuterRef("pk"))
        live, coming = Exists(own.live(at)), Exists(own.scheduled(at))
        if value == state.PublicState.LIVE:
            return queryset.filter(live)
        if value == state.PublicState.SCHEDULED:
            return queryset.filter(coming).exclude(live)
        if value == state.PublicState.NEVER:
            return queryset.exclude(Exists(began)).exclude(coming)
        ended = began.order_by("-number")
        over = queryset.filter(Exists(began)).exclude(live).exclude(coming)
        over = over.annotate(ended_as=ended.values("ended_as")[:1])
        withdrawn = {"ended_as": Edition.EndedAs.WITHDRAWN}
        if value == state.PublicState.WITHDRAWN:
            return over.filter(**withdrawn)
        return over.exclude(**withdrawn)


class LanguageFilter(admin.SimpleListFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return Article._meta.get_field("language").choices

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        return queryset.filter(language=self.value()) if self.value() else None


class SectionFilter(admin.SimpleListFilter):
    title = _("section")
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(section.code, str(section)) for section in Section.objects.all()]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet | None:
        return queryset.filter(section__code=self.value()) if self.value() else None
