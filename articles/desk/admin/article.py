from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.desk import article_list, article_page, compare_view, preview
from articles.desk.base import DeskModelAdmin
from articles.desk.visible import visible_to
from articles.stories.models import Article


@admin.register(Article)
class ArticleAdmin(DeskModelAdmin):
    """The list is Django's; the form is a page of our own (`article_page`), because a save there
    is a revision, may meet somebody else's, and loses nothing that was typed.

    Articles are withdrawn, never deleted.
    """

    kind = "article"
    verb_view = "article.view"
    verb_add = "article.add"
    verb_change = "article.change"
    list_display = [
        "headline_link",
        "section",
        "language_name",
        "stage_name",
        "public_state",
        "label",
        "created_by",
        "saved",
    ]
    list_display_links = None
    list_filter = [
        article_list.MineFilter,
        article_list.StageFilter,
        article_list.PublicFilter,
        article_list.LanguageFilter,
        article_list.SectionFilter,
    ]
    list_select_related = ["section", "created_by"]
    search_fields = ["headline"]
    ordering = ["-updated_at", "-id"]

    class Media:
        css: ClassVar = {"all": ["newsroom/css/article.css"]}

    headline_link = article_list.headline_link
    language_name = article_list.language_name
    stage_name = article_list.stage_name
    public_state = article_list.public_state
    label = article_list.label
    saved = article_list.saved

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return visible_to(request.user)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type:
        return article_list.ArticleList

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return article_page.page(request, object_id)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/preview/", view(preview.preview), name="article_preview"),
            path("<int:pk>/compare/", view(compare_view.compare_page), name="article_compare"),
            *super().get_urls(),
        ]
