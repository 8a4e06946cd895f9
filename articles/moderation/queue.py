"""The queue: which cases wait for whom, in which order, and what a row of it says."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.formats import number_format

from articles.disclosure.labels import Label, Words, words
from articles.editions.models import Edition
from articles.moderation import claim, policies
from articles.moderation.checks import message
from articles.moderation.clock import Clock, clock
from articles.moderation.models import Case, Finding
from articles.moderation.priority import Facts, reasons
from articles.moderation.querysets import CaseQuerySet
from articles.people.models import User
from articles.people.roles import VERBS, Role
from articles.stories.models import Revision

PAGE = 50
MOST_COUNTED = 1000
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
    moderator_id: int | None
    holder: str  # who has it on the screen, and until when
    until: str
    mine: bool  # it is this person who has it
    priority: int
    reasons: tuple[str, ...]


def open_for(user: User) -> CaseQuerySet:
    """Every open case this person may see, most urgent first."""
    return Case.objects.open().visible_to(user).by_urgency()


def counted(cases: CaseQuerySet) -> str:
    """How many, in words for a person: "12", or "1,000+" where nobody would read on anyway."""
    return many(cases.count_up_to(MOST_COUNTED))


def many(n: int) -> str:
    if n > MOST_COUNTED:
        return f"{number_format(MOST_COUNTED, force_grouping=True)}+"
    return number_format(n, force_grouping=True)


def to_decide(user: User, now: dt.datetime | None = None) -> CaseQuerySet:
    """What this person may decide on now: not their own texts, nor what another has taken or has
    open."""
    roles = {(role, where) for role, where in user.role_rows() if role in VERBS["case.decide"]}
    if user.is_superuser:
        roles.add((Role.ADMINISTRATOR, ""))
    cases = open_for(user)
    if "" not in {where for _role, where in roles}:
        cases = cases.filter(section__code__in={where for _role, where in roles})
    wrote = Revision.objects.filter(created_by=user, from_suggestion=False).values("article_id")
    return (
        cases.filter(Q(assigned_to=None) | Q(assigned_to=user))
        .filter(claim.free(user, now or timezone.now()))
        .exclude(opened_by=user)
        .exclude(article__created_by=user)
        .exclude(article_id__in=wrote)
    )


def after(cases: CaseQuerySet, case: Case) -> CaseQuerySet:
    """Those that come after `case` in the order of the queue, wherever it stands by now."""
    return cases.filter(priority__lte=case.priority).filter(
        Q(priority__lt=case.priority)
        | Q(opened_at__gt=case.opened_at)
        | Q(opened_at=case.opened_at, pk__gt=case.pk)
    )


def before(cases: CaseQuerySet, case: Case) -> CaseQuerySet:
    """Those that come before `case`, the nearest first."""
    nearer = cases.filter(priority__gte=case.priority).filter(
        Q(priority__gt=case.priority)
        | Q(opened_at__lt=case.opened_at)
        | Q(opened_at=case.opened_at, pk__lt=case.pk)
    )
    return nearer.order_by("priority", "-opened_at", "-pk")


def page(cases: CaseQuerySet, start: Case | None) -> tuple[list[Case], bool]:
    """The cases of one page, and whether more come. Without the texts themselves."""
    cases = (
        cases.for_lists()
        .defer("revision__snapshot")
        .annotate(headline=KeyTextTransform("headline", "revision__snapshot"))
    )
    if start is None:
        found = list(cases[: PAGE + 1])
        return found[:PAGE], len(found) > PAGE
    # In two steps, each of which is one stretch of the index, whatever the depth.
    equal = cases.filter(priority=start.priority, opened_at__gte=start.opened_at)
    equal = equal.filter(Q(opened_at__gt=start.opened_at) | Q(pk__gt=start.pk))
    found = list(equal[: PAGE + 1])
    found += cases.filter(priority__lt=start.priority)[: PAGE + 1 - len(found)]
    return found[:PAGE], len(found) > PAGE


def rows(cases: list[Case], user: User, *, now: dt.datetime, language: str) -> list[Row]:
    """Rows for cases that `page` gave; one query each for the findings of them all, for the
    sections' policies and for which of the stories are live."""
    found = _findings(case.pk for case in cases)
    known = policies.read()
    live = set(
        Edition.objects.live(now)
        .filter(article_id__in=[case.article_id for case in cases])
        .values_list("article_id", flat=True)
    )
    return [
        _row(
            case,
            found.get(case.pk, []),
            user,
            now,
            language,
            reach=known.of(case.section_id).reach,
            live=case.article_id in live,
        )
        for case in cases
    ]


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


def _row(
    case: Case,
    found: list[dict[str, Any]],
    user: User,
    now: dt.datetime,
    language: str,
    *,
    reach: int,
    live: bool,
) -> Row:
    titles: dict[str, int] = {}
    severities: Counter[str] = Counter()
    for row in found:
        data = {key: row[f"data__{key}"] for key in ("place", "kind") if row[f"data__{key}"]}
        said = title(row["code"], data, language)
        titles[said] = titles.get(said, 0) + row["n"]
        severities[row["severity"]] += row["n"]
    who = claim.holder(case, now)
    facts = Facts(
        **{severity: severities[severity] for severity in ("high", "medium", "low")},
        text=case.text_label,
        image=case.image_label,
        reach=reach,
        live=live,
    )
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
        moderator_id=case.assigned_to_id,
        holder=str(who) if who else "",
        until=claim.clock_time(case.claimed_until) if who else "",
        mine=who == user,
        priority=case.priority,
        reasons=tuple(reasons(facts)),
    )
