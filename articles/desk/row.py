"""One line of a list on an article's form."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from articles.people.models import User
from articles.stories.models import Article


class Row(forms.ModelForm):
    """One line of a list. `key` names what it is about: a row without any of it is blank, and two
    rows with the same are one too many."""

    key: ClassVar[tuple[str, ...]]
    position = forms.IntegerField(
        label=gettext_lazy("Order"), required=False, min_value=0, max_value=999
    )
    DELETE = forms.BooleanField(label=gettext_lazy("Remove"), required=False)

    def __init__(self, *args: Any, article: Article, by: User, **kwargs: Any) -> None:
        self.article, self.by = article, by
        super().__init__(*args, **kwargs)
        self.instance.article = article
        self.fields["position"].widget.attrs["class"] = "order"

    def value(self, name: str) -> str:
        return str(self[name].value() or "").strip()

    @property
    def blank(self) -> bool:
        return not any(self.value(name) for name in self.key)

    @property
    def removed(self) -> bool:
        return self.is_bound and bool(self["DELETE"].value())

    @property
    def counts(self) -> bool:
        return not self.blank and not self.removed

    @property
    def name(self) -> str:
        """What the row is called by the buttons that move it."""
        return str(self.instance) if self.instance.pk else ""

    def identity(self) -> tuple[str, ...]:
        return tuple(self.value(name) for name in self.key)


def same_minute(form: forms.ModelForm, name: str, given: Any = None) -> Any:
    """The stored moment where the widget, which shows no seconds, sent the same minute back."""
    given = given or form.cleaned_data[name]
    stored = form.initial.get(name)
    if (
        given
        and stored
        and given.replace(second=0, microsecond=0) == stored.replace(second=0, microsecond=0)
    ):
        return stored
    return given
