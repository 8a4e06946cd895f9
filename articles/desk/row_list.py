"""A list on an article's form: what is on the form is what there will be.

A row carries no id. It is matched with the stored one that says the same thing (its `key`), others
are added, and stored ones that are on no row go. So nobody can send the id of another article's row,
two rows can swap places without colliding, and a form that was filled in before somebody else saved
can be saved over what they did.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from articles.desk.row import Row
from articles.disclosure.forms import NONE
from articles.disclosure.models import AIUse
from articles.lib.numbers import row_number
from articles.people.models import User
from articles.related.models import RelatedLink
from articles.stories.models import Article, ArticleByline

MOST_ROWS = 60
MOST_SHOWN = 200  # more than fit come back with a sentence, so that none is lost


class RowList:
    """All rows of one kind, as they are stored or as they were sent."""

    def __init__(
        self,
        prefix: str,
        form: type[Row],
        article: Article,
        data: Mapping[str, Any] | None = None,
        *,
        by: User,
        extra: int = 1,
        initial: list[dict[str, Any]] | None = None,
    ) -> None:
        self.prefix, self.form_class, self.article, self.by = prefix, form, article, by
        self.stored = list(stored_rows(form, article)) if article.pk else []
        self.bound = data is not None
        self.non_form_errors: list[str] = []
        self._valid: bool | None = None
        self.rows = list(self._sent(data) if self.bound else self._there(extra, initial or []))

    def _there(self, extra: int, initial: list[dict[str, Any]]) -> Iterator[Row]:
        blank = [None] * extra
        for number, row in enumerate([*self.stored, *initial, *blank]):
            more = {"initial": row} if isinstance(row, dict) else {"instance": row}
            form = self._row(number, **more)
            if row is not None:
                form.initial["position"] = number + 1
            yield form

    def _sent(self, data: Mapping[str, Any]) -> Iterator[Row]:
        """The rows as sent; those that count come first to the stored row they are about."""
        total = row_number(str(data.get(f"{self.prefix}-TOTAL", "")))
        numbers = range(min(total, MOST_SHOWN))
        free = {row_identity(self.form_class, row): row for row in self.stored}
        rows = [self._row(number, data=data) for number in numbers]
        # A row that is to go gives way to one that says the same and is to stay.
        for number in sorted(numbers, key=lambda number: rows[number].removed):
            found = None if rows[number].blank else free.pop(rows[number].identity(), None)
            if found is not None:
                rows[number] = self._row(number, data=data, instance=found)
        yield from rows

    def _row(self, number: int | str, **more: Any) -> Row:
        prefix = f"{self.prefix}-{number}"
        return self.form_class(prefix=prefix, article=self.article, by=self.by, **more)

    @property
    def empty(self) -> Row:
        """The pattern that new rows are copied from."""
        return self._row("__prefix__")

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def media(self) -> forms.Media:
        return self.empty.media

    @property
    def filled(self) -> int:
        return sum(row.counts for row in self.rows)

    @property
    def error_count(self) -> int:
        if not self.bound:
            return 0
        self.is_valid()
        return len(self.non_form_errors) + sum(len(r.errors) for r in self.rows if r.counts)

    def is_valid(self) -> bool:
        """Every row that counts is sound, and none says what another says."""
        if self._valid is None:
            kept = [row for row in self.rows if row.counts]
            checked = [row.is_valid() for row in kept]
            sound = all(checked)
            seen: set[tuple[str, ...]] = set()
            for row in kept:
                if row.identity() in seen:
                    row.add_error(row.key[0], _("This stands in the list already."))
                    sound = False
                seen.add(row.identity())
            stages = {row.value("stage") for row in kept if isinstance(row.instance, AIUse)}
            if NONE in stages and len(stages) > 1:
                self.non_form_errors = [
                    _(
                        "“No AI was used” cannot stand beside another use of AI. Remove one or "
                        "the other."
                    )
                ]
            if len(kept) > MOST_ROWS:
                self.non_form_errors = [
                    _("At most %(n)s lines fit here. Remove some.") % {"n": MOST_ROWS}
                ]
            self._valid = sound and not self.non_form_errors
        return self._valid

    def save(self) -> None:
        """Make the stored list what the form says. The caller has the transaction."""
        kept = [row for row in self.rows if row.counts]
        staying = {row.instance.pk for row in kept if row.instance.pk}
        for row in self.stored:
            if row.pk not in staying:
                row.delete()
        order = {row: (row.cleaned_data.get("position") or 1000, n) for n, row in enumerate(kept)}
        for place, row in enumerate(sorted(kept, key=order.__getitem__), 1):
            was = row.instance.pk
            instance = row.save(commit=False)
            instance.article = self.article
            if hasattr(instance, "position"):
                instance.position = place
            if isinstance(instance, AIUse) and (not was or row.changed_data):
                instance.recorded_by = self.by
            instance.save()


def stored_rows(form: type[Row], article: Article) -> models.QuerySet:
    model = form._meta.model
    along = {RelatedLink: "target", ArticleByline: "byline", AIUse: "recorded_by"}
    rows = model.objects.filter(article=article)
    return rows.select_related(along[model]) if model in along else rows


def row_identity(form: type[Row], row: models.Model) -> tuple[str, ...]:
    """The same as `Row.identity`, of a stored row."""
    values = (form._meta.model._meta.get_field(name).value_from_object(row) for name in form.key)
    return tuple(str(value or "").strip() for value in values)
