from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.base import DeskModelAdmin
from articles.moderation.checks import RULES
from articles.moderation.checks.messages.rules import RULES as NAMES
from articles.moderation.models import CheckSetting, GlossaryTerm


def checks() -> list[tuple[str, str]]:
    """Every check by its code, under the name that moderators know it by, in that order."""
    return sorted(((code, str(NAMES.get(code, code))) for code in RULES), key=lambda c: c[1])


class CheckSettingForm(forms.ModelForm):
    code = forms.ChoiceField(label=gettext_lazy("Check"), choices=checks)

    class Meta:
        model = CheckSetting
        fields = ["section", "code", "enabled", "severity"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "section" not in self.fields:
            return  # shown to somebody who may only look
        self.fields["section"].empty_label = _("Every section")
        severity = self.fields["severity"]
        severity.choices = [("", _("As the check says")), *list(severity.choices)[1:]]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        rows = CheckSetting.objects.filter(section=said.get("section"), code=said.get("code"))
        if rows.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(
                _("There is a setting of this check for this section already. Change that one.")
            )
        return said

    def validate_constraints(self) -> None:
        """The one constraint is asked above, in words; its own names neither field."""


@admin.register(CheckSetting)
class CheckSettingAdmin(DeskModelAdmin):
    kind = "check_setting"
    verb_view = "review_policy.view"
    verb_add = verb_change = verb_delete = "review_policy.change"
    form = CheckSettingForm
    list_display = ["name", "where", "enabled", "severity"]
    list_filter = ["enabled"]
    list_select_related = ["section"]
    search_fields = ["code"]
    fields = ["code", "section", "enabled", "severity"]

    @admin.display(description=gettext_lazy("Check"))
    def name(self, row: CheckSetting) -> str:
        return str(NAMES.get(row.code, row.code))

    @admin.display(description=gettext_lazy("Section"))
    def where(self, row: CheckSetting) -> str:
        return str(row.section or _("Every section"))


class GlossaryTermForm(forms.ModelForm):
    class Meta:
        model = GlossaryTerm
        fields = ["language", "preferred", "variants", "source_form"]
        widgets = {"variants": forms.Textarea(attrs={"rows": 4})}

    def clean_variants(self) -> str:
        """One a line; neither empty lines nor the preferred form itself."""
        lines = (line.strip() for line in self.cleaned_data["variants"].splitlines())
        kept = [line for line in dict.fromkeys(lines) if line]
        if self.cleaned_data.get("preferred", "").strip() in kept:
            raise forms.ValidationError(_("This is how we write it: it is no other spelling."))
        return "\n".join(kept)


@admin.register(GlossaryTerm)
class GlossaryTermAdmin(DeskModelAdmin):
    kind = "glossary_term"
    verb_view = "review_policy.view"
    verb_add = verb_change = verb_delete = "review_policy.change"
    form = GlossaryTermForm
    list_display = ["preferred", "spellings", "source_form", "language"]
    list_filter = ["language"]
    search_fields = ["preferred", "variants", "source_form"]
    fields = ["language", "preferred", "variants", "source_form"]

    @admin.display(description=gettext_lazy("Other spellings"))
    def spellings(self, row: GlossaryTerm) -> str:
        return ", ".join(row.variants.splitlines())
