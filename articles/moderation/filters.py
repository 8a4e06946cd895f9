"""The filters over the queue. A value that is not on offer is named in the form and left out."""

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any

import django_filters as filters
from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.moderation.checks import CODES
from articles.moderation.models import Case, Finding
from articles.moderation.priority import band
from articles.moderation.querysets import CaseQuerySet
from articles.moderation.queue import title
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
    code = filters.ChoiceFilter(
        label=_("Finding"),
        error_messages=_WRONG,
        empty_label=_("All"),
        choices=lambda: finding_choices(),
        method="by_code",
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
    open = filters.ChoiceFilter(
        label=_("On a screen"),
        error_messages=_WRONG,
        empty_label=_("All"),
        choices=[
            ("nobody", _("Nobody has it open")),
            ("me", _("I have it open")),
            ("others", _("Somebody else has it open")),
        ],
        method="by_claim",
    )

    class Meta:
        model = Case
        fields: list[str] = []

    def __init__(
        self,
        data: Any,
        queryset: CaseQuerySet,
        *,
        request: HttpRequest,
        moderators: Iterable[User] = (),
    ) -> None:
        data = data.copy()
        # Cases are never assigned to who does not decide: to them "mine" would be half a queue.
        data.setdefault("who", first_choice(request.user))
        super().__init__(data, queryset, request=request)
        who = self.filters["who"].extra
        others = [(str(user.pk), str(user)) for user in moderators if user != request.user]
        who["choices"] = [*who["choices"], *others]

    def by_risk(self, cases: CaseQuerySet, name: str, value: str) -> CaseQuerySet:
        # The band says the same as the risk, and the queue's index is sorted by it.
        return cases.filter(risk=RISKS[value], priority__range=band(RISKS[value]))

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
        if value.isdigit():
            return cases.filter(assigned_to=int(value))
        nobody, me = Q(assigned_to=None), Q(assigned_to=self.request.user)
        wanted = {"mine": nobody | me, "me": me, "nobody": nobody}.get(value)
        return cases if wanted is None else cases.filter(wanted)

    def by_claim(self, cases: CaseQuerySet, name: str, value: str) -> CaseQuerySet:
        now, me = timezone.now(), self.request.user
        if value == "nobody":
            return cases.filter(Q(claimed_by=None) | Q(claimed_until__lte=now))
        mine = Q(claimed_by=me) if value == "me" else ~Q(claimed_by=me)
        return cases.filter(mine, claimed_until__gt=now)

    def by_code(self, cases: CaseQuerySet, name: str, value: str) -> CaseQuerySet:
        found = Finding.objects.filter(case=OuterRef("pk"), code=value, state=Finding.State.OPEN)
        return cases.filter(Exists(found))


def finding_choices() -> list[tuple[str, str]]:
    return _titles("ko" if (get_language() or "ko").startswith("ko") else "en")


@cache
def _titles(language: str) -> list[tuple[str, str]]:
    """Each kind of finding with its title, in the order of the titles."""
    titles: dict[str, str] = {}
    for known in CODES:
        code, _slash, kind = known.partition("/")
        # A title that begins with a place has none here.
        titles.setdefault(code, title(code, {"kind": kind}, language).strip(": "))
    return sorted(titles.items(), key=lambda each: each[1])


def first_choice(user: User) -> str:
    return "mine" if can(user, "case.decide") else "all"
