from django.db import transaction

from articles.moderation.decide import decide
from articles.notices.models import Notice
from articles.notices.tell import tell
from articles.publishing.submit import submit
from tests.cast import Cast


def test_the_same_thing_is_told_once(cast: Cast) -> None:
    for _ in range(2):
        with transaction.atomic():
            tell(to=cast.writer, code="late", key="late:1", data={"headline": "하나"})
            assert Notice.objects.count() == 1  # and the transaction goes on


def test_others_are_told_under_the_same_key(cast: Cast) -> None:
    for person in (cast.writer, cast.editor):
        tell(to=person, code="late", key="late:1")
    assert Notice.objects.count() == 2


def test_who_has_left_is_told_nothing(cast: Cast) -> None:
    cast.writer.is_active = False
    tell(to=cast.writer, code="late", key="late:1")
    assert not Notice.objects.exists()


def test_what_is_undone_was_never_told(cast: Cast) -> None:
    class Undone(Exception): ...

    try:
        with transaction.atomic():
            tell(to=cast.writer, code="late", key="late:1")
            raise Undone
    except Undone:
        pass
    assert not Notice.objects.exists()


def test_the_writer_and_who_submitted_hear_of_the_decision(cast: Cast) -> None:
    article = cast.article(by=cast.other_writer)
    cast.revision(article, by=cast.other_writer)
    case = submit(article=article, by=cast.editor)
    decide(case=case, by=cast.moderator, outcome="changes", reason="숫자를 맞춰 주세요.")
    told = {n.to: n for n in Notice.objects.all()}
    assert set(told) == {cast.editor, cast.other_writer}
    notice = told[cast.other_writer]
    assert (notice.code, notice.data["outcome"]) == ("decided", "changes")
    assert notice.data["reason"] == "숫자를 맞춰 주세요."
    assert notice.url == f"/admin/articles/article/{case.article_id}/change/"


def test_a_decision_sent_twice_is_told_once(cast: Cast) -> None:
    case = cast.in_review()
    for _ in range(2):
        decide(case=case, by=cast.moderator, outcome="reject", reason="안 됩니다.")
    assert Notice.objects.filter(to=cast.writer).count() == 1
