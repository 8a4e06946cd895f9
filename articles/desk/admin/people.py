"""People, their roles, and the machines that file drafts. For administrators."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.desk.base import DeskInline, DeskModelAdmin
from articles.people.models import Pipeline, SectionRole, User
from articles.people.roles import Role
from articles.stories.models import Section

# Roles are the newsroom's own; Django's groups are used nowhere.
admin.site.unregister(Group)


def administrators() -> QuerySet[User]:
    """Everybody who can look after people in every section."""
    whole = Q(section_roles__role=Role.ADMINISTRATOR, section_roles__section="")
    return User.objects.filter(Q(is_superuser=True) | whole, is_active=True)


class RoleForm(forms.ModelForm):
    section = forms.ChoiceField(label=_("Section"), required=False)

    class Meta:
        model = SectionRole
        fields = ["role", "section"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].choices = _sections


def _sections() -> list[tuple[str, Any]]:
    return [("", _("Every section"))] + [(s.code, str(s)) for s in Section.objects.all()]


class RoleFormSet(BaseInlineFormSet):
    def clean(self) -> None:
        """Nobody can take the last administrator's role, nor switch that account off."""
        super().clean()
        person = self.instance
        if person.pk is None:
            return
        # Locked in one order first: two administrators who demote each other are told apart.
        locked = list(
            User.objects.select_for_update().filter(pk__in=administrators()).order_by("pk")
        )
        if [one.pk for one in locked] != [person.pk] or self._stays(person):
            return
        raise ValidationError(
            _(
                "This is the only administrator. Make somebody else an administrator of every "
                "section first."
            )
        )

    def _stays(self, person: User) -> bool:
        kept = [f.cleaned_data for f in self.forms if getattr(f, "cleaned_data", None)]
        role = any(
            said.get("role") == Role.ADMINISTRATOR and not said.get("section")
            for said in kept
            if not said.get("DELETE")
        )
        return person.is_active and (person.is_superuser or role)


class RoleInline(DeskInline, admin.TabularInline):
    verb_view = verb_add = verb_change = verb_delete = "people.change"
    model = SectionRole
    form = RoleForm
    formset = RoleFormSet


class PersonCreationForm(UserCreationForm):
    class Meta:
        model = User
        fields = ["username", "name", "name_en", "email", "language"]


@admin.register(User)
class PersonAdmin(DeskModelAdmin, UserAdmin):
    """Nobody is deleted: what somebody wrote, reviewed and published keeps their name."""

    kind = "person"
    verb_view = "people.view"
    verb_add = verb_change = "people.change"
    form = forms.ModelForm
    add_form = PersonCreationForm
    add_form_template = None
    inlines = [RoleInline]
    filter_horizontal = ()
    list_display = ["name", "username", "roles", "email", "account", "last_login"]
    list_filter = ["is_active", "section_roles__role"]
    search_fields = ["name", "name_en", "username", "email"]
    ordering = ["name", "pk"]
    fieldsets = [
        (None, {"fields": ["username", "name", "name_en", "email", "language", "is_active"]})
    ]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "username",
                    "name",
                    "name_en",
                    "email",
                    "language",
                    "password1",
                    "password2",
                ]
            },
        )
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("section_roles")

    @admin.display(description=_("roles"))
    def roles(self, person: User) -> str:
        held = [str(role) for role in person.section_roles.all()]
        if person.is_superuser:
            held.insert(0, str(Role.ADMINISTRATOR.label))
        return ", ".join(held) or "—"

    @admin.display(description=_("account"))
    def account(self, person: User) -> str:
        return str(_("in use") if person.is_active else _("switched off"))

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        obj.is_staff = True
        super().save_model(request, obj, form, change)


@admin.register(Pipeline)
class PipelineAdmin(DeskModelAdmin):
    kind = "pipeline"
    verb_view = "people.view"
    verb_add = verb_change = "people.change"
    list_display = ["name", "purpose", "state", "created_at"]
    search_fields = ["name"]
    fields = ["name", "purpose", "active"]

    @admin.display(description=_("account"))
    def state(self, pipeline: Pipeline) -> str:
        return str(_("in use") if pipeline.active else _("switched off"))
