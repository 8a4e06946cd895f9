"""Pictures that readers see, or will, and should not: rights that ended, files that read worse now.

A constant number of queries, however many stories are live.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.fields.json import KeyTransform
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.visible import visible_to
from articles.disclosure.evidence import Reading, worse
from articles.disclosure.snapshot import reading, stages
from articles.editions.models import Edition, EditionImage
from articles.images import rights
from articles.images.models import ImageAsset, ProvenanceReport
from articles.people.models import User
from articles.people.roles import can
from articles.stories.models import Article

MOST = 50
# The evidence in a file, and the labels that tell readers at least as much.
TOLD = {"fully": ["generated"], "partly": ["generated", "edited", "composite"]}

SAID = {
    rights.ENDED: gettext_lazy(
        "Readers see the story without its picture, whose rights ended on %(moment)s."
    ),
    rights.NOT_BEGUN: gettext_lazy(
        "Readers see the story without its picture, which may not be shown before %(moment)s."
    ),
    rights.END_SOON: gettext_lazy(
        "The rights to its picture end on %(moment)s; from then on readers see the story "
        "without it."
    ),
}


@dataclass(frozen=True)
class Alarm:
    """One picture in one story. `grave`: it is so now; else it will be."""

    code: str
    grave: bool
    sentence: str
    article_id: int
    headline: str
    language: str
    asset_id: int
    image: str


def mine(user: User, at: dt.datetime) -> list[Alarm]:
    """What somebody has to see to: an editor in all sections of theirs, a writer in own stories."""
    placed = EditionImage.objects.filter(edition__article__in=visible_to(user))
    if not can(user, "article.change_others"):
        placed = placed.filter(edition__article__created_by=user)
    return alarms(placed, at)


def of_article(article: Article, at: dt.datetime) -> list[Alarm]:
    return alarms(EditionImage.objects.filter(edition__article=article), at)


def of_asset(asset: ImageAsset, user: User, at: dt.datetime) -> list[Alarm]:
    """Of the stories that this person may see at the desk."""
    placed = EditionImage.objects.filter(asset=asset, edition__article__in=visible_to(user))
    return alarms(placed, at)


def alarms(placed: QuerySet[EditionImage], at: dt.datetime) -> list[Alarm]:
    """The gravest first, at most MOST of each kind. Three queries, and one more for reports.

    Each begins at the few pictures that may be meant, not at the many stories that are live.
    """
    live = Q(edition__live_from__lte=at) & (
        Q(edition__live_until__isnull=True) | Q(edition__live_until__gt=at)
    )
    coming = Q(edition__live_from__gt=at) & ~Q(edition__ended_as=Edition.EndedAs.CANCELLED)
    found = [
        *_rights(placed.filter(live), at),
        *_rights_then(placed.filter(coming)),
        *_readings(placed.filter(live | coming)),
    ]
    return sorted(found, key=lambda alarm: not alarm.grave)


def notes(asset: ImageAsset, at: dt.datetime) -> list[str]:
    """What an editor should know of a picture's rights before it goes out: sentences."""
    facts = rights.of(asset)
    found = rights.problems(facts, at)
    said = [problem.sentence for problem in found if problem.code != rights.END_SOON]
    if facts.end is not None and facts.end > at:
        end = _("The rights end on %(moment)s; from then on readers see the story without it.")
        said.insert(0, end % {"moment": rights.local(facts.end)})
    return said


def _rights(placed: QuerySet[EditionImage], at: dt.datetime) -> Iterable[Alarm]:
    """Of live stories: rights that ended, have not begun, or end within a week before the story."""
    meant = ImageAsset.objects.filter(
        Q(rights_until__lte=at + rights.SOON) | Q(rights_from__gt=at)
    ).order_by()
    goes_on = Q(edition__live_until__isnull=True) | Q(
        edition__live_until__gt=F("asset__rights_until")
    )
    rows = placed.filter(asset__in=meant.values("pk")).filter(
        goes_on | Q(asset__rights_until__lte=at) | Q(asset__rights_from__gt=at)
    )
    for row in _with_names(rows).order_by(F("asset__rights_until").asc(nulls_last=True), "pk")[
        :MOST
    ]:
        for problem in rights.problems(rights.of(row.asset), at):
            if problem.code in SAID:
                moment = rights.local(problem.moment)
                yield _alarm(row, problem.code, str(SAID[problem.code]) % {"moment": moment})


