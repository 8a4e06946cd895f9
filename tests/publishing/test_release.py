import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, connection, transaction
from django.utils import timezone

from articles.audit.models import Entry
from articles.audit.record import first_break
from articles.editions.models import Edition
from articles.editions.state import PublicState, of_article
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.refusal import Refused
from articles.publishing.schedule import schedule, unschedule
from articles.publishing.submit import recall, submit
from articles.publishing.withdraw import withdraw
from articles.stories.models import Article
from articles.stories.workflow import NotNow, Stage
from tests.cast import Cast, ago, ahead

REFUSED = (IntegrityError, InternalError)


def live(article: Article, at: dt.datetime | None = None) -> list[Edition]:
    return list(Edition.objects.filter(article=article).live(at))


def test_publishing_shows_the_approved_revision_to_readers(cast: Cast) -> None:
    edition = cast.live()
    assert live(edition.article) == [edition]
    assert edition.label_state == "generated"
    assert edition.label["reviewer"] == "이하준"
    entry = Entry.objects.get(verb="article.published")
    assert entry.data["sha256"] == edition.revision_sha256
    assert first_break() is None


def test_ai_text_without_approval_is_not_published(cast: Cast) -> None:
    article = cast.article()
    cast.revision(article)
    with pytest.raises(Refused):
        publish(article=article, by=cast.editor)
    assert not Edition.objects.exists()


def test_an_edit_after_approval_needs_a_new_review(cast: Cast) -> None:
    article = cast.approved()
    cast.edit(article, headline="승인 뒤에 고친 제목")
    with pytest.raises(Refused):
        publish(article=article, by=cast.editor)
    case = submit(article=article, by=cast.writer)
    cast.approve(case)
    assert publish(article=article, by=cast.editor).headline == "승인 뒤에 고친 제목"


def test_the_database_itself_refuses_an_unapproved_edition(cast: Cast) -> None:
    edition = cast.live()
    article = cast.article()
    revision = cast.revision(article)
    edition.pk, edition.article, edition.revision = None, article, revision
    edition.revision_sha256, edition._state.adding = revision.sha256, True
    with pytest.raises(REFUSED, match="no approval"), transaction.atomic():
        edition.save(force_insert=True)


def test_the_database_refuses_an_edition_of_another_hash(cast: Cast) -> None:
    edition = cast.live()
    later = ahead(days=1)
    Edition.objects.filter(pk=edition.pk).update(live_until=later)
    edition.pk, edition.number, edition._state.adding = None, 2, True
    edition.live_from, edition.live_until, edition.revision_sha256 = later, None, "0" * 64
    with pytest.raises(REFUSED, match="no approval"), transaction.atomic():
        edition.save(force_insert=True)


@pytest.mark.parametrize(
    "sql",
    ["UPDATE editions_edition SET headline = 'x'", "DELETE FROM editions_edition"],
)
def test_the_database_refuses_to_change_what_was_published(cast: Cast, sql: str) -> None:
    cast.live(ai="none")
    with pytest.raises(REFUSED), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_two_editions_of_one_article_are_never_live_at_once(cast: Cast) -> None:
    edition = cast.live(ai="none")
    edition.pk, edition.number, edition._state.adding = None, 2, True
    edition.live_from = ahead(days=1)
    with pytest.raises(REFUSED), transaction.atomic():
        edition.save(force_insert=True)


def test_publishing_twice_is_publishing_once(cast: Cast) -> None:
    edition = cast.live()
    assert publish(article=edition.article, by=cast.editor) == edition
    assert Entry.objects.filter(verb="article.published").count() == 1


def test_a_writer_and_a_moderator_cannot_publish(cast: Cast) -> None:
    article = cast.approved()
    for person in (cast.writer, cast.moderator):
        with pytest.raises(PermissionDenied):
            publish(article=article, by=person)


def test_a_story_without_ai_needs_no_moderator(cast: Cast) -> None:
    article = cast.article(ai="none")
    cast.revision(article)
    assert submit(article=article, by=cast.writer) is None
    edition = publish(article=article, by=cast.editor)
    assert (edition.label_state, edition.review_minutes) == ("none", None)


def test_a_text_in_review_is_not_published(cast: Cast) -> None:
    case = cast.in_review()
    with pytest.raises((Refused, NotNow)):
        publish(article=case.article, by=cast.editor)


def test_what_is_missing_is_named_with_its_field(cast: Cast) -> None:
    article = cast.article(ai="none", body="")
    article.byline_rows.all().delete()
    cast.revision(article)
    with pytest.raises(Refused) as told:
        publish(article=article, by=cast.editor)
    assert {p.field for p in told.value.problems} == {"body", "bylines"}


def test_an_update_closes_the_edition_before_it(cast: Cast) -> None:
    first = cast.live(ai="none", now=ago(hours=2))
    cast.edit(first.article, headline="새 제목")
    second = publish(article=first.article, by=cast.editor)
    first.refresh_from_db()
    assert (first.live_until, first.ended_as) == (second.live_from, "replaced")
    assert (second.kind, second.first_published_at) == ("update", first.live_from)
    assert live(first.article) == [second]
    assert live(first.article, ago(hours=1)) == [first]


def test_a_schedule_needs_no_worker(cast: Cast) -> None:
    article = cast.approved()
    at = ahead(hours=3)
    edition = schedule(article=article, by=cast.editor, at=at)
    assert live(article) == []
    assert of_article(article.pk) == PublicState.SCHEDULED
    assert live(article, at) == [edition]
    assert of_article(article.pk, at) == PublicState.LIVE
    assert Entry.objects.get(verb="article.scheduled").data["edition"] == 1


