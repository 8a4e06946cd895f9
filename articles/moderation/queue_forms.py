"""What is sent from the queue: cases taken, given back or assigned, and filters kept."""

from django import forms

from articles.moderation.bulk import Seen, seen
from articles.people.models import User

ME = "me"


class HandForm(forms.Form):
    """`to` empty gives the case back; `was` is who had it when the page was shown, `held` who had
    it open."""

    to = forms.CharField(required=False, max_length=20)
    was = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    held = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)


class BulkForm(forms.Form):
    act = forms.ChoiceField(choices=[(each, each) for each in ("take", "give_back", "assign")])
    to = forms.CharField(required=False, max_length=20)


def person(value: str, me: User) -> User | None:
    """Whom a form names: "me", or the key of somebody who may sign in."""
    if value == ME:
        return me
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        return None
    return User.objects.filter(pk=int(value), is_active=True).first()


def ticked(values: list[str]) -> list[Seen]:
    return [each for each in map(seen, values) if each is not None]
