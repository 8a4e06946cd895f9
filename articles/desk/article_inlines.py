"""The lists of an article's form: bylines, sources, related stories, AI uses."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.article_forms import lines
from articles.desk.own_address import article_at
from articles.desk.pickers import PickOne
from articles.desk.row import Row, same_minute
from articles.desk.visible import visible_to
from articles.disclosure.forms import TextAIUseForm
from articles.lib.local_time import LocalDateInput, LocalDateTimeField
from articles.people.models import Byline, User
from articles.people.roles import can
from articles.related.models import RelatedLink
from articles.stories.models import Article, ArticleByline, Source


class BylineRow(Row):
    key = ("byline",)

    class Meta:
        model = ArticleByline
        fields = ["byline"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["byline"].queryset = Byline.objects.all()
        self.fields["byline"].empty_label = _("Choose a name")


class SourceRow(Row):
    key = ("outlet", "title", "url")
    checked_at = LocalDateTimeField(label=gettext_lazy("Checked at"), required=False)

    class Meta:
        model = Source
        fields = [
            *("outlet", "title", "url", "published_on", "kind", "language", "checked_at"),
            "text",
        ]
        widgets = {
            "published_on": LocalDateInput(),
            "url": forms.URLInput(),
            "text": forms.Textarea(attrs={"rows": 8}),
        }
        labels = {"published_on": gettext_lazy("Published on"), "url": gettext_lazy("Address")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Somebody else’s text, kept for comparison: only who writes or reviews this story sees it.
        if not any(can(self.by, verb, self.article) for verb in ("article.change", "case.decide")):
            del self.fields["text"]
        elif self.instance.language:
            self.fields["text"].widget.attrs["lang"] = self.instance.language

    def clean_text(self) -> str:
        return lines(self.cleaned_data["text"])

    def clean_checked_at(self) -> Any:
        return same_minute(self, "checked_at")

    def clean_url(self) -> str:
        return web_address(self.cleaned_data["url"])


class RelatedRow(Row):
    key = ("target", "url")

    class Meta:
        model = RelatedLink
        fields = ["kind", "target", "url", "title", "outlet"]
        widgets = {"url": forms.URLInput()}
        help_texts = {"url": gettext_lazy("The address of one of our own articles works here too.")}

    def __init__(self, *args: Any, article: Article, by: User, **kwargs: Any) -> None:
        super().__init__(*args, article=article, by=by, **kwargs)
        target = self.fields["target"]
        target.queryset = visible_to(by)
        empty = _("Search our articles")
        field = RelatedLink._meta.get_field("target")
        target.widget = PickOne(field, admin.site, lambda: newest(article, by), empty)
        target.widget.choices = target.choices

    @property
    def blank(self) -> bool:
        return not any(self.value(name) for name in ("target", "url", "title", "outlet"))

    @property
    def is_outside(self) -> bool:
        return any(self.value(name) or self[name].errors for name in ("url", "title", "outlet"))

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        ours = article_at(said.get("url") or "")
        if ours is not None and not said.get("target") and can(self.by, "article.view", ours):
            said.update(target=ours, url="", title="", outlet="")
        if said.get("target"):
            said.update(title="", outlet="")
            if said["target"].pk == self.article.pk:
                self.add_error("target", _("An article cannot be related to itself."))
        elif said.get("url") and not said.get("title"):
            self.add_error("title", _("Give the title of the outside page."))
        elif not said.get("url") and not self.errors:
            self.add_error(
                "target",
                _("Choose one of our articles, or give an outside address with its title."),
            )
        return said


class AIUseRow(TextAIUseForm, Row):
    key = ("stage",)

    class Meta(TextAIUseForm.Meta):
        labels = {"prompt": gettext_lazy("Prompt (kept private)")}

    def clean_used_at(self) -> Any:
        return same_minute(self, "used_at", super().clean_used_at())

    @property
    def name(self) -> str:
        return str(self.instance.stage_label()) if self.instance.pk else ""


def web_address(url: str) -> str:
    if url and not url.lower().startswith(("http://", "https://")):
        raise ValidationError(_("The address must begin with http:// or https://."))
    return url


def newest(article: Article, by: User) -> list[tuple[Any, str]]:
    """The newest of our articles in the same language, for browsers without JavaScript. Asked
    once for each page."""
    if not hasattr(article, "_newest"):
        rows = visible_to(by).filter(language=article.language).exclude(pk=article.pk)
        article._newest = list(rows.values_list("pk", "headline")[:40])
    return article._newest


LISTS: dict[str, type[Row]] = {
    "bylines": BylineRow,
    "sources": SourceRow,
    "related": RelatedRow,
    "ai_uses": AIUseRow,
}
