import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, connection, transaction

from articles.audit.models import Entry
from articles.moderation import checklist
from articles.moderation.decide import AlreadyDecided, Refused, approval_of, decide, dismiss
from articles.moderation.models import Case, Decision
from articles.publishing.submit import submit
from articles.stories.models import Article
from articles.stories.workflow import Stage
from tests.cast import Cast

BAD_BODY = "<p>선전시는 인공지능을 사회 전반에嵌入하는 계획을 내놓았다.</p>"


def stage(case: Case) -> str:
    return Article.objects.get(pk=case.article_id).stage


def test_an_approval_is_bound_to_the_hash_of_what_was_read(cast: Cast) -> None:
    case = cast.in_review()
    decision = cast.approve(case)
    assert decision.revision_sha256 == case.revision.sha256
    assert approval_of(case.revision) == decision
    assert stage(case) == Stage.APPROVED
    assert Entry.objects.get(verb="case.approve").data["sha256"] == case.revision.sha256


def test_the_writer_cannot_approve_it(cast: Cast) -> None:
    case = cast.in_review()
    with pytest.raises(PermissionDenied):
        cast.approve(case, by=cast.writer)
    assert stage(case) == Stage.IN_REVIEW


def test_who_edited_it_cannot_approve_it_either(cast: Cast) -> None:
    article = cast.article()
    cast.revision(article)
    cast.edit(article, by=cast.administrator, headline="관리자가 고친 제목")
    case = submit(article=article, by=cast.writer)
    with pytest.raises(PermissionDenied):
        cast.approve(case, by=cast.administrator)


@pytest.mark.parametrize("outcome", ["changes", "reject"])
def test_a_no_needs_a_reason(cast: Cast, outcome: str) -> None:
    case = cast.in_review()
    with pytest.raises(Refused, match="."):
        decide(case=case, by=cast.moderator, outcome=outcome, reason="  ")
    decide(case=case, by=cast.moderator, outcome=outcome, reason="숫자를 원문과 맞춰 주세요.")
    assert stage(case) in {Stage.CHANGES_REQUESTED, Stage.REJECTED}


def test_an_approval_needs_the_whole_checklist(cast: Cast) -> None:
    case = cast.in_review()
    some = [item.code for item in checklist.for_case(case)][1:]
    with pytest.raises(Refused):
        decide(case=case, by=cast.moderator, outcome="approve", checklist=some)
    assert not Decision.objects.exists()


def test_a_grave_finding_stands_in_the_way_until_it_is_resolved(cast: Cast) -> None:
    case = cast.in_review(body=BAD_BODY)
    grave = case.findings.get(severity="high")
    assert "嵌入" in grave.quote
    assert case.risk == Case.Risk.HIGH
    with pytest.raises(Refused):
        cast.approve(case)
    dismiss(finding=grave, by=cast.moderator, reason="원문의 고유한 표기")
    cast.approve(case)
    assert Entry.objects.filter(verb="finding.dismissed").count() == 1


def test_a_finding_is_not_dismissed_without_a_reason_or_by_the_writer(cast: Cast) -> None:
    finding = cast.in_review(body=BAD_BODY).findings.get(severity="high")
    with pytest.raises(Refused):
        dismiss(finding=finding, by=cast.moderator, reason=" ")
    with pytest.raises(PermissionDenied):
        dismiss(finding=finding, by=cast.writer, reason="괜찮다")


def test_the_second_moderator_is_told_who_decided(cast: Cast) -> None:
    case = cast.in_review()
    cast.approve(case)
    with pytest.raises(AlreadyDecided, match="이하준"):
        decide(case=case, by=cast.other_moderator, outcome="reject", reason="늦었다")
    assert stage(case) == Stage.APPROVED


def test_the_same_decision_sent_twice_is_one(cast: Cast) -> None:
    case = cast.in_review()
    assert cast.approve(case) == cast.approve(case)
    assert Entry.objects.filter(verb="case.approve").count() == 1


@pytest.mark.parametrize(
    "sql", ["UPDATE moderation_decision SET reason = 'x'", "DELETE FROM moderation_decision"]
)
def test_the_database_refuses_to_change_a_decision(cast: Cast, sql: str) -> None:
    cast.approve(cast.in_review())
    with pytest.raises((IntegrityError, InternalError), match="append-only"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(sql)
