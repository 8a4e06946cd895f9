"""Forms for uses of AI, on a text or on an image: the same rules wherever they are recorded."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseInlineFormSet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.disclosure.models import AIUse
from articles.disclosure.stages import Extent, ImageStage, TextStage
from articles.lib.local_time import LocalDateTimeField

NONE = "none"


class AIUseForm(forms.ModelForm):
    """One use of AI. Subclasses say which stages there are; `recorded_by` is not asked for."""

    stages: type[models.TextChoices] = TextStage
    used_at = LocalDateTimeField(
        label=_("When"), required=False, help_text=_("Leave it empty for now.")
    )

    class Meta:
        model = AIUse
        fields = [
            "stage",
            "extent",
            "system",
            "digital_source_type",
            "why",
            "detail",
            "people_unchanged",
            "used_at",
            "prompt",
        ]
        widgets = {"prompt": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = self.fields["stage"]
        self.fields["stage"] = forms.ChoiceField(
            label=said.label, choices=[("", _("Choose what AI did")), *self.stages.choices]
        )
        if not self.instance.pk:
            # A new row is dated when it is saved, not when the form was opened.
            self.initial.pop("used_at", None)

    def clean_used_at(self) -> Any:
        given = self.cleaned_data["used_at"]
        if given and given > timezone.now() + dt.timedelta(minutes=5):
            raise ValidationError(_("This lies in the future: say when AI was used."))
        return given or (self.instance.used_at if self.instance.pk else timezone.now())

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("stage") == NONE:
            # "No AI was used" has no system, no extent and nothing that was done.
            said.update(extent="", system=None, people_unchanged=False)
        elif said.get("stage") and not said.get("extent"):
            said["extent"] = Extent.WHOLE
        return said


class TextAIUseForm(AIUseForm):
    """What AI did to an article's text."""

    class Meta(AIUseForm.Meta):
        # Whether people were changed is a question about pictures.
        fields = [name for name in AIUseForm.Meta.fields if name != "people_unchanged"]


class ImageAIUseForm(AIUseForm):
    """What AI did to an image."""

    stages = ImageStage


class AIUseFormSet(BaseInlineFormSet):
    """All uses of one thing: each stage once, and "no AI was used" only by itself."""

    def clean(self) -> None:
        super().clean()
        kept = [
            form
            for form in self.forms
            if getattr(form, "cleaned_data", None)
            and form.cleaned_data.get("stage")
            and not form.cleaned_data.get("DELETE")
        ]
        seen = self._recorded_meanwhile()
        for form in kept:
            stage = form.cleaned_data["stage"]
            if stage in seen:
                form.add_error("stage", _("This use of AI is recorded already."))
            seen.add(stage)
        if NONE in seen and len(seen) > 1:
            raise ValidationError(
                _(
                    "“No AI was used” cannot stand beside another use of AI. Remove one or the "
                    "other."
                )
            )

    def _recorded_meanwhile(self) -> set[str]:
        """Stages that are stored but were not on this form: from another tab, or sent twice."""
        if self.instance.pk is None:
            return set()
        shown = [form.instance.pk for form in self.forms if form.instance.pk]
        stored = self.model.objects.filter(**{self.fk.name: self.instance}).exclude(pk__in=shown)
        return set(stored.values_list("stage", flat=True))


def save_uses(formset: BaseInlineFormSet, by: models.Model) -> dict[str, list[str]]:
    """Save a valid formset of uses with `by` as who recorded them; returns which stages were
    recorded and which removed, for the audit trail. The caller has the transaction."""
    changed = formset.save(commit=False)
    for gone in formset.deleted_objects:
        gone.delete()
    for use in changed:
        use.recorded_by = by
        use.save()
    formset.save_m2m()
    return {
        "recorded": [use.stage for use in changed],
        "removed": [use.stage for use in formset.deleted_objects],
    }
