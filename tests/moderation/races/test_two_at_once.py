"""Races on PostgreSQL, fifty rounds each: never two outcomes, never a published text that no
decision names, and who comes second is told who and what."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from articles.audit.models import Entry
from articles.audit.record import first_break
from articles.editions.models import Edition
from articles.moderation import checklist
from articles.moderation.apply import apply
from articles.moderation.decide import AlreadyDecided, Changed, Refused, decide
from articles.moderation.models import Case, Decision, Finding
from articles.people.models import User
from articles.publishing.publish import publish
from articles.publishing.refusal import Refused as NotPublished
from articles.publishing.submit import recall
from articles.stories import revise
from articles.stories.models import Article, Revision
from articles.stories.workflow import NotNow, Stage
from tests.cast import Cast
from tests.moderation.races.conftest import FEWER, ROUNDS, at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

HEADLINE = "홍콩과 선전, 협력을 넓힌다"
HIDDEN = "<p>홍콩과 선\u200b전이 협력한다.[1]</p>"


def approve(case: Case, by: User) -> Decision:
    """As a page does that was opened on the case's revision."""
    ticked = [item.code for item in checklist.for_case(case)]
    return decide(case=case, by=by, outcome="approve", checklist=ticked, seen=case.revision.sha256)


def reject(case: Case, by: User) -> Decision:
    return decide(case=case, by=by, outcome="reject", reason="아니다", seen=case.revision.sha256)


def split(answers: list[Any]) -> tuple[list[Any], list[Exception]]:
    lost = [each for each in answers if isinstance(each, Exception)]
    return [each for each in answers if not isinstance(each, Exception)], lost


def nothing_unnamed_is_live() -> bool:
    """Every edition of a text that needs review names an approval of exactly its revision."""
    return all(
        Decision.objects.filter(
            revision=edition.revision,
            revision_sha256=edition.revision.sha256,
            outcome=Decision.Outcome.APPROVE,
        ).exists()
        for edition in Edition.objects.select_related("revision")
        if edition.revision.needs_review
    )


@pytest.fixture(autouse=True)
def _staff(cast: Cast) -> None:
    """Everybody is made before the threads run: the cast makes people when first asked."""
    _ = (cast.writer, cast.editor, cast.moderator, cast.other_moderator, cast.byline)


def test_two_decisions_at_once_are_one(cast: Cast) -> None:
    for _ in range(ROUNDS):
        case = cast.in_review(headline=HEADLINE)
        won, lost = split(
            at_once(
                lambda case=case: approve(case, cast.moderator),
                lambda case=case: reject(case, cast.other_moderator),
            )
        )
        assert len(won) == 1 and isinstance(lost[0], AlreadyDecided)
        decision = Decision.objects.get(case=case)
        assert str(decision.by) in str(lost[0]) and lost[0].decision == decision
        assert {"approve": "Approved", "reject": "Rejected"}[decision.outcome] in str(lost[0])
        stage = Article.objects.get(pk=case.article_id).stage
        assert stage == {"approve": Stage.APPROVED, "reject": Stage.REJECTED}[decision.outcome]
        assert Entry.objects.filter(verb__startswith="case.", data__case=case.pk).count() == 1
    assert first_break() is None


def test_taken_back_and_edited_while_it_is_approved(cast: Cast) -> None:
    def edit(article: Article) -> Revision:
        """As the desk: take back, then a save that began at the version on the screen."""
        recall(article=article, by=cast.writer)
        with transaction.atomic():
            version = Article.objects.get(pk=article.pk).version
            revise.check_version(article.pk, version)
            Article.objects.filter(pk=article.pk).update(headline="몰래 고친 제목")
            return revise.take(article=article, by=cast.writer)

    for _ in range(ROUNDS):
        case = cast.in_review(headline=HEADLINE)
        read = case.revision
        answers = at_once(
            lambda case=case: approve(case, cast.moderator),
            lambda case=case: edit(case.article),
        )
        approved, edited = answers
        article = Article.objects.get(pk=case.article_id)
        if isinstance(approved, Exception):
            assert isinstance(approved, AlreadyDecided) and "taken this text back" in str(approved)
            assert not Decision.objects.filter(case=case).exists()
            assert article.latest_revision() == edited and article.stage == Stage.DRAFT
        else:
            assert approved.revision_sha256 == read.sha256
            assert isinstance(edited, NotNow) and article.stage == Stage.APPROVED
            assert article.latest_revision() == read
        attempt = at_once(lambda article=article: publish(article=article, by=cast.editor))[0]
        assert isinstance(attempt, NotPublished) == isinstance(approved, Exception)
    assert nothing_unnamed_is_live() and first_break() is None


