"""The audit trail: read only, with a line that says whether the chain holds."""

import json
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.audit.models import Entry
from articles.audit.record import first_break
from articles.desk.base import DeskModelAdmin
from articles.desk.deeds import DEEDS, in_words

# Up to this many entries the whole chain is checked whenever the list is opened.
CHECKED_AT_ONCE = 5000


class DeedFilter(admin.SimpleListFilter):
    """By what was done: a list from the code, so that no query walks the table for it."""

    title = gettext_lazy("what")
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(DEEDS.items())

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(verb=self.value()) if self.value() else queryset


@admin.register(Entry)
class EntryAdmin(DeskModelAdmin):
    verb_view = "audit.view"
    list_display = ["at", "deed", "object_name", "actor_name"]
    list_display_links = ["deed"]
    list_filter = [DeedFilter]
    search_fields = ["actor_name", "object_name"]
    search_help_text = gettext_lazy("Names of people and of things")
    ordering = ["-pk"]
    fields = [
        "at",
        "deed",
        "object_name",
        "object_kind",
        "object_id",
        "actor_name",
        "details",
        "own_fingerprint",
        "fingerprint_before",
    ]
    readonly_fields = fields

    @admin.display(description=gettext_lazy("what"))
    def deed(self, entry: Entry) -> str:
        return in_words(entry.verb)

    @admin.display(description=gettext_lazy("details"))
    def details(self, entry: Entry) -> SafeString:
        said = json.dumps(entry.data, ensure_ascii=False, indent=2, sort_keys=True)
        return format_html('<pre class="data">{}</pre>', said)

    @admin.display(description=gettext_lazy("fingerprint (SHA-256) of this entry"))
    def own_fingerprint(self, entry: Entry) -> str:
        return entry.sha256

    @admin.display(description=gettext_lazy("fingerprint of the entry before"))
    def fingerprint_before(self, entry: Entry) -> str:
        return entry.previous

    def get_urls(self) -> list[URLPattern]:
        check = self.admin_site.admin_view(require_POST(self.check_view))
        return [path("check/", check, name="audit_check"), *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"chain": None}
        if self.has_view_permission(request) and Entry.objects.count() <= CHECKED_AT_ONCE:
            context["chain"] = _state_of_the_chain()
        return super().changelist_view(request, context | (extra_context or {}))

    def check_view(self, request: HttpRequest) -> HttpResponse:
        """Check all of it, however long it is, and say so on the list."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        holds, said = _state_of_the_chain()
        messages.add_message(request, messages.SUCCESS if holds else messages.ERROR, said)
        return HttpResponseRedirect(reverse("admin:audit_entry_changelist"))

    def history_view(self, *args: Any, **kwargs: Any) -> HttpResponse:
        # An entry has no history: it is one.
        raise PermissionDenied


def _state_of_the_chain() -> tuple[bool, str]:
    broken = first_break()
    if broken is None:
        return True, _("The chain holds: every entry follows from the one before it.")
    said = _("The chain is broken at entry %(number)s (%(at)s). Somebody changed the database.")
    return False, said % {"number": broken.pk, "at": f"{broken.at:%Y-%m-%d %H:%M}"}
