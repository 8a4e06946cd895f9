"""What a moderator sends: a decision, a finding that is no problem."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.moderation import checklist
from articles.moderation.models import Case, Decision

VERBS = {
    Decision.Outcome.APPROVE: _("Approve"),
    Decision.Outcome.CHANGES: _("Request changes"),
    Decision.Outcome.REJECT: _("Reject"),
}


class DecisionForm(forms.Form):
    """Whether reason and checklist suffice is decided by the verb, not here."""

    outcome = forms.ChoiceField(
        choices=[(outcome.value, words) for outcome, words in VERBS.items()],
        error_messages={
            "required": _("Choose a decision: approve, request changes or reject."),
            "invalid_choice": _("Choose a decision: approve, request changes or reject."),
        },
    )
    reason = forms.CharField(required=False, max_length=4000, strip=True)
    points = forms.MultipleChoiceField(required=False)
    sha256 = forms.CharField(required=False)

    def __init__(self, data: Any = None, *, case: Case) -> None:
        super().__init__(data)
        self.case = case
        self.fields["points"].choices = [
            (item.code, item.text) for item in checklist.for_case(case)
        ]

    def sentence(self) -> str:
        """The first thing that is wrong, as one sentence."""
        return next((str(error) for errors in self.errors.values() for error in errors), "")


class DismissForm(forms.Form):
    reason = forms.CharField(
        max_length=300,
        error_messages={"required": _("Say in a few words why this is not a problem.")},
    )


class CommentForm(forms.Form):
    """Whether the words stand in the text is for the verb to find out."""

    text = forms.CharField(required=False, strip=True)
    quote = forms.CharField(required=False, max_length=20_000, strip=True)
    field = forms.CharField(required=False, max_length=40)
    before = forms.CharField(required=False, max_length=200, strip=False)
    sha256 = forms.CharField(required=False, max_length=64)
