"""A suggestion applied in review: what changes, what stays, and who may then approve."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from articles.audit.models import Entry
from articles.audit.record import first_break
from articles.lib.html import plain
from articles.moderation import checklist
from articles.moderation.apply import apply
from articles.moderation.decide import Changed, Refused, decide, dismiss
from articles.moderation.models import Case, Finding, ReviewPolicy
from articles.publishing.submit import recall, submit
from articles.stories import revise
from articles.stories.models import Article, Revision
from articles.stories.workflow import Stage
from tests.cast import Cast
from tests.images.placed import place

pytestmark = pytest.mark.usefixtures("in_english")
HIDDEN = "<p>홍콩과 <strong>선\u200b전</strong>이 협력을 넓힌다.[1]</p><p>둘째 문단이다.</p>"


@pytest.fixture
def case(cast: Cast) -> Case:
    """A text with a grave finding that has no suggestion, and one that has."""
    return cast.in_review(body=HIDDEN + "<p>사회 전반에嵌入하는 계획이다.</p>")


def hidden(case: Case) -> Finding:
    return case.findings.get(code="invisible_character")


def add(case: Case, field: str, quote: str, suggestion: str, start: int = 0) -> Finding:
    end = start + len(quote) if start or quote else 0
    return Finding.objects.create(
        case=case,
        number=90 + case.findings.count(),
        code="made_up",
        severity="low",
        field=field,
        start=start,
        end=end,
        quote=quote,
        suggestion=suggestion,
    )


def test_it_replaces_the_span_and_nothing_else(cast: Cast, case: Case) -> None:
    before = case.revision.snapshot
    apply(finding=hidden(case), by=cast.moderator)
    case.refresh_from_db()
    after = case.revision.snapshot
    assert after["body"] == before["body"].replace("\u200b", "")
    assert {k: v for k, v in after.items() if k != "body"} == {
        k: v for k, v in before.items() if k != "body"
    }


def test_the_revision_is_the_moderators_and_comes_from_a_suggestion(cast: Cast, case: Case) -> None:
    apply(finding=hidden(case), by=cast.moderator)
    revision = case.article.latest_revision()
    assert (revision.number, revision.created_by, revision.from_suggestion) == (
        2,
        cast.moderator,
        True,
    )
    case.refresh_from_db()
    assert case.revision == revision and revision.needs_review
    entry = Entry.objects.get(verb="finding.applied")
    assert entry.data["sha256"] == revision.sha256 and entry.data["revision"] == 2
    assert entry.data["was"] == "선\u200b전이" and entry.data["now"] == "선전이"
    assert first_break() is None


def test_the_working_copy_is_the_same_so_that_the_writer_goes_on_from_it(
    cast: Cast, case: Case
) -> None:
    apply(finding=hidden(case), by=cast.moderator)
    article = Article.objects.get(pk=case.article_id)
    assert article.stage == Stage.IN_REVIEW
    assert "선전" in plain(article.body)
    recall(article=article, by=cast.writer)
    assert revise.take(article=article, by=cast.writer).number == 2


def test_a_form_opened_before_is_stale(cast: Cast, case: Case) -> None:
    version = Article.objects.get(pk=case.article_id).version
    apply(finding=hidden(case), by=cast.moderator)
    recall(article=case.article, by=cast.writer)
    with pytest.raises(revise.Stale):
        revise.check_version(case.article_id, version)


def test_the_checks_look_again_and_the_rest_keeps_its_numbers(cast: Cast, case: Case) -> None:
    other = (
        case.findings.get(code="mixed_hanja")
        if case.findings.filter(code="mixed_hanja").exists()
        else case.findings.exclude(code="invisible_character").get(severity="high")
    )
    number, start = other.number, other.start
    apply(finding=hidden(case), by=cast.moderator)
    other.refresh_from_db()
    assert (other.number, other.start) == (number, start - 1)
    case.refresh_from_db()
    said = plain(case.revision.snapshot["body"])
    assert said[other.start : other.end] == other.quote
    assert case.risk == Case.Risk.HIGH


def test_the_applied_one_stays_as_a_record(cast: Cast, case: Case) -> None:
    finding = apply(finding=hidden(case), by=cast.moderator)
    finding.refresh_from_db()
    assert (finding.state, finding.resolved_by) == (Finding.State.APPLIED, cast.moderator)
    case.refresh_from_db()
    text = plain(case.revision.snapshot["body"])
    assert text[finding.start : finding.end] == "선전이"


def test_what_was_dismissed_stays_dismissed(cast: Cast, case: Case) -> None:
    grave = case.findings.exclude(code="invisible_character").get(severity="high")
    dismiss(finding=grave, by=cast.moderator, reason="고유한 표기다")
    apply(finding=hidden(case), by=cast.moderator)
    grave.refresh_from_db()
    assert (grave.state, grave.reason) == (Finding.State.DISMISSED, "고유한 표기다")


def test_what_the_change_has_settled_is_gone_and_what_it_brought_is_there(
    cast: Cast, case: Case
) -> None:
    settled = add(case, "body", "전", "전", start=1)
    settled.code = "was_here_once"
    settled.save()
    bad = add(case, "standfirst", "두 도시가", "두 도시가嵌入하는")
    apply(finding=bad, by=cast.moderator)
    assert not case.findings.filter(code="was_here_once").exists()
    new = case.findings.get(field="standfirst", severity="high")
    assert "嵌入" in new.quote and new.number > bad.number
    assert "was_here_once" in Entry.objects.get(verb="finding.applied").data["gone"]


@pytest.mark.parametrize(
    ("field", "quote", "text"),
    [
        ("headline", "홍콩과", "마카오와"),
        ("standfirst", "두 도시가", "세 도시가"),
        ("key_points", "둘째", "두 번째"),
    ],
)
def test_every_field_can_be_changed(cast: Cast, field: str, quote: str, text: str) -> None:
    case = cast.in_review(key_points="첫째\n둘째")
    said = case.revision.snapshot[field]
    whole = "\n".join(said) if isinstance(said, list) else said
    apply(finding=add(case, field, quote, text, start=whole.index(quote)), by=cast.moderator)
    article = Article.objects.get(pk=case.article_id)
    assert getattr(article, field) == whole.replace(quote, text)
    case.refresh_from_db()
    assert revise.digest(revise.snapshot(article)) == case.revision.sha256


def test_applied_twice_it_is_one_change(cast: Cast, case: Case) -> None:
    finding = hidden(case)
    for _ in range(2):
        apply(finding=finding, by=cast.moderator)
    assert Revision.objects.filter(article=case.article_id).count() == 2
    assert Entry.objects.filter(verb="finding.applied").count() == 1


@pytest.mark.parametrize(
    "wrong", [{"quote": "다른 말"}, {"start": 999, "end": 1003}, {"field": "alt:lead"}]
)
def test_a_finding_about_words_that_stand_there_no_longer_is_refused(
    cast: Cast, case: Case, wrong: dict[str, Any]
) -> None:
    Finding.objects.filter(pk=hidden(case).pk).update(**wrong)
    with pytest.raises(Changed, match="changed since you opened it"):
        apply(finding=case.findings.get(code="invisible_character"), by=cast.moderator)
    assert Revision.objects.filter(article=case.article_id).count() == 1


def test_a_page_opened_on_an_older_revision_applies_and_decides_nothing(
    cast: Cast, case: Case
) -> None:
    old = case.revision.sha256
    apply(finding=hidden(case), by=cast.moderator, seen=old)
    with pytest.raises(Changed):
        decide(case=case, by=cast.other_moderator, outcome="reject", reason="x", seen=old)
    other = add(case, "standfirst", "두 도시가", "세 도시가")
    with pytest.raises(Changed):
        apply(finding=other, by=cast.moderator, seen=old)


def test_a_working_copy_that_says_something_else_is_not_written_over(
    cast: Cast, case: Case
) -> None:
    Article.objects.filter(pk=case.article_id).update(body="<p>다른 글</p>")
    with pytest.raises(Changed):
        apply(finding=hidden(case), by=cast.moderator)


@pytest.mark.parametrize("who", ["writer", "other_writer", "editor"])
def test_only_moderators_apply_and_not_to_their_own_text(cast: Cast, case: Case, who: str) -> None:
    with pytest.raises(PermissionDenied):
        apply(finding=hidden(case), by=getattr(cast, who))


def test_without_a_suggestion_or_after_a_dismissal_there_is_nothing_to_apply(
    cast: Cast, case: Case
) -> None:
    finding = hidden(case)
    dismiss(finding=finding, by=cast.moderator, reason="그대로 둔다")
    with pytest.raises(Refused, match="not a problem"):
        apply(finding=finding, by=cast.moderator)
    with pytest.raises(Refused, match="no suggestion"):
        apply(finding=add(case, "standfirst", "두", ""), by=cast.moderator)


def test_a_closed_case_keeps_its_text(cast: Cast, case: Case) -> None:
    decide(case=case, by=cast.moderator, outcome="reject", reason="안 된다")
    with pytest.raises(Refused, match="closed"):
        apply(finding=hidden(case), by=cast.other_moderator)


def test_a_headline_never_grows_too_long(cast: Cast, case: Case) -> None:
    finding = add(case, "headline", "홍콩과", "가" * 200)
    with pytest.raises(Refused, match="too long"):
        apply(finding=finding, by=cast.moderator)


# Four eyes


def ready(cast: Cast) -> Case:
    case = cast.in_review(body=HIDDEN)
    apply(finding=hidden(case), by=cast.moderator)
    return Case.objects.get(pk=case.pk)


def test_who_applied_a_suggestion_cannot_approve_alone(cast: Cast) -> None:
    case = ready(cast)
    with pytest.raises(PermissionDenied, match="another moderator has to approve"):
        cast.approve(case)
    assert cast.approve(case, by=cast.other_moderator).revision.number == 2


@pytest.mark.parametrize("outcome", ["changes", "reject"])
def test_but_may_ask_for_changes_or_reject(cast: Cast, outcome: str) -> None:
    case = ready(cast)
    decide(case=case, by=cast.moderator, outcome=outcome, reason="숫자를 고쳐 주세요")
    case.refresh_from_db()
    assert case.decision.outcome == outcome


def test_applying_is_not_writing(cast: Cast) -> None:
    case = ready(cast)
    assert not case.written_by(cast.moderator)
    assert case.changed_by(cast.moderator) and not case.changed_by(cast.other_moderator)


@pytest.mark.parametrize(
    ("common", "own", "may"),
    [(None, None, False), (False, None, True), (True, False, True), (False, True, False)],
)
def test_the_sections_policy_comes_before_the_common_one(
    cast: Cast, common: bool | None, own: bool | None, may: bool
) -> None:
    if common is not None:
        ReviewPolicy.objects.update_or_create(section=None, defaults={"four_eyes": common})
    if own is not None:
        ReviewPolicy.objects.create(section=cast.hong_kong, four_eyes=own)
    case = ready(cast)
    if may:
        assert cast.approve(case).by == cast.moderator
    else:
        with pytest.raises(PermissionDenied):
            cast.approve(case)


def test_once_somebody_else_has_approved_the_next_round_is_open_to_them(cast: Cast) -> None:
    case = ready(cast)
    cast.approve(case, by=cast.other_moderator)
    cast.edit(case.article, headline="새 제목")
    again = submit(article=Article.objects.get(pk=case.article_id), by=cast.writer)
    assert cast.approve(again).by == cast.moderator


def test_changes_asked_for_in_between_do_not_lift_it(cast: Cast) -> None:
    case = ready(cast)
    decide(case=case, by=cast.moderator, outcome="changes", reason="고쳐 주세요")
    cast.edit(case.article, headline="새 제목")
    again = submit(article=Article.objects.get(pk=case.article_id), by=cast.writer)
    with pytest.raises(PermissionDenied):
        cast.approve(again)


def test_the_decision_names_the_text_that_was_read(cast: Cast) -> None:
    case = ready(cast)
    done = decide(
        case=case,
        by=cast.other_moderator,
        outcome="approve",
        seen=case.revision.sha256,
        checklist=[item.code for item in checklist.for_case(case)],
    )
    assert done.revision_sha256 == case.revision.sha256


@pytest.mark.parametrize("name", ["alt", "caption"])
def test_the_words_of_a_picture_can_be_changed(cast: Cast, name: str) -> None:
    article = cast.article()
    place(article)
    article.placements.update(**{name: "돌탑이 있는 언덕"})
    cast.revision(article)
    case = submit(article=article, by=cast.writer)
    finding = add(case, f"{name}:lead", "언덕", "들판", start=len("돌탑이 있는 "))
    apply(finding=finding, by=cast.moderator)
    case.refresh_from_db()
    assert getattr(article.placements.get(), name) == "돌탑이 있는 들판"
    assert case.revision.snapshot["images"][0][name] == "돌탑이 있는 들판"
    assert revise.digest(revise.snapshot(article)) == case.revision.sha256