def test_published_while_it_is_rejected(cast: Cast) -> None:
    for _ in range(ROUNDS):
        case = cast.in_review(headline=HEADLINE)
        won, lost = split(
            at_once(
                lambda case=case: reject(case, cast.moderator),
                lambda case=case: publish(article=case.article, by=cast.editor),
            )
        )
        assert [type(each) for each in won] == [Decision]
        assert isinstance(lost[0], NotPublished | NotNow) and str(lost[0])
        assert not Edition.objects.filter(article=case.article_id).exists()
        assert Article.objects.get(pk=case.article_id).stage == Stage.REJECTED
    assert first_break() is None


def test_published_while_two_moderators_disagree(cast: Cast) -> None:
    for _ in range(FEWER):
        case = cast.in_review(headline=HEADLINE)
        at_once(
            lambda case=case: approve(case, cast.moderator),
            lambda case=case: reject(case, cast.other_moderator),
            lambda case=case: publish(article=case.article, by=cast.editor),
        )
        outcome = Decision.objects.get(case=case).outcome
        live = Edition.objects.filter(article=case.article_id).exists()
        assert not live or outcome == Decision.Outcome.APPROVE
    assert nothing_unnamed_is_live() and first_break() is None


def test_a_suggestion_applied_while_it_is_approved(cast: Cast) -> None:
    for _ in range(ROUNDS):
        case = cast.in_review(headline=HEADLINE, body=HIDDEN)
        Finding.objects.filter(case=case, severity="high").update(severity="medium")
        finding = case.findings.get(code="invisible_character")
        read = case.revision.sha256
        applied, approved = at_once(
            lambda finding=finding, read=read: apply(finding=finding, by=cast.moderator, seen=read),
            lambda case=case: approve(case, cast.other_moderator),
        )
        case = Case.objects.select_related("revision").get(pk=case.pk)
        if isinstance(approved, Exception):
            assert isinstance(approved, Changed) and applied.state == Finding.State.APPLIED
            assert case.state == Case.State.OPEN and case.revision.sha256 != read
            assert not Decision.objects.filter(case=case).exists()
        else:
            assert isinstance(applied, Refused) and "closed" in str(applied)
            assert approved.revision_sha256 == read == case.revision.sha256
            assert Revision.objects.filter(article=case.article_id).count() == 1
    assert nothing_unnamed_is_live() and first_break() is None


def test_two_suggestions_applied_at_once_from_one_page(cast: Cast) -> None:
    body = HIDDEN + "<p>마\u200b카오도 함께한다.</p>"
    for _ in range(FEWER):
        case = cast.in_review(headline=HEADLINE, body=body)
        first, second = case.findings.filter(code="invisible_character")
        read = case.revision.sha256
        won, lost = split(
            at_once(
                lambda one=first, read=read: apply(finding=one, by=cast.moderator, seen=read),
                lambda one=second, read=read: apply(
                    finding=one, by=cast.other_moderator, seen=read
                ),
            )
        )
        assert len(won) == 1 and isinstance(lost[0], Changed)
        assert Revision.objects.filter(article=case.article_id).count() == 2
        article = Article.objects.get(pk=case.article_id)
        case.refresh_from_db()
        assert revise.digest(revise.snapshot(article)) == case.revision.sha256
        assert article.body.count("\u200b") == 1
    assert first_break() is None


def test_who_applied_it_does_not_slip_an_approval_past_four_eyes(cast: Cast) -> None:
    for _ in range(FEWER):
        case = cast.in_review(headline=HEADLINE, body=HIDDEN)
        Finding.objects.filter(case=case, severity="high").update(severity="medium")
        finding = case.findings.get(code="invisible_character")
        applied, approved = at_once(
            lambda finding=finding: apply(finding=finding, by=cast.moderator),
            lambda case=case: approve(case, cast.moderator),
        )
        if not isinstance(approved, Exception):
            assert isinstance(applied, Refused)
        else:
            assert isinstance(approved, Changed | PermissionDenied)
            assert not Decision.objects.filter(case=case).exists()