def _rights_then(placed: QuerySet[EditionImage]) -> Iterable[Alarm]:
    """Of scheduled stories: rights that will have ended, or not begun, when they go live."""
    begins = F("edition__live_from")
    rows = placed.filter(Q(asset__rights_until__lte=begins) | Q(asset__rights_from__gt=begins))
    for row in _with_names(rows).order_by("edition__live_from", "pk")[:MOST]:
        for problem in rights.problems(rights.of(row.asset), row.edition.live_from):
            if problem.stops:
                said = _("It is scheduled for %(begins)s, but its picture may not be shown then.")
                moment = rights.local(row.edition.live_from)
                yield _alarm(row, problem.code, said % {"begins": moment})


def _readings(placed: QuerySet[EditionImage]) -> Iterable[Alarm]:
    read_again = ProvenanceReport.objects.order_by().values("asset").annotate(n=Count("pk"))
    later = ProvenanceReport.objects.filter(
        asset=OuterRef("asset"), created_at__gt=OuterRef("edition__created_at")
    )
    # What the label tells readers already is left out here: after a new trust list all AI pictures
    # may have been read again.
    suspect = Exists(later.filter(state__startswith="invalid"))
    for evidence, labels in TOLD.items():
        untold = ~Q(edition__image_label_state__in=labels)
        suspect |= Exists(later.filter(ai_evidence=evidence)) & untold
    rows = (
        placed.filter(asset__in=read_again.filter(n__gt=1).values("asset"))
        .filter(suspect)
        .annotate(
            said=KeyTransform("images", KeyTransform("ai_uses", "edition__revision__snapshot"))
        )
    )
    rows = list(_with_names(rows).order_by("-edition__live_from", "pk")[: MOST * 10])
    newest: dict[int, ProvenanceReport] = {}
    reports = ProvenanceReport.objects.filter(asset__in={row.asset_id for row in rows})
    if rows:
        for report in reports.defer("raw").order_by("created_at", "pk"):
            newest[report.asset_id] = report
    for row in rows:
        report, said = newest[row.asset_id], row.said.get(str(row.asset_id))
        now = Reading(report.state, report.ai_evidence, tuple(report.reasons))
        if said is not None and worse(reading(said), now, stages(said)):
            yield _alarm(row, "image_worse", _worse_said(now))


def _with_names(rows: QuerySet[EditionImage]) -> QuerySet[EditionImage]:
    edition = ("article_id", "headline", "language", "live_from")
    return rows.select_related("asset", "edition").only(
        "asset", "edition", *(f"edition__{name}" for name in edition),
        "asset__title", "asset__file_name", "asset__credit", "asset__licence",
        "asset__licence_url", "asset__usage_terms", "asset__model_release", "asset__data_mining",
        "asset__rights_from", "asset__rights_until",
    )  # fmt: skip


def _alarm(row: EditionImage, code: str, sentence: str) -> Alarm:
    return Alarm(
        code=code,
        grave=code != rights.END_SOON,
        sentence=sentence,
        article_id=row.edition.article_id,
        headline=row.edition.headline,
        language=row.edition.language,
        asset_id=row.asset_id,
        image=str(row.asset),
    )


def _worse_said(now: Reading) -> str:
    if now.state.startswith("invalid"):
        return _(
            "Its picture has been checked again since, and the credentials are now invalid. Readers "
            "still have the earlier label: save the story, have it reviewed and correct it."
        )
    return _(
        "Its picture has been checked again since, and the file gives evidence of AI that the label "
        "does not mention. Record it, save the story, have it reviewed and correct it."
    )
