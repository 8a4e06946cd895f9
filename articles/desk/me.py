"""My settings: what a person may change about themself."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.desk.language import remember
from articles.people.models import User


class SettingsForm(forms.ModelForm):
    """Never the user name, the role or the state of the account: those are for administrators."""

    class Meta:
        model = User
        fields = ["name", "name_en", "language", "keys_off"]


def settings_page(request: HttpRequest) -> tuple[str, dict[str, Any]] | HttpResponse:
    # A copy of its own: a form that fails must not change the name in the page's head.
    person = User.objects.get(pk=request.user.pk)
    form = SettingsForm(request.POST if request.method == "POST" else None, instance=person)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
            if form.changed_data:
                record(person, "person.changed", person, fields=form.changed_data)
        with translation.override(person.language):
            messages.success(request, _("Your settings are saved."))
        response = HttpResponseRedirect(reverse("admin:me"))
        remember(response, person.language)
        return response
    return "admin/me.html", {"title": _("My settings"), "form": form}