def test_a_schedule_in_the_past_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused):
        schedule(article=cast.approved(), by=cast.editor, at=ago(seconds=1))


def test_calling_off_a_schedule_lets_the_live_edition_go_on(cast: Cast) -> None:
    first = cast.live(ai="none", now=ago(hours=2))
    cast.edit(first.article, headline="내일 나갈 제목")
    at = ahead(days=1)
    schedule(article=first.article, by=cast.editor, at=at)
    assert live(first.article, at)[0].headline == "내일 나갈 제목"
    unschedule(article=first.article, by=cast.editor)
    assert live(first.article, at) == [first]
    assert unschedule(article=first.article, by=cast.editor) is None


def test_publishing_now_takes_the_place_of_a_schedule(cast: Cast) -> None:
    article = cast.approved()
    schedule(article=article, by=cast.editor, at=ahead(days=1))
    edition = publish(article=article, by=cast.editor)
    assert live(article, ahead(days=2)) == [edition]


def test_a_planned_end_is_kept_without_a_worker(cast: Cast) -> None:
    article = cast.article(ai="none")
    cast.revision(article)
    publish(article=article, by=cast.editor, expires_at=ahead(hours=1))
    assert of_article(article.pk) == PublicState.LIVE
    assert of_article(article.pk, ahead(hours=2)) == PublicState.EXPIRED
    assert live(article, ahead(hours=2)) == []


def test_a_correction_is_a_new_edition_with_its_notice(cast: Cast) -> None:
    first = cast.live(ai="none", now=ago(hours=1))
    cast.edit(first.article, standfirst="직함을 바로잡은 부제")
    notice = "‘재무장관’을 ‘차관’으로 고쳤습니다."
    second = correct(article=first.article, by=cast.editor, notice=notice)
    assert (second.kind, second.notice) == ("correction", notice)
    assert [c["text"] for c in second.corrections] == [notice]
    assert Entry.objects.get(verb="article.corrected").data["notice"] == notice
    assert correct(article=first.article, by=cast.editor, notice=notice) == second


def test_corrections_stay_with_the_story(cast: Cast) -> None:
    first = cast.live(ai="none", now=ago(hours=1))
    for number in (1, 2):
        cast.edit(first.article, standfirst=f"부제 {number}")
        last = correct(article=first.article, by=cast.editor, notice=f"정정 {number}")
    assert [c["text"] for c in last.corrections] == ["정정 1", "정정 2"]


@pytest.mark.parametrize("notice", ["", "  "])
def test_a_correction_says_what_was_wrong(cast: Cast, notice: str) -> None:
    first = cast.live(ai="none")
    cast.edit(first.article, standfirst="다른 부제")
    with pytest.raises(Refused):
        correct(article=first.article, by=cast.editor, notice=notice)


def test_a_correction_of_ai_text_needs_its_own_review(cast: Cast) -> None:
    first = cast.live()
    cast.edit(first.article, standfirst="다른 부제")
    with pytest.raises(Refused):
        correct(article=first.article, by=cast.editor, notice="부제를 고쳤습니다.")


def test_withdrawing_ends_it_with_a_public_reason(cast: Cast) -> None:
    edition = cast.live(ai="none")
    gone = withdraw(article=edition.article, by=cast.editor, reason="사실이 확인되지 않았습니다.")
    assert (gone.ended_as, gone.public_reason) == ("withdrawn", "사실이 확인되지 않았습니다.")
    assert live(edition.article, timezone.now()) == []
    assert of_article(edition.article_id) == PublicState.WITHDRAWN
    assert withdraw(article=edition.article, by=cast.editor, reason="x") == gone
    assert Entry.objects.filter(verb="article.withdrawn").count() == 1
    assert Article.objects.get(pk=edition.article_id).stage == Stage.DRAFT


def test_withdrawing_calls_off_what_is_scheduled_too(cast: Cast) -> None:
    first = cast.live(ai="none", now=ago(hours=1))
    cast.edit(first.article, headline="내일 제목")
    schedule(article=first.article, by=cast.editor, at=ahead(days=1))
    withdraw(article=first.article, by=cast.editor, reason="취소")
    assert live(first.article, ahead(days=2)) == []


def test_a_withdrawn_story_can_come_back(cast: Cast) -> None:
    first = cast.live(ai="none", now=ago(hours=1))
    withdraw(article=first.article, by=cast.editor, reason="확인 중", now=ago(minutes=30))
    cast.edit(first.article, headline="확인을 마친 제목")
    again = publish(article=first.article, by=cast.editor)
    assert live(first.article) == [again]
    assert of_article(first.article_id) == PublicState.LIVE


def test_taking_back_closes_the_case(cast: Cast) -> None:
    case = cast.in_review()
    recall(article=case.article, by=cast.writer)
    case.refresh_from_db()
    assert case.state == "recalled"
    assert Article.objects.get(pk=case.article_id).stage == Stage.DRAFT


def test_submitting_twice_opens_one_case(cast: Cast) -> None:
    case = cast.in_review()
    assert submit(article=case.article, by=cast.writer) == case
    assert Entry.objects.filter(verb="article.submitted").count() == 1


def test_the_image_file_knows_its_editions(cast: Cast) -> None:
    edition = cast.live(ai="none")
    assert list(edition.image_rows.all()) == []
    assert edition.ai_rows.count() == 0
    assert cast.live().ai_rows.get().system == "요약 모델 3.2"
