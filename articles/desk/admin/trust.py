"""Trust lists: who vouches for signers and for times of signing. Installed by administrators."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.base import DeskModelAdmin
from articles.images import pem, trust
from articles.images.models import TrustList
from articles.lib.local_time import LocalDateField


class TrustListForm(forms.ModelForm):
    """A file with certificates. A list of the same name and kind is replaced."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "Certificates in PEM format, as the publisher of the list provides them."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".pem,.crt,.cer,.txt"}),
    )
    issued = LocalDateField(label=gettext_lazy("Issued"), required=False)
    next_update = LocalDateField(label=gettext_lazy("Next update"), required=False)

    class Meta:
        model = TrustList
        fields = ["kind", "name"]

    def clean_file(self) -> bytes:
        data = self.cleaned_data["file"].read(pem.MAX_BYTES + 1)
        try:
            pem.parse(data)
        except pem.NotATrustList as refusal:
            raise forms.ValidationError(str(refusal)) from None
        return data

    def clean(self) -> dict[str, Any]:
        """The same name again is how a list is brought up to date."""
        said = super().clean()
        named = {"kind": said.get("kind"), "name": said.get("name")}
        self.instance = TrustList.objects.filter(**named).first() or self.instance
        return said


@admin.register(TrustList)
class TrustListAdmin(DeskModelAdmin):
    kind = "trust_list"
    verb_view = "trust_list.view"
    verb_add = verb_delete = "trust_list.change"
    form = TrustListForm
    list_display = ["name", "for_whom", "certificates", "age", "issued", "next"]
    list_display_links = ["name"]
    list_select_related = ["installed_by"]
    ordering = ["kind", "name"]
    # Told in the words of the page, since a list is never changed in place.
    SHOWN = (
        "name",
        "for_whom",
        "certificates",
        "age",
        "issued",
        "next",
        "installed_by",
        "sha256",
        "certificates_text",
    )

    def get_fields(self, request: HttpRequest, obj: TrustList | None = None) -> list[str]:
        sent = ["file", "kind", "name", ("issued", "next_update")]
        return list(self.SHOWN) if obj else sent

    def get_readonly_fields(self, request: HttpRequest, obj: TrustList | None = None) -> list[str]:
        return list(self.SHOWN) if obj else []

    def get_queryset(self, request: HttpRequest) -> QuerySet[TrustList]:
        return super().get_queryset(request).select_related("installed_by")

    @admin.display(description=gettext_lazy("kind"))
    def for_whom(self, row: TrustList) -> str:
        return str(row.get_kind_display())

    @admin.display(description=gettext_lazy("age"))
    def age(self, row: TrustList) -> str:
        return _("installed %(time)s ago") % {"time": timesince(row.installed_at, depth=1)}

    @admin.display(description=gettext_lazy("issued"))
    def issued(self, row: TrustList) -> str:
        return _day(row.issued_at)

    @admin.display(description=gettext_lazy("next update"))
    def next(self, row: TrustList) -> str:
        late = row.next_update_at is not None and row.next_update_at < timezone.now()
        day = _day(row.next_update_at)
        return _("overdue since %(day)s") % {"day": day} if late else day

    @admin.display(description=gettext_lazy("certificates"))
    def certificates_text(self, row: TrustList) -> str:
        return "\n".join(pem.subjects(row.pem))

    def save_model(self, request: HttpRequest, obj: TrustList, form: Any, change: bool) -> None:
        said = form.cleaned_data
        row = trust.install(
            said["file"],
            kind=said["kind"],
            name=said["name"],
            by=request.user,
            issued_at=_midnight(said["issued"]),
            next_update_at=_midnight(said["next_update"]),
        )
        obj.pk = row.pk

    def delete_model(self, request: HttpRequest, obj: TrustList) -> None:
        trust.remove(obj, by=request.user)

    def log_addition(self, request: HttpRequest, obj: TrustList, message: Any) -> None:
        """Nothing more to say: the verb has recorded it."""

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        """As above."""


def _day(at: dt.datetime | None) -> str:
    return date_format(timezone.localtime(at), "DATE_FORMAT") if at else "—"


def _midnight(day: dt.date | None) -> dt.datetime | None:
    return timezone.make_aware(dt.datetime.combine(day, dt.time())) if day else None
