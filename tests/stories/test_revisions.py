import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from articles.audit.models import Entry
from articles.disclosure.models import AIUse
from articles.related.models import RelatedLink
from articles.stories import revise
from articles.stories.models import Article, Revision
from articles.stories.workflow import NotNow, Stage
from tests.cast import Cast

REFUSED = (IntegrityError, InternalError)


def test_a_save_is_a_revision_with_an_audit_entry(cast: Cast) -> None:
    article = cast.article()
    revision = cast.revision(article)
    assert (revision.number, revision.created_by) == (1, cast.writer)
    assert revision.snapshot["headline"] == article.headline
    entry = Entry.objects.get(verb="article.saved")
    assert entry.data["sha256"] == revision.sha256


def test_saving_without_a_change_makes_no_second_revision(cast: Cast) -> None:
    article = cast.article()
    assert cast.revision(article) == cast.revision(article)
    assert Entry.objects.filter(verb="article.saved").count() == 1


def test_the_hash_follows_every_part_of_the_article(cast: Cast) -> None:
    article, other = cast.article(), cast.article()
    hashes = {cast.revision(article).sha256}
    article.sources.update(outlet="다른 매체")
    hashes.add(cast.revision(article).sha256)
    AIUse.objects.filter(article=article).update(detail="두 문단")
    hashes.add(cast.revision(article).sha256)
    RelatedLink.objects.create(article=article, target=other)
    hashes.add(cast.revision(article).sha256)
    article.byline_rows.all().delete()
    hashes.add(cast.revision(article).sha256)
    assert len(hashes) == 5


@pytest.mark.parametrize(
    "verb", ["UPDATE articles_revision SET note = 'x'", "DELETE FROM articles_revision"]
)
def test_the_database_refuses_to_change_a_revision(cast: Cast, verb: str) -> None:
    cast.revision(cast.article())
    with pytest.raises(REFUSED, match="append-only"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(verb)
    assert Revision.objects.count() == 1


def test_a_save_from_an_older_version_is_told_of_the_newer(cast: Cast) -> None:
    article = cast.article()
    opened = article.version
    cast.edit(article, by=cast.editor, headline="편집자가 고친 제목")
    with pytest.raises(revise.Stale) as told, transaction.atomic():
        revise.check_version(article.pk, opened)
    assert told.value.saved_by == cast.editor
    assert told.value.current.headline == "편집자가 고친 제목"


def test_an_article_in_review_is_not_edited(cast: Cast) -> None:
    case = cast.in_review()
    with pytest.raises(NotNow), transaction.atomic():
        revise.take(article=case.article, by=cast.writer)


@pytest.mark.parametrize(
    ("ai", "needs"), [("", True), ("none", False), ("copy_edit", True), ("draft", True)]
)
def test_only_a_recorded_no_ai_needs_no_review(cast: Cast, ai: str, needs: bool) -> None:
    assert cast.revision(cast.article(ai=ai)).needs_review is needs


def test_an_edit_after_approval_makes_a_draft_again(cast: Cast) -> None:
    article = cast.approved()
    cast.edit(article, headline="고친 제목")
    article.refresh_from_db()
    assert article.stage == Stage.DRAFT


def test_text_is_stored_in_whole_syllables(cast: Cast) -> None:
    article = cast.article(headline="홍콩")
    assert cast.revision(article).snapshot["headline"] == "홍콩"


def test_one_story_has_one_version_in_a_language(cast: Cast) -> None:
    article = cast.article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.create(
            headline="또",
            section=cast.hong_kong,
            created_by=cast.writer,
            translation_group=article.translation_group,
        )
