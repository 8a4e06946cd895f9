"""What every page of the desk's admin has in common: who may, what is remembered, which fields."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.audit.models import Entry
from articles.audit.record import record
from articles.desk.deeds import in_words
from articles.lib.local_time import LocalDateInput, LocalDateTimeField
from articles.people.roles import can

FIELDS = {
    models.DateTimeField: {"form_class": LocalDateTimeField},
    models.DateField: {"widget": LocalDateInput},
}


class RolePermissions:
    """Answers Django's permission questions from the newsroom's roles.

    A verb left empty is one that nobody has, a superuser no more than anybody else. Nothing is
    deleted unless `verb_delete` says so: editions and the audit trail point at almost everything.
    """

    verb_view: ClassVar[str] = ""
    verb_add: ClassVar[str] = ""
    verb_change: ClassVar[str] = ""
    verb_delete: ClassVar[str] = ""

    def _may(self, request: HttpRequest, verb: str, obj: Any = None) -> bool:
        return bool(verb) and can(request.user, verb, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.verb_view, obj) or self._may(request, self.verb_change, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.verb_add)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.verb_change, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.verb_delete, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)


class PlainForms:
    """Forms that need no script: native date fields, plain choices without pop-up windows."""

    formfield_overrides = FIELDS

    @property
    def media(self) -> forms.Media:
        return forms.Media()

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            # The pencil and the plus open a window that without a script leads nowhere.
            field.widget = field.widget.widget
        return field


class DeskInline(RolePermissions, PlainForms):
    """Goes before Django's inline class. One blank row; the next appears after saving. `folded`
    keeps that row closed where there are others."""

    extra = 1
    folded = False


class DeskModelAdmin(RolePermissions, PlainForms, admin.ModelAdmin):
    """Lists in one indexed order, with a constant number of queries; the audit trail for a log.

    `kind` is the first word of the audit verbs: "section" gives section.added, section.changed.
    """

    kind: ClassVar[str] = ""
    actions = None
    sortable_by = ()
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 0
    view_on_site = False

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """A number in the address that no column holds is a wrong address, as a word is."""
        try:
            return super().get_changelist_instance(request)
        except OverflowError as error:
            raise IncorrectLookupParameters from error

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        """Which fields and rows were touched, as the audit trail keeps it: names, no contents."""
        said: dict[str, Any] = {"fields": form.changed_data}
        for formset in formsets or ():
            said[formset.prefix] = {
                "added": [str(each) for each in formset.new_objects],
                "changed": [str(each) for each, _fields in formset.changed_objects],
                "removed": [str(each) for each in formset.deleted_objects],
            }
        return said

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        self._record(request, "added", obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        said = message if isinstance(message, dict) else {"fields": ["password"]}
        if any(said.values()):
            self._record(request, "changed", obj, said)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        for obj in queryset:
            self._record(request, "deleted", obj, {})

    def _record(self, request: HttpRequest, deed: str, obj: Any, said: dict[str, Any]) -> None:
        with transaction.atomic():
            record(request.user, f"{self.kind}.{deed}", obj, **{k: v for k, v in said.items() if v})

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What the audit trail knows of one object."""
        obj = self.get_object(request, object_id)
        if obj is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, obj):
            raise PermissionDenied
        entries = Entry.objects.filter(object_kind=self.opts.label_lower, object_id=str(obj.pk))
        page = Paginator(entries, 50).get_page(request.GET.get("p"))
        for entry in page:
            entry.deed = in_words(entry.verb)
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(name)s") % {"name": obj},
            "opts": self.opts,
            "original": obj,
            "page": page,
            **(extra_context or {}),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/object_history.html", context)
