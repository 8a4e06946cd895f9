import datetime as dt

import pytest
from django.utils import timezone

from articles.audit.models import Entry
from articles.editions import state
from articles.editions.models import Edition
from articles.publishing.withdraw import withdraw
from articles.stories.models import Article
from tests.cast import ahead
from tests.desk_article.conftest import address

NEVER, LIVE, WITHDRAWN = (
    state.PublicState.NEVER,
    state.PublicState.LIVE,
    state.PublicState.WITHDRAWN,
)


def local(moment: dt.datetime) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%dT%H:%M")


def stage(article: Article) -> str:
    return Article.objects.values_list("stage", flat=True).get(pk=article.pk)


def buttons(page) -> set[str]:
    return set(page.context["verbs"])


def test_submitting_saves_first(cast, send):
    article = cast.article()
    cast.revision(article)
    send(cast.writer, article, headline="고친 제목", _submit="1")
    assert stage(article) == "in_review"
    assert article.cases.get().revision.snapshot["headline"] == "고친 제목"
    assert Entry.objects.filter(verb="article.submitted", actor_id=cast.writer.pk).count() == 1


def test_what_was_saved_stays_when_the_verb_refuses(cast, send):
    article = cast.article()
    cast.revision(article)
    page = send(cast.writer, article, body="", _submit="1", follow=True).content.decode()
    assert stage(article) == "draft"
    assert article.latest_revision().snapshot["body"] == ""
    assert 'href="#l-body"' in page
    assert not article.cases.exists()


def test_submitting_twice_is_one_case(cast, as_, send):
    article = cast.article()
    cast.revision(article)
    for _ in range(2):
        send(cast.writer, article, _submit="1")
    assert article.cases.count() == 1


def test_a_writer_takes_the_article_back(cast, as_):
    article = cast.in_review().article
    page = as_(cast.writer).get(address(article))
    assert buttons(page) == {"recall"}
    as_(cast.writer).post(address(article), {"_recall": "1"})
    assert stage(article) == "draft"


def test_an_editor_publishes_what_was_approved(cast, send):
    article = cast.approved()
    send(cast.editor, article, _publish="1")
    assert state.of_article(article.pk) is LIVE
    assert Entry.objects.filter(verb="article.published", actor_id=cast.editor.pk).exists()


def test_an_edit_on_the_way_to_publishing_needs_a_new_review(cast, send):
    article = cast.approved()
    page = send(cast.editor, article, headline="다른 제목", _publish="1", follow=True)
    assert state.of_article(article.pk) is NEVER
    assert stage(article) == "draft"
    assert "다른 제목" in page.content.decode()
    assert any(message.level_tag == "error" for message in page.context["messages"])


def test_a_writer_cannot_publish_by_a_forged_button(cast, send):
    article = cast.approved()
    page = send(cast.writer, article, _publish="1", follow=True)
    assert state.of_article(article.pk) is NEVER
    assert "publish" not in buttons(page)


def test_an_editor_schedules_and_calls_it_off(cast, send, as_):
    article = cast.approved()
    at = ahead(days=1).replace(second=0, microsecond=0)
    send(cast.editor, article, schedule_at=local(at), _schedule="1")
    assert Edition.objects.get().live_from == at
    page = as_(cast.editor).get(address(article))
    assert "unschedule" in buttons(page)
    send(cast.editor, article, _unschedule="1")
    assert state.of_article(article.pk) is NEVER


@pytest.mark.parametrize("at", ["", "yesterday", "2020-01-01T10:00"])
def test_a_schedule_without_a_later_moment_is_refused(cast, send, at):
    article = cast.approved()
    page = send(cast.editor, article, schedule_at=at, _schedule="1", follow=True)
    assert not Edition.objects.exists()
    assert any(message.level_tag == "error" for message in page.context["messages"])


def test_a_local_time_that_does_not_exist_is_explained(cast, send, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    article = cast.approved()
    year = timezone.now().year + 1
    gap = max(d for d in range(25, 32) if dt.date(year, 3, d).weekday() == 6)
    with timezone.override("Europe/Berlin"):
        page = send(
            cast.editor, article, schedule_at=f"{year}-03-{gap}T02:30", _schedule="1", follow=True
        )
    assert any("한 시간" in str(m) or "clock" in str(m) for m in page.context["messages"])
    assert not Edition.objects.exists()


def test_a_correction_carries_its_notice(cast, send):
    edition = cast.live(ai="none")
    send(
        cast.editor,
        edition.article,
        headline="바로잡은 제목",
        notice="직함을 바로잡았습니다.",
        _correct="1",
    )
    now = Edition.objects.live().get()
    assert (now.kind, now.notice) == ("correction", "직함을 바로잡았습니다.")
    assert now.headline == "바로잡은 제목"


def test_a_correction_without_a_notice_is_saved_but_not_published(cast, send):
    edition = cast.live(ai="none")
    send(cast.editor, edition.article, headline="바로잡은 제목", _correct="1")
    assert Edition.objects.live().get().headline == edition.headline
    assert edition.article.latest_revision().snapshot["headline"] == "바로잡은 제목"


def test_withdrawing_needs_a_reason_and_keeps_what_was_typed(cast, send):
    edition = cast.live(ai="none")
    send(cast.editor, edition.article, _withdraw="1")
    assert state.of_article(edition.article_id) is LIVE
    send(
        cast.editor, edition.article, reason="사실이 아닙니다.", standfirst="적던 것", _withdraw="1"
    )
    assert state.of_article(edition.article_id) is WITHDRAWN
    assert edition.article.latest_revision().snapshot["standfirst"] == "적던 것"


def test_the_label_is_shown_and_cannot_be_sent(cast, send, as_):
    article = cast.article(ai="draft")
    cast.revision(article)
    send(cast.writer, article, label="none", label_state="none", **{"on.text": "x"})
    page = as_(cast.writer).get(address(article))
    assert page.context["on"].text.code == "generated_unreviewed"


def test_what_was_typed_for_a_button_stays_when_it_refuses(cast, send):
    article = cast.approved()
    page = send(cast.editor, article, schedule_at="2020-01-01T10:00", _schedule="1")
    assert 'value="2020-01-01T10:00"' in page.content.decode()
    assert page.context["verb_form"].open_verbs == {"schedule"}


def test_an_approved_article_shows_publish_and_a_draft_with_ai_does_not(cast, as_):
    browser = as_(cast.editor)
    draft = cast.article()
    cast.revision(draft)
    assert buttons(browser.get(address(draft))) == {"submit"}
    assert {"publish", "schedule"} <= buttons(browser.get(address(cast.approved())))
    live = cast.live(ai="none").article
    assert buttons(browser.get(address(live))) == {"correct", "withdraw"}


def test_an_old_page_does_not_bring_a_withdrawn_story_back(cast, send):
    article = cast.live(ai="none").article
    withdraw(article=article, by=cast.editor, reason="확인 중입니다.")
    page = send(cast.editor, article, seen="live", _publish="1", follow=True)
    assert state.of_article(article.pk) == WITHDRAWN
    assert "내려갔습니다" in page.content.decode()
    send(cast.editor, article, seen="withdrawn", _publish="1")
    assert state.of_article(article.pk) == LIVE
