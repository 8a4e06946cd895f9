"""Deciding by the form: what is saved, what is refused, and that nothing typed is lost."""

import pytest

from articles.audit.models import Entry
from articles.moderation.models import Case, Decision
from articles.publishing.submit import recall
from articles.stories.models import Article
from articles.stories.workflow import Stage
from tests.cast import Cast
from tests.moderation.conftest import Desk


def stage(case: Case) -> str:
    return Article.objects.get(pk=case.article_id).stage


@pytest.mark.parametrize(
    ("outcome", "reason", "becomes"),
    [
        ("approve", "", Stage.APPROVED),
        ("changes", "숫자를 맞춰 주세요.", Stage.CHANGES_REQUESTED),
        ("reject", "다른 매체 글이다.", Stage.REJECTED),
    ],
)
def test_a_decision_is_saved(
    cast: Cast, desk: type[Desk], outcome: str, reason: str, becomes: str
) -> None:
    case = cast.in_review()
    response = desk(cast.moderator).decide(case, outcome, reason=reason)
    assert (response.status_code, response.url) == (302, f"/admin/review/{case.pk}/")
    decision = Decision.objects.get(case=case)
    assert (decision.outcome, decision.reason, decision.by) == (outcome, reason, cast.moderator)
    assert stage(case) == becomes
    assert Entry.objects.get(verb=f"case.{outcome}").data["case"] == case.pk


def test_save_and_next_leads_on(cast: Cast, desk: type[Desk]) -> None:
    first, second = cast.in_review(), cast.in_review()
    browser = desk(cast.moderator)
    response = browser.decide(first, "approve", go="next")
    assert response.url == f"/admin/review/next/?after={first.pk}"
    after = browser.client.get(response.url, follow=True)
    assert after.redirect_chain[-1][0] == f"/admin/review/{second.pk}/"
    assert "Saved: Approve" in after.text


def test_the_last_one_leads_to_the_queue(cast: Cast, desk: type[Desk]) -> None:
    browser = desk(cast.moderator)
    response = browser.decide(cast.in_review(), "approve", go="next")
    assert browser.client.get(response.url).url == "/admin/review/"


@pytest.mark.parametrize(
    ("more", "status", "said"),
    [
        ({"outcome": ""}, 422, "Choose a decision"),
        ({"outcome": "publish"}, 422, "Choose a decision"),
        ({"outcome": "changes", "reason": "  "}, 422, "a reason is needed"),
        ({"outcome": "approve", "points": []}, 422, "confirm each point"),
        ({"outcome": "approve", "points": ["no_such_point"]}, 422, "valid choice"),
        ({"sha256": "0" * 64}, 409, "has changed since you opened it"),
        ({"sha256": ""}, 409, "has changed since you opened it"),
        ({"outcome": "reject", "reason": "가" * 4001}, 422, "4000"),
    ],
)
def test_what_cannot_be_saved_says_why_and_keeps_what_was_typed(
    cast: Cast, desk: type[Desk], more: dict, status: int, said: str
) -> None:
    case = cast.in_review()
    sent = {"outcome": "changes", "reason": "적어 둔 말"} | more
    response = desk(cast.moderator).decide(case, sent.pop("outcome"), **sent)
    assert response.status_code == status
    alert = response.text.split('role="alert"')[1].split("</p>")[0]
    assert said in alert
    assert sent["reason"].strip() in response.text
    assert (' form="decide" checked' in response.text) == ("points" not in sent)
    assert not Decision.objects.exists() and stage(case) == Stage.IN_REVIEW


def test_ticks_and_choice_are_kept(cast: Cast, desk: type[Desk]) -> None:
    response = desk(cast.moderator).decide(cast.in_review(), "approve", points=["read_whole"])
    assert 'value="read_whole" form="decide" checked' in response.text
    assert 'value="read_source" form="decide">' in response.text
    assert 'value="approve" required checked' in response.text


def test_a_grave_finding_stops_the_approval(cast: Cast, desk: type[Desk], grave: Case) -> None:
    response = desk(cast.moderator).decide(grave, "approve")
    assert response.status_code == 422 and "Grave findings are still open: 1" in response.text
    assert stage(grave) == Stage.IN_REVIEW


def test_pressed_twice_it_is_one_decision(cast: Cast, desk: type[Desk]) -> None:
    case, browser = cast.in_review(), desk(cast.moderator)
    for _ in range(2):
        assert browser.decide(case, "approve").status_code == 302
    assert Decision.objects.count() == 1
    assert Entry.objects.filter(verb="case.approve").count() == 1


def test_the_second_moderator_is_told_who_was_first_and_keeps_the_text(
    cast: Cast, desk: type[Desk]
) -> None:
    case = cast.in_review()
    desk(cast.moderator).decide(case, "approve")
    response = desk(cast.other_moderator).decide(case, "reject", reason="이건 안 됩니다.")
    assert response.status_code == 409
    alert = response.text.split('role="alert"')[1].split("</p>")[0]
    assert "이하준" in alert and "Approved" in alert
    assert "이건 안 됩니다." in response.text and 'name="outcome"' not in response.text
    assert Decision.objects.count() == 1


def test_a_text_that_was_taken_back_is_not_decided(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review()
    recall(article=case.article, by=cast.writer)
    response = desk(cast.moderator).decide(case, "approve")
    assert response.status_code == 409 and "taken this text back" in response.text


@pytest.mark.parametrize("who", ["writer", "other_writer", "editor"])
def test_who_may_not_decide_is_told_and_keeps_the_text(
    cast: Cast, desk: type[Desk], who: str
) -> None:
    case = cast.in_review()
    response = desk(getattr(cast, who)).decide(case, "reject", reason="내 생각엔 아니다.")
    assert response.status_code == 403
    assert 'role="alert"' in response.text and "내 생각엔 아니다." in response.text
    assert not Decision.objects.exists()


def test_a_forged_form_without_a_token_is_refused(cast: Cast, desk: type[Desk]) -> None:
    case = cast.in_review()
    browser = desk(cast.moderator)
    browser.client.handler.enforce_csrf_checks = True
    assert browser.decide(case, "approve").status_code == 403
    assert not Decision.objects.exists()
