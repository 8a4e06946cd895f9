"""My settings: what a person may change about themself."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.audit.record import record
from articles.desk.language import remember
from articles.notices.models import MailChoice
from articles.people.models import User


class SettingsForm(forms.ModelForm):
    """Never the user name, the role or the state of the account: those are for administrators."""

    class Meta:
        model = User
        fields = ["name", "name_en", "language", "keys_off"]

    by_mail = forms.BooleanField(
        label=gettext_lazy("Send me my notices by mail too"), required=False
    )

    def __init__(self, data: Any, *, instance: User) -> None:
        super().__init__(data, instance=instance)
        if settings.MAIL:
            unwanted = MailChoice.objects.filter(user=instance, wanted=False).exists()
            self.initial["by_mail"] = not unwanted
        else:
            del self.fields["by_mail"]

    def save(self, commit: bool = True) -> User:
        person = super().save(commit)
        if "by_mail" in self.changed_data:
            MailChoice.objects.update_or_create(
                user=person, defaults={"wanted": self.cleaned_data["by_mail"]}
            )
        return person


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
