from typing import Any

from django import forms
from django.contrib import admin
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.desk.base import DeskModelAdmin
from articles.moderation import policies, rank
from articles.moderation.models import ReviewPolicy

# What a number may be. The table would refuse, but not in words; and a moment beyond the calendar
# could not be told when a text is submitted.
BOUNDS = {"due_minutes": (1, 366 * 24 * 60), "reach": (0, 3)}


class ReviewPolicyForm(forms.ModelForm):
    class Meta:
        model = ReviewPolicy
        fields = ["section", "due_minutes", "reach", "four_eyes"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (least, most) in BOUNDS.items():
            if name in self.fields:  # they are not for somebody who may only look
                field = self.fields[name]
                field.validators = [MinValueValidator(least), MaxValueValidator(most)]
                field.widget.attrs |= {"min": least, "max": most}


@admin.register(ReviewPolicy)
class ReviewPolicyAdmin(DeskModelAdmin):
    """How each section is reviewed. What changes is said of the cases that wait, too: their
    priority follows the reach. What was due when stays: a text was promised it."""

    kind = "review_policy"
    verb_view = "review_policy.view"
    verb_add = verb_change = verb_delete = "review_policy.change"
    form = ReviewPolicyForm
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
