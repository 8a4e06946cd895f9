"""The filters over the queue. A value that is not on offer is named in the form and left out."""

import datetime as dt
from typing import Any

import django_filters as filters
from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.moderation.models import Case
from articles.moderation.querysets import CaseQuerySet
from articles.people.models import User
from articles.people.roles import can
from articles.stories.models import Section

_WRONG = {"invalid_choice": _("This value is not on the list, so it was left out.")}
SOON = dt.timedelta(minutes=30)
RISKS = {"high": Case.Risk.HIGH, "medium": Case.Risk.MEDIUM, "low": Case.Risk.LOW}
# What is asked for, and which labels that is: (of the text, of the image).
USES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "written": (("generated", "generated_unreviewed"), ()),
    "translated": (("translated", "translated_unreviewed"), ()),
    "assisted": (("assisted",), ()),
    "image": ((), ("generated",)),
    "edited": ((), ("edited", "composite")),
    "unknown": (("unknown",), ("unknown", "invalid")),
}


class QueueFilter(filters.FilterSet):
    risk = filters.ChoiceFilter(
        label=_("Risk"),
        error_messages=_WRONG,
        empty_label=_("All"),
        choices=[(name, risk.label) for name, risk in RISKS.items()],
        method="by_risk",
    )
    ai = filters.ChoiceFilter(
        label=_("Use of AI"),
        error_messages=_WRONG,
        empty_label=_("All"),
        choices=[
            ("written", _("AI-written")),
            ("translated", _("AI-translated")),
            ("assisted", _("AI-assisted")),
            ("image", _("AI-generated image")),
            ("edited", _("Edited or composite image")),
            ("unknown", _("Unknown or not confirmed")),
        ],
        method="by_use",
    )
    language = filters.ChoiceFilter(
        label=_("Language"),
        error_messages=_WRONG,
        empty_label=_("All"),
        choices=settings.LANGUAGES,
    )
    due = filters.ChoiceFilter(
        label=_("Waiting time"),
        error_messages=_WRONG,
        empty_label=_("All"),
        choices=[
            ("late", _("Overdue")),
            ("soon", _("Due within 30 minutes")),
            ("later", _("Due later")),
        ],
        method="by_due",
    )
    section = filters.ModelChoiceFilter(
        label=_("Section"),
        error_messages=_WRONG,
        empty_label=_("All"),
        queryset=Section.objects.all(),
        to_field_name="code",
    )
    who = filters.ChoiceFilter(
        label=_("Assigned to"),
        error_messages=_WRONG,
        empty_label=None,
        choices=[
            ("mine", _("Me and unassigned")),
            ("me", _("Me")),
            ("nobody", _("Unassigned")),
            ("all", _("Everybody")),
        ],
        method="by_moderator",
    )

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(self, data: Any, queryset: CaseQuerySet, *, request: HttpRequest) -> None:
        data = data.copy()
        # Cases are never assigned to who does not decide: to them "mine" would be half a queue.
        data.setdefault("who", first_choice(request.user))
        super().__init__(data, queryset, request=request)

    def by_risk(self, cases: CaseQuerySet, name: str, value: str) -> CaseQuerySet:
        return cases.filter(risk=RISKS[value])

    def by_use(self, cases: CaseQuerySet, name: str, value: str) -> CaseQuerySet:
        texts, images = USES[value]
        return cases.filter(Q(text_label__in=texts) | Q(image_label__in=images))

    def by_due(self, cases: CaseQuerySet, name: str, value: str) -> CaseQuerySet:
        now = timezone.now()
        if value == "late":
            return cases.overdue(now)
        if value == "soon":
            return cases.filter(due_at__range=(now, now + SOON))
        return cases.filter(due_at__gt=now + SOON)

    def by_moderator(self, cases: CaseQuerySet, name: str, value: str) -> CaseQuerySet:
        nobody, me = Q(assigned_to=None), Q(assigned_to=self.request.user)
        wanted = {"mine": nobody | me, "me": me, "nobody": nobody}.get(value)
        return cases if wanted is None else cases.filter(wanted)


def first_choice(user: User) -> str:
    return "mine" if can(user, "case.decide") else "all"
