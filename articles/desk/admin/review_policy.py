from typing import Any

from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.desk.base import DeskModelAdmin
from articles.moderation import policies, rank
from articles.moderation.models import ReviewPolicy


@admin.register(ReviewPolicy)
class ReviewPolicyAdmin(DeskModelAdmin):
    """How each section is reviewed. What changes is said of the cases that wait, too: their
    priority follows the reach. What was due when stays: a text was promised it."""

    kind = "review_policy"
    verb_view = "review_policy.view"
    verb_add = verb_change = verb_delete = "review_policy.change"
    list_display = ["where", "due_minutes", "reach", "four_eyes"]
    list_select_related = ["section"]
    ordering = ["section__position", "pk"]
    fields = ["section", "due_minutes", "reach", "four_eyes"]

    @admin.display(description=_("section"))
    def where(self, policy: ReviewPolicy) -> str:
        return str(policy.section or _("Every other section"))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        with transaction.atomic():
            before = policies.read()
            super().save_model(request, obj, form, change)
            rank.reach_changed(before, policies.read())

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with transaction.atomic():
            before = policies.read()
            super().delete_model(request, obj)
            rank.reach_changed(before, policies.read())
