"""Date and time fields that every browser shows with its own, labelled, picker."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone


class LocalDateTimeInput(forms.DateTimeInput):
    """One labelled `<input type="datetime-local">`, whatever the language: the browser puts it into
    the reader's own order, the value is ISO 8601 to the minute in the newsroom's time zone."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class LocalDateInput(forms.DateInput):
    """`<input type="date">`; its value is ISO 8601 in every language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class LocalDateField(forms.DateField):
    """A day whose midnight can be told in every time zone."""

    widget = LocalDateInput

    def to_python(self, value: Any) -> dt.date | None:
        day = super().to_python(value)
        if day is not None and not dt.MINYEAR < day.year < dt.MAXYEAR:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class LocalDateTimeField(forms.DateTimeField):
    """A moment to the minute: seconds that the widget does not show are no change."""

    widget = LocalDateTimeInput

    def to_python(self, value: Any) -> dt.datetime | None:
        """Refuses moments within a day of the ends of the calendar: no time zone can move them."""
        moment = super().to_python(value)
        if moment is not None and not dt.MINYEAR < moment.year < dt.MAXYEAR:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return moment

    def has_changed(self, initial: Any, data: Any) -> bool:
        if isinstance(initial, dt.datetime):
            if timezone.is_aware(initial):
                # What is sent becomes an aware moment too; a naive one never equals it.
                initial = timezone.localtime(initial)
            initial = initial.replace(second=0, microsecond=0)
        return super().has_changed(initial, data)
