from collections.abc import Callable

import pytest
from django.test import Client

from articles.editions.models import Edition
from articles.images import files
from articles.publishing.withdraw import withdraw
from tests.cast import Cast

Published = Callable[..., Edition]


def keys(edition: Edition) -> list[str]:
    return [copy["key"] for copy in edition.image["renditions"]]


def test_the_files_of_a_live_story_are_public_for_a_short_while(
    client: Client, published: Published
) -> None:
    for key in keys(published()):
        response = client.get(f"/media/{key}")
        assert response.status_code == 200
        assert response["Content-Type"] in ("image/avif", "image/webp", "image/jpeg")
        assert response["Cache-Control"] == "public, max-age=300"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert len(b"".join(response)) == int(response["Content-Length"])
        assert not response.cookies and "Cookie" not in response.get("Vary", "")


def test_a_file_goes_when_the_last_story_with_it_goes(
    client: Client, cast: Cast, published: Published
) -> None:
    edition = published()
    withdraw(article=edition.article, by=cast.editor, reason="내립니다.")
    assert {client.get(f"/media/{key}").status_code for key in keys(edition)} == {404}


def test_a_browser_that_has_a_file_is_not_sent_it_again_until_it_is_made_anew(
    client: Client, published: Published
) -> None:
    key = keys(published())[0]
    etag = client.get(f"/media/{key}")["ETag"]
    same = client.get(f"/media/{key}", headers={"If-None-Match": etag})
    assert same.status_code == 304 and same["Cache-Control"] == "public, max-age=300"
    path = files.rendition_path(key)
    path.write_bytes(path.read_bytes() + b"x")
    assert client.get(f"/media/{key}", headers={"If-None-Match": etag}).status_code == 200


def test_a_file_answers_head_with_its_headers_alone(client: Client, published: Published) -> None:
    response = client.head(f"/media/{keys(published())[0]}")
    assert response.status_code == 200 and int(response["Content-Length"]) > 0
    assert client.post(f"/media/{'0' * 32}.avif").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    "key",
    [
        "x.webp",
        "../../settings.py",
        "%2e%2e/a.webp",
        "a" * 32,
        "a" * 32 + ".png",
        "A" * 32 + ".webp",
        "\x00",
    ],
)
def test_what_is_no_name_of_a_file_is_not_found(client: Client, key: str) -> None:
    assert client.get(f"/media/{key}").status_code == 404
