"""What publish, schedule and correct have in common: one question, one new edition."""

import datetime as dt

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.disclosure.labels import Step
from articles.editions.models import Edition, EditionAI, EditionImage
from articles.lib.moments import utc_second
from articles.moderation import decide
from articles.people.models import User
from articles.publishing import pictures
from articles.publishing.compose import compose
from articles.publishing.readiness import problems
from articles.publishing.refusal import Refused
from articles.stories import workflow
from articles.stories.models import Article, Revision


def latest(article: Article) -> Revision:
    """The revision a release is about: the newest, so that what is approved is what is there."""
    revision = article.latest_revision()
    if revision is None:
        raise Refused(_("Save the article first."))
    return revision


def current(article: Article, at: dt.datetime) -> Edition | None:
    """The edition that is live at `at`."""
    return Edition.objects.filter(article=article).live(at).first()


def pending(article: Article, at: dt.datetime) -> Edition | None:
    """The edition that is scheduled to begin after `at`."""
    return Edition.objects.filter(article=article).scheduled(at).first()


def release(
    *,
    article: Article,
    revision: Revision,
    by: User,
    live_from: dt.datetime,
    expires_at: dt.datetime | None,
    notice: str = "",
) -> Edition:
    """Write the edition of `revision`, live from `live_from`, after ending the one before.

    The caller holds the article's lock, has checked permission, and records the deed.
    """
    approval = decide.approval_of(revision)
    if revision.needs_review and approval is None:
        raise Refused(
            _("This text has not been approved. Submit it for review; any edit needs a new one.")
        )
    found = problems(revision.snapshot) + pictures.problems(revision, live_from)
    if found:
        raise Refused(_("Before publication, put right what is listed here."), tuple(found))
    if expires_at is not None and expires_at <= live_from:
        raise Refused(_("The end must be later than the beginning."))
    stage = workflow.after(article.stage, workflow.Event.RELEASE)
    earlier = (
        Edition.objects.filter(article=article)
        .exclude(ended_as=Edition.EndedAs.CANCELLED)
        .order_by("-number")
        .first()
    )
    edition = compose(revision, approval, now=live_from)
    edition.number = _next_number(article)
    edition.kind = _kind(earlier, notice)
    edition.published_by = by
    edition.live_until = edition.planned_until = expires_at
    edition.ended_as = Edition.EndedAs.EXPIRED if expires_at else ""
    edition.corrections = list(earlier.corrections) if earlier else []
    if earlier is not None:
        edition.first_published_at = earlier.first_published_at
        _end(earlier, live_from, Edition.EndedAs.REPLACED)
    if notice:
        edition.notice = notice
        edition.corrections.append({"at": utc_second(live_from), "text": notice})
    edition.record["steps"].append(_last_step(edition, by, notice))
    edition.save(force_insert=True)
    _index(edition)
    Article.objects.filter(pk=article.pk).update(stage=stage)
    return edition


def cancel(edition: Edition) -> None:
    """Call off an edition that has not begun, and let the one before it go on."""
    Edition.objects.filter(pk=edition.pk).update(
        live_until=edition.live_from, ended_as=Edition.EndedAs.CANCELLED
    )
    before = Edition.objects.filter(
        article=edition.article_id,
        live_until=edition.live_from,
        ended_as=Edition.EndedAs.REPLACED,
    ).first()
    if before is not None:
        ends = before.planned_until
        Edition.objects.filter(pk=before.pk).update(
            live_until=ends, ended_as=Edition.EndedAs.EXPIRED if ends else ""
        )


def _end(edition: Edition, at: dt.datetime, how: str) -> None:
    """Close a range at `at`; a range that is closed already (withdrawn, expired) stays as it is."""
    if edition.live_until is None or edition.live_until > at:
        Edition.objects.filter(pk=edition.pk).update(live_until=at, ended_as=how)


def _kind(earlier: Edition | None, notice: str) -> str:
    if notice:
        return Edition.Kind.CORRECTION
    return Edition.Kind.UPDATE if earlier else Edition.Kind.FIRST


def _next_number(article: Article) -> int:
    highest = Edition.objects.filter(article=article).aggregate(n=Max("number"))["n"]
    return (highest or 0) + 1


def _last_step(edition: Edition, by: User, notice: str) -> dict[str, str]:
    code = "corrected" if notice else "published"
    name = by.public_name(edition.language)
    step = Step("person", code, name, utc_second(edition.live_from), notice)
    return {"by": step.by, "code": step.code, "who": step.who, "at": step.at, "detail": step.detail}


def _index(edition: Edition) -> None:
    recorded = edition.revision.snapshot["ai_uses"]
    EditionImage.objects.bulk_create(
        EditionImage(edition=edition, asset_id=int(asset)) for asset in recorded["images"]
    )
    uses = [("text", use) for use in recorded["text"]]
    uses += [("image", use) for said in recorded["images"].values() for use in said["uses"]]
    EditionAI.objects.bulk_create(
        EditionAI(edition=edition, subject=subject, stage=use["stage"], system=use["system"])
        for subject, use in uses
        if use["stage"] != "none"
    )


def clock(now: dt.datetime | None) -> dt.datetime:
    return now or timezone.now()
