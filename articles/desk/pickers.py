"""One widget to choose a row of another table: searching with JavaScript, a short list without."""

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models

from articles.lib.numbers import row_number


class PickOne(AutocompleteSelect):
    """Django's autocomplete, whose plain `<select>` also holds what `recent` gives.

    Without JavaScript Django's own holds nothing but what is chosen already.
    """

    def __init__(
        self,
        field: models.ForeignKey,
        admin_site: AdminSite,
        recent: Callable[[], list[tuple[Any, str]]],
        empty: str,
    ) -> None:
        """`empty` is what an empty choice is called."""
        super().__init__(field, admin_site)
        self.empty = empty
        self.recent = recent

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": self.empty}

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> list[Any]:
        # What cannot be the number of a row would stop the database; the form names it as wrong.
        value = [item for item in value if row_number(item)]
        groups = super().optgroups(name, value, attr)
        options = groups[0][1]
        if options and not options[0]["value"]:
            options[0]["label"] = self.empty
        there = {str(option["value"]) for option in options}
        for pk, label in self.recent():
            if str(pk) not in there:
                options.append(self.create_option(name, pk, label, False, len(options)))
        return groups
