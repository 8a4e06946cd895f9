"""The text in review beside what was approved before, and beside what it is made from."""

import pytest

from articles.moderation.models import Case
from articles.people.models import SectionRole
from articles.people.roles import Role
from articles.publishing.submit import submit
from articles.stories.models import Article, Source
from tests.cast import Cast, person
from tests.moderation.conftest import Desk

SECRET = "The plan covers 2026 to 2030.\nShenzhen wants AI in every home."


def sourced(cast: Cast) -> Case:
    article = cast.article()
    Source.objects.filter(article=article).update(text=SECRET, language="en")
    cast.revision(article)
    return submit(article=article, by=cast.writer)


def again(cast: Cast) -> Case:
    article = cast.approved(body="<p>홍콩과 선전이 협력한다.</p>")
    cast.edit(article, body="<p>홍콩과 마카오가 협력한다.</p>", headline="새 제목")
    return submit(article=Article.objects.get(pk=article.pk), by=cast.writer)


def test_the_last_approved_revision_is_set_beside(cast: Cast, desk: type[Desk]) -> None:
    case = again(cast)
    html = desk(cast.moderator).get(f"/admin/review/{case.pk}/beside/").text
    assert "<del>선전" in html and "<ins>마카오" in html
    assert "새 제목" in html and "Revision 1, the last approved" in html


def test_a_published_text_counts_as_approved(cast: Cast, desk: type[Desk]) -> None:
    edition = cast.live(ai="none")
    article = Article.objects.get(pk=edition.article_id)
    cast.edit(article, headline="새 제목")
    article.ai_uses.all().delete()
    cast.revision(article)
    case = submit(article=Article.objects.get(pk=article.pk), by=cast.writer)
    html = desk(cast.moderator).get(f"/admin/review/{case.pk}/beside/").text
    assert "Revision 1, the last approved" in html


def test_the_source_stands_beside_the_text(cast: Cast, desk: type[Desk]) -> None:
    case = sourced(cast)
    html = desk(cast.moderator).get(f"/admin/review/{case.pk}/beside/?with=source-1").text
    assert "Shenzhen wants AI in every home." in html and '<div lang="en">' in html
    assert "홍콩과 선전이 금융 기술 협력을" in html


def test_it_folds_out_below_the_text_on_the_screen(cast: Cast, desk: type[Desk]) -> None:
    html = desk(cast.moderator).get(f"/admin/review/{sourced(cast).pk}/").text
    fold = html.split('<details class="orig">')[1].split("</details>")[0]
    assert "Shenzhen wants AI" in fold and "사우스 차이나 모닝 포스트" in fold
    assert "never published" in html


def test_nobody_outside_the_section_reads_it(cast: Cast, desk: type[Desk]) -> None:
    case = sourced(cast)
    outsider = person("far", "먼사람")
    SectionRole.objects.create(user=outsider, role=Role.MODERATOR, section="economy")
    for who in (outsider, cast.visitor):
        response = desk(who).get(f"/admin/review/{case.pk}/beside/?with=source-1")
        assert response.status_code in (302, 403, 404) and "Shenzhen" not in response.text


def test_of_a_translation_it_is_the_story_itself(cast: Cast, desk: type[Desk]) -> None:
    original = cast.article(headline="홍콩 원문", body="<p>원문의 첫 문단이다.</p>")
    cast.revision(original)
    english = cast.article(
        language="en", headline="The story", body="<p>First.</p>", translated_from=original
    )
    cast.revision(english)
    case = submit(article=english, by=cast.writer)
    html = desk(cast.moderator).get(f"/admin/review/{case.pk}/beside/?with=original").text
    assert "원문의 첫 문단이다." in html and "홍콩 원문" in html


def test_an_original_in_a_section_that_is_not_theirs_is_left_out(
    cast: Cast, desk: type[Desk]
) -> None:
    original = cast.article(headline="경제 원문", section=cast.economy)
    cast.revision(original)
    english = cast.article(
        language="en", headline="The story", body="<p>First.</p>", translated_from=original
    )
    cast.revision(english)
    case = submit(article=english, by=cast.writer)
    local = person("near", "가까운사람")
    SectionRole.objects.create(user=local, role=Role.MODERATOR, section="hongkong")
    html = desk(local).get(f"/admin/review/{case.pk}/beside/?with=original").text
    assert "경제 원문" not in html


@pytest.mark.parametrize("wanted", ["", "source-9", "approved", "<script>"])
def test_where_nothing_is_to_compare_it_says_so(cast: Cast, desk: type[Desk], wanted: str) -> None:
    response = desk(cast.moderator).get(
        f"/admin/review/{cast.in_review().pk}/beside/", **{"with": wanted}
    )
    assert response.status_code == 200 and "nothing to compare with yet" in response.text


def test_a_source_is_for_who_writes_or_reviews_the_story(cast: Cast, desk: type[Desk]) -> None:
    case = sourced(cast)
    pages = (f"/admin/review/{case.pk}/", f"/admin/review/{case.pk}/beside/?with=source-1")
    for person_, sees in (
        (cast.writer, True),
        (cast.editor, True),
        (cast.moderator, True),
        (cast.other_writer, False),
    ):
        shown = {"Shenzhen wants AI" in desk(person_).get(page).text for page in pages}
        assert shown == {sees}
