"""The queue: which cases wait for whom, in which order, and what a row of it says."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.db.models.fields.json import KeyTextTransform

from articles.disclosure.labels import Label, Words, words
from articles.moderation.checks import message
from articles.moderation.clock import Clock, clock
from articles.moderation.models import Case, Finding
from articles.moderation.querysets import CaseQuerySet
from articles.people.models import User
from articles.people.roles import VERBS, Role
from articles.stories.models import Revision

PAGE = 50
LOOKS = {3: "hi", 2: "mid", 1: "lo", "high": "hi", "medium": "mid", "low": "lo"}
# What a title might ask for; the explanation's places stay empty, for only the title is used.
_PLACES = ("seen", "declared", "place", "position", "missing", "ending", "chars", "rule")
_MOST_TITLES = 3


@dataclass(frozen=True)
class Row:
    """One line of the queue, in the language of who reads it."""

    id: int
    headline: str
    language: str
    language_words: str
    section: str
    again: bool  # it has been in review before
    titles: tuple[str, ...]
    findings: int
    look: str
    risk: str
    text: Words
    image: Words | None
    clock: Clock
    moderator: str


def open_for(user: User) -> CaseQuerySet:
    """Every open case this person may see, most urgent first."""
    return Case.objects.open().visible_to(user).by_urgency()


def to_decide(user: User) -> CaseQuerySet:
    """What this person may decide on now: not their own texts, nor what another has taken."""
    roles = {(role, where) for role, where in user.role_rows() if role in VERBS["case.decide"]}
    if user.is_superuser:
        roles.add((Role.ADMINISTRATOR, ""))
    cases = open_for(user)
    if "" not in {where for _role, where in roles}:
        cases = cases.filter(section__code__in={where for _role, where in roles})
    wrote = Revision.objects.filter(created_by=user).values("article_id")
    return (
        cases.filter(Q(assigned_to=None) | Q(assigned_to=user))
        .exclude(opened_by=user)
        .exclude(article__created_by=user)
        .exclude(article_id__in=wrote)
    )


def after(cases: CaseQuerySet, case: Case) -> CaseQuerySet:
    """Those that come after `case` in the order of the queue, wherever it stands by now."""
    return cases.filter(risk__lte=case.risk).filter(
        Q(risk__lt=case.risk)
        | Q(opened_at__gt=case.opened_at)
        | Q(opened_at=case.opened_at, pk__gt=case.pk)
    )


def before(cases: CaseQuerySet, case: Case) -> CaseQuerySet:
    """Those that come before `case`, the nearest first."""
    nearer = cases.filter(risk__gte=case.risk).filter(
        Q(risk__gt=case.risk)
        | Q(opened_at__lt=case.opened_at)
        | Q(opened_at=case.opened_at, pk__lt=case.pk)
    )
    return nearer.order_by("risk", "-opened_at", "-pk")


def page(cases: CaseQuerySet, start: Case | None) -> tuple[list[Case], bool]:
    """The cases of one page, and whether more come. Without the texts themselves."""
    if start is not None:
        cases = after(cases, start)
    found = list(
        cases.for_lists()
        .defer("revision__snapshot")
        .annotate(headline=KeyTextTransform("headline", "revision__snapshot"))[: PAGE + 1]
    )
    return found[:PAGE], len(found) > PAGE


def rows(cases: list[Case], *, now: dt.datetime, language: str) -> list[Row]:
    """Rows for cases that `page` gave; one query for the findings of them all."""
    found = _findings(case.pk for case in cases)
    return [_row(case, found.get(case.pk, []), now, language) for case in cases]


def title(code: str, data: dict[str, Any], language: str) -> str:
    """A finding's title; the bare code where its check is no longer there."""
    try:
        return message(code, dict.fromkeys(_PLACES, "") | data, language)[0]
    except KeyError:
        return code


def label_words(subject: str, code: str, language: str) -> Words:
    """The one line of a label from its code alone, as a case keeps it."""
    state = code.removesuffix("_unreviewed")
    return words(Label(subject=subject, state=state, reviewed=False), language)


def _findings(cases: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    counted = (
        Finding.objects.filter(case__in=list(cases), state=Finding.State.OPEN)
        .order_by()
        .values("case_id", "code", "severity", "data__place", "data__kind")
        .annotate(n=Count("pk"))
    )
    by_case: dict[int, list[dict[str, Any]]] = {}
    for row in counted:
        by_case.setdefault(row["case_id"], []).append(row)
    for found in by_case.values():
        found.sort(key=lambda row: (["high", "medium", "low"].index(row["severity"]), row["code"]))
    return by_case


def _row(case: Case, found: list[dict[str, Any]], now: dt.datetime, language: str) -> Row:
    titles: dict[str, int] = {}
    for row in found:
        data = {key: row[f"data__{key}"] for key in ("place", "kind") if row[f"data__{key}"]}
        said = title(row["code"], data, language)
        titles[said] = titles.get(said, 0) + row["n"]
    return Row(
        id=case.pk,
        headline=case.headline,
        language=case.language,
        language_words=case.get_language_display(),
        section=case.section.name(language),
        again=case.round > 1,
        titles=tuple(f"{said} {n}" for said, n in list(titles.items())[:_MOST_TITLES]),
        findings=sum(row["n"] for row in found),
        look=LOOKS[case.risk],
        risk=case.get_risk_display(),
        text=label_words("text", case.text_label, language),
        image=label_words("image", case.image_label, language) if case.image_label else None,
        clock=clock(case.opened_at, case.due_at, now),
        moderator=str(case.assigned_to) if case.assigned_to else "",
    )
