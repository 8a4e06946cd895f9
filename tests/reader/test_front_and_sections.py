import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import Http404
from django.test import Client

from articles.editions.models import Edition
from articles.reader import lists
from tests.cast import Cast, ago

Published = Callable[..., Edition]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "ko"),
        ("ko-KR,ko;q=0.9,en;q=0.8", "ko"),
        ("en-GB,en;q=0.9", "en"),
        ("fr-FR,fr;q=0.9", "ko"),
        ("fr,en;q=0.5,ko;q=0.4", "en"),
        ("*", "ko"),
        ("\x00;;q=,,en-", "ko"),
    ],
)
def test_the_entrance_leads_to_the_language_the_browser_asks_for(
    client: Client, header: str, language: str
) -> None:
    response = client.get("/", headers={"Accept-Language": header})
    assert response.status_code == 302 and response["Location"] == f"/{language}/"
    assert "Accept-Language" in response["Vary"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_empty_paper_says_so_calmly(client: Client, language: str) -> None:
    response = client.get(f"/{language}/")
    said = {"ko": "아직 게시한 기사가 없습니다", "en": "Nothing has been published yet"}
    assert said[language] in response.content.decode()


def test_the_front_page_takes_two_queries(
    client: Client, cast: Cast, published: Published, django_assert_num_queries: Any
) -> None:
    for _ in range(5):
        published()
    cast.live(section=cast.economy)
    with django_assert_num_queries(2):
        assert client.get("/ko/").status_code == 200


def test_the_front_page_shows_only_its_own_language(client: Client, published: Published) -> None:
    published(headline="한국어 기사입니다")
    assert "한국어 기사입니다" not in client.get("/en/").content.decode()


def test_a_section_takes_two_queries(
    client: Client, published: Published, django_assert_num_queries: Any
) -> None:
    for _ in range(3):
        published()
    with django_assert_num_queries(2):
        assert client.get("/ko/section/hongkong/").status_code == 200


def test_the_pages_of_a_section_hold_each_story_once(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "PAGE", 2)
    same = ago(hours=5)
    stories = {cast.live(now=same, headline=f"이야기 {n}입니다").headline for n in range(5)}
    address, seen = "/ko/section/hongkong/", []
    while address:
        context = client.get(address).context
        seen += [card.headline for card in context["cards"]]
        address = context["later"] and f"/ko/section/hongkong/?after={context['later']}"
    assert len(seen) == 5 and set(seen) == stories


@pytest.mark.django_db
@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "x",
        "-1-1",
        "1-",
        "1",
        "1-1-1",
        "1.5-1",
        "9" * 40 + "-1",
        "1-" + "9" * 19,
        "1-1\x00",
        "١-١",
        "1-1' OR 1=1",
        "[]",
        "0x10-1",
    ],  # fmt: skip
)
def test_a_cursor_that_we_did_not_write_is_not_found(
    client: Client, cast: Cast, cursor: str
) -> None:
    assert cast.hong_kong.code == "hongkong"
    assert client.get("/ko/section/hongkong/", {"after": cursor}).status_code == 404


def test_a_cursor_survives_being_written_and_read() -> None:
    at = dt.datetime(2026, 11, 22, 9, 10, 11, 123456, tzinfo=dt.UTC)
    text = lists.write_cursor(SimpleNamespace(first_published_at=at, pk=7))
    assert lists.read_cursor(text) == (at, 7)
    with pytest.raises(Http404):
        lists.read_cursor("1")


def test_the_last_page_says_that_it_is_the_last(client: Client, published: Published) -> None:
    published()
    html = client.get("/ko/section/hongkong/").content.decode()
    assert "이 섹션의 기사를 모두 보았습니다." in html and "hx-get" not in html
