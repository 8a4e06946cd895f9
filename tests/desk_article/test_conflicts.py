import threading

import pytest
from django.db import connection
from django.test import Client
from django.utils.translation import gettext as _

from articles.stories.models import Article
from tests.cast import Cast
from tests.desk_article.conftest import address, is_conflict
from tests.desk_article.sheets import add_address, blank, rows, sheet


def opened_by_two(cast):
    """The writer's form, and the article after the editor saved another headline meanwhile."""
    article = cast.article()
    cast.revision(article)
    article.refresh_from_db()
    form = sheet(article)
    cast.edit(article, by=cast.editor, headline="편집자의 제목")
    return article, form


def test_the_second_to_save_is_told_and_keeps_the_text(cast, as_):
    article, form = opened_by_two(cast)
    form |= {"headline": "기자의 제목", "standfirst": "공들인 부제"}
    response = as_(cast.writer).post(address(article), form)
    page = response.content.decode()
    assert is_conflict(response)
    assert "김서연" in page
    assert 'value="기자의 제목"' in page
    assert "공들인 부제" in page
    assert "<ins>" in page and "<del>" in page
    assert Article.objects.get(pk=article.pk).headline == "편집자의 제목"
    assert article.revisions.count() == 2


def test_mine_can_be_saved_on_top_knowingly(cast, as_):
    article, form = opened_by_two(cast)
    form["headline"] = "기자의 제목"
    browser = as_(cast.writer)
    browser.post(address(article), form)
    article.refresh_from_db()
    browser.post(address(article), form | {"version": str(article.version)})
    assert Article.objects.get(pk=article.pk).headline == "기자의 제목"
    assert [r.snapshot["headline"] for r in article.revisions.all()][:2] == [
        "기자의 제목",
        "편집자의 제목",
    ]


def test_rows_are_compared_and_saved_on_top_as_well(cast, as_):
    article, form = opened_by_two(cast)
    article.sources.all().delete()
    article.sources.create(outlet="편집자의 출처", position=1)
    cast.revision(article, by=cast.editor)
    browser = as_(cast.writer)
    page = browser.post(address(article), form | {"headline": "내 것"})
    stored = {title: line.before for title, line in page.context["changes"].fields}
    assert "편집자의 출처" in "".join(piece.text for piece in stored[_("Sources")])
    article.refresh_from_db()
    browser.post(address(article), form | {"version": str(article.version)})
    assert [s.outlet for s in article.sources.all()] == ["사우스 차이나 모닝 포스트"]


def test_a_double_click_is_no_conflict(cast, as_):
    article = cast.article()
    cast.revision(article)
    article.refresh_from_db()
    form = sheet(article) | {"headline": "새 제목"}
    browser = as_(cast.writer)
    statuses = [browser.post(address(article), form).status_code for _ in range(2)]
    assert statuses == [302, 302]
    assert article.revisions.count() == 2


def test_the_back_button_is_a_conflict_with_oneself_and_says_so(cast, as_):
    article = cast.article()
    cast.revision(article)
    article.refresh_from_db()
    form = sheet(article)
    browser = as_(cast.writer)
    browser.post(address(article), form | {"headline": "첫 저장"})
    response = browser.post(address(article), form | {"headline": "뒤로 갔다가"})
    assert is_conflict(response)
    assert response.context["by_myself"] is True


def test_a_conflict_with_a_mistake_in_it_shows_what_the_other_changed(cast, as_):
    article, form = opened_by_two(cast)
    response = as_(cast.writer).post(address(article), form | {"headline": ""})
    page = response.content.decode()
    assert is_conflict(response)
    assert "편집자의" in page
    assert response.context["mine_is_compared"] is False


def test_in_review_nothing_is_saved_and_the_text_is_kept(cast, send):
    case = cast.in_review()
    response = send(cast.writer, case.article, standfirst="늦은 부제")
    assert "늦은 부제" in response.content.decode()
    assert case.article.revisions.count() == 1
    assert Article.objects.get(pk=case.article_id).stage == "in_review"


@pytest.mark.django_db(transaction=True)
def test_of_simultaneous_saves_one_wins_and_the_others_are_told() -> None:
    cast = Cast()
    article = cast.article()
    cast.revision(article)
    article.refresh_from_db()
    form = sheet(article)
    browsers = []
    for user in (cast.writer, cast.editor, cast.administrator):
        browser = Client(raise_request_exception=False)
        browser.force_login(user)
        browsers.append(browser)
    statuses: list[int] = []
    together = threading.Barrier(len(browsers))

    def save(number: int, browser: Client) -> None:
        together.wait()
        data = form | {"headline": f"제목 {number}"}
        statuses.append(browser.post(address(article), data).status_code)
        connection.close()

    threads = [threading.Thread(target=save, args=pair) for pair in enumerate(browsers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, 200, 302]
    assert article.revisions.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_double_click_on_a_new_article_at_the_same_moment_is_one_article() -> None:
    cast = Cast()
    data = blank(
        token="0" * 31 + "7", section=cast.hong_kong.pk, headline="동시에", **rows("bylines")
    )
    browsers = [Client(raise_request_exception=False) for _ in range(3)]
    for browser in browsers:
        browser.force_login(cast.writer)
    statuses: list[int] = []
    together = threading.Barrier(len(browsers))

    def save(browser: Client) -> None:
        together.wait()
        statuses.append(browser.post(add_address(), data).status_code)
        connection.close()

    threads = [threading.Thread(target=save, args=[browser]) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [302, 302, 302]
    assert Article.objects.count() == 1
