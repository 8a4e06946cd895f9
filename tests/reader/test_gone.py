from collections.abc import Callable

from django.test import Client

from articles.editions.models import Edition
from articles.publishing.withdraw import withdraw
from articles.reader.addresses import article_address
from tests.cast import Cast, ago, ahead

Published = Callable[..., Edition]


def test_a_withdrawn_story_says_why_and_when(
    client: Client, cast: Cast, published: Published
) -> None:
    edition = published(now=ago(days=1))
    withdraw(article=edition.article, by=cast.editor, reason="사실과 달라 내렸습니다.")
    response = client.get(article_address(edition))
    html = response.content.decode()
    assert response.status_code == 410 and "사실과 달라 내렸습니다." in html
    assert edition.headline not in html and '<meta name="robots" content="noindex">' in html
    assert 'rel="canonical"' not in html


def test_any_address_of_a_withdrawn_story_answers_alike(
    client: Client, cast: Cast, published: Published
) -> None:
    edition = published(now=ago(days=1))
    withdraw(article=edition.article, by=cast.editor, reason="사실과 달라 내렸습니다.")
    for address in (f"/ko/x/{edition.public_id}/y/", f"/ko/x/{edition.public_id}/"):
        response = client.get(address)
        assert response.status_code == 410 and "Location" not in response


def test_in_the_other_language_the_reason_keeps_its_own(
    client: Client, cast: Cast, published: Published
) -> None:
    edition = published(now=ago(days=1))
    withdraw(article=edition.article, by=cast.editor, reason="사실과 달라 내렸습니다.")
    html = client.get(f"/en/x/{edition.public_id}/y/").content.decode()
    assert "This story was withdrawn" in html
    assert '<p lang="ko">사실과 달라 내렸습니다.</p>' in html


def test_an_expired_story_says_that_its_time_has_passed(
    client: Client, published: Published
) -> None:
    edition = published(now=ago(days=2), expires_at=ago(days=1))
    response = client.get(article_address(edition))
    assert response.status_code == 410
    assert "기간을 정해 게시한 기사로, 그 기간이 지났습니다." in response.content.decode()


def test_a_story_that_will_expire_is_still_there(client: Client, published: Published) -> None:
    edition = published(now=ago(days=2), expires_at=ahead(days=1))
    assert client.get(article_address(edition)).status_code == 200
