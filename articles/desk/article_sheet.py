"""The whole of an article's form: text, lead image, and the lists, bound or fresh."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from articles.desk.article_forms import ArticleForm, ImageForm
from articles.desk.article_inlines import LISTS
from articles.desk.row_list import RowList
from articles.people.models import Byline, User
from articles.stories.models import Article

# Where the problems that verbs name are found on the page.
PLACES = {
    "headline": "id_headline",
    "body": "l-body",
    "bylines": "s-bylines",
    "images": "id_image-alt",
    "image": "id_image-asset",
    "sources": "s-sources",
    "ai_uses": "s-ai_uses",
}


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with what was typed, and the element to jump to."""

    part: str
    place: str
    message: str


class Sheet:
    """`data` None: the article as it stands; else what somebody sent for it."""

    def __init__(
        self,
        article: Article,
        by: User,
        data: Mapping[str, Any] | None = None,
        *,
        refused: str = "",
        initial: dict[str, Any] | None = None,
        extra: int = 1,
    ) -> None:
        self.article, self.by = article, by
        self.form = ArticleForm(data, instance=article, by=by, initial=initial or {})
        self.image = ImageForm(data, article=article, refused=refused)
        self.lists = {
            name: RowList(
                name,
                form,
                article,
                data,
                by=by,
                extra=extra,
                initial=own_byline(by) if name == "bylines" and not article.pk else None,
            )
            for name, form in LISTS.items()
        }

    def freeze(self) -> "Sheet":
        """To be read only."""
        for form in self._forms():
            for field in form.fields.values():
                field.disabled = True
        return self

    def _forms(self) -> list[forms.BaseForm]:
        return [self.form, self.image, *(row for rows in self.lists.values() for row in rows)]

    @property
    def media(self) -> forms.Media:
        media = self.form.media + self.image.media
        for rows in self.lists.values():
            media += rows.media
        return media

    def is_valid(self) -> bool:
        # Each is asked, so that every mistake is told at once.
        sound = [part.is_valid() for part in (self.form, self.image, *self.lists.values())]
        return all(sound)

    def save(self) -> Article:
        """Write what was typed. The caller has the transaction and takes the revision."""
        article = self.form.save_all()
        self.image.save_to(article)
        for rows in self.lists.values():
            rows.article = article
            rows.save()
        return article

    def faults(self) -> list[Fault]:
        """Everything that is wrong, in the order of the page."""
        if not self.form.is_bound:
            return []
        self.is_valid()
        found = _of_form("text", self.form) + _of_form("image", self.image)
        for name, rows in self.lists.items():
            found += [Fault(name, f"s-{name}", message) for message in rows.non_form_errors]
            for row in rows:
                if row.counts:
                    found += _of_form(name, row)
        return found


def _of_form(part: str, form: forms.BaseForm) -> list[Fault]:
    found = []
    for name, messages in form.errors.items():
        known = name in form.fields
        place = form[name].id_for_label if known else f"s-{part}"
        if place == "id_body":  # hidden by the editor; its label is not
            place = PLACES["body"]
        label = f"{form.fields[name].label}: " if known else ""
        found += [Fault(part, place, f"{label}{message}") for message in messages]
    return found


def own_byline(user: User) -> list[dict[str, Any]]:
    """A new story starts with the name of who started it."""
    byline = Byline.objects.filter(user=user).first()
    return [{"byline": byline.pk}] if byline else []
