"""How an article was made, step by step, from what was recorded on the way."""

import datetime as dt
from typing import Any

from articles.disclosure.labels import Record, Step
from articles.lib.moments import utc_second
from articles.moderation.models import Decision
from articles.stories.models import Revision


def record_of(revision: Revision, approval: Decision | None) -> Record:
    """The record that goes into the edition of `revision`."""
    snapshot = revision.snapshot
    language = snapshot["language"]
    recorded = snapshot["ai_uses"]
    text = [use for use in recorded["text"] if use["stage"] != "none"]
    image = [
        use
        for said in recorded["images"].values()
        for use in said["uses"]
        if use["stage"] != "none"
    ]
    revisions = list(
        Revision.objects.filter(article=revision.article_id, number__lte=revision.number)
        .select_related("created_by")
        .order_by("number")
    )
    steps = [_ai_step(use) for use in [*text, *image]]
    steps += _people_steps(revisions, language, revision.article.created_at)
    steps += _review_steps(revision, language)
    drafted = any(use["stage"] in {"draft", "translation"} for use in text)
    changes = sum(r.snapshot["body"] != before.snapshot["body"] for before, r in _pairs(revisions))
    people = ["chose" if drafted else "wrote"]
    if changes:
        people.append("edited")
    if approval:
        people.append("checked")
    people.append("published")
    return Record(
        steps=tuple(sorted(steps, key=lambda step: step.at)),
        ai_did=_unique(use["stage"] for use in text),
        image_did=_unique(use["stage"] for use in image),
        people_did=tuple(people),
        why=_unique(use["why"] for use in [*text, *image]),
        systems=_unique(use["system"] for use in [*text, *image]),
        reviewer=approval.by.public_name(language) if approval else "",
        reviewed_at=utc_second(approval.at) if approval else "",
        changes=changes if drafted else 0,
    )


def _ai_step(use: dict[str, Any]) -> Step:
    return Step("ai", use["stage"], use["system"] or "AI", use["used_at"])


def _people_steps(revisions: list[Revision], language: str, started: dt.datetime) -> list[Step]:
    first = revisions[0]
    steps = [Step("person", "started", first.created_by.public_name(language), utc_second(started))]
    seen = {first.created_by_id}
    for before, later in _pairs(revisions):
        # A person's first change of the text is a step; every save would bury the rest.
        if later.created_by_id in seen or later.snapshot["body"] == before.snapshot["body"]:
            continue
        seen.add(later.created_by_id)
        name = later.created_by.public_name(language)
        steps.append(Step("person", "edited", name, utc_second(later.created_at)))
    return steps


def _review_steps(revision: Revision, language: str) -> list[Step]:
    steps = []
    cases = (
        revision.article.cases.filter(revision__number__lte=revision.number)
        .select_related("decision__by")
        .prefetch_related("findings")
        .order_by("opened_at")
    )
    for case in cases:
        found = len(case.findings.all())
        steps.append(Step("ai", "machine_checked", "", utc_second(case.opened_at), str(found)))
        decision = getattr(case, "decision", None)
        if decision is None:
            continue
        code = "reviewed" if decision.outcome == Decision.Outcome.APPROVE else "sent_back"
        name = decision.by.public_name(language)
        steps.append(Step("person", code, name, utc_second(decision.at)))
    return steps


def _pairs(revisions: list[Revision]) -> list[tuple[Revision, Revision]]:
    return list(zip(revisions, revisions[1:], strict=False))


def _unique(items: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item))
