from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.reader.models import VisitDay

HERE = {"Sec-Fetch-Site": "same-origin"}
PAGES = ["/ko/", "/en/", "/ko/how-we-use-ai/", "/en/labels/", "/ko/privacy/"]
pytestmark = pytest.mark.django_db


def choose(client: Client, answer: str, headers: dict[str, str] | None = None, **data: str) -> Any:
    return client.post(
        "/ko/privacy/consent/",
        {"analytics": answer} | data,
        headers=HERE if headers is None else headers,
    )


@pytest.mark.parametrize("address", ["/", *PAGES, "/ko/nope/"])
def test_before_a_choice_nothing_is_stored_and_nothing_counted(
    client: Client, address: str
) -> None:
    response = client.get(address)
    assert not response.cookies and not VisitDay.objects.exists()
    assert not client.session.keys()


@pytest.mark.parametrize("address", PAGES)
def test_the_pages_depend_on_the_choice_alone(client: Client, address: str) -> None:
    response = client.get(address)
    assert response["Vary"] == "Cookie" and response["Cache-Control"] == "private, no-cache"


def test_refusing_stores_the_refusal_and_nothing_else(client: Client) -> None:
    client.cookies["visit"] = "2026-01-01"
    response = choose(client, "no", next="/ko/labels/")
    assert response.status_code == 303 and response["Location"] == "/ko/labels/?consent=saved"
    cookie = response.cookies["consent"]
    assert cookie.value == "no" and cookie["httponly"] and cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 182 * 86400
    assert response.cookies["visit"].value == ""
    page = client.get(response["Location"])
    assert "선택을 저장했습니다: 통계 쿠키 거부" in page.content.decode()
    assert not page.cookies and not VisitDay.objects.exists()


def test_accepting_counts_a_browser_once_a_day_and_keeps_only_the_date(client: Client) -> None:
    response = choose(client, "yes")
    assert response.cookies["visit"].value == timezone.localdate().isoformat()
    assert response.cookies["visit"]["max-age"] == 30 * 86400
    for address in PAGES:
        client.get(address)
    assert VisitDay.objects.get().visits == 1


def test_the_next_day_counts_again(client: Client) -> None:
    client.cookies["consent"], client.cookies["visit"] = "yes", "2026-01-01"
    client.get("/ko/")
    client.get("/ko/")
    row = VisitDay.objects.get()
    assert (row.day, row.language, row.visits) == (timezone.localdate(), "ko", 1)


def test_looking_at_the_head_of_a_page_counts_nothing(client: Client) -> None:
    client.cookies["consent"] = "yes"
    client.head("/ko/")
    assert not VisitDay.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
    ],
)
def test_another_site_cannot_choose_for_the_reader(client: Client, headers: Any) -> None:
    response = choose(client, "yes", headers=headers)
    assert response.status_code == 403
    assert not response.cookies and not VisitDay.objects.exists()


def test_an_older_browser_is_known_by_its_origin(client: Client) -> None:
    assert choose(client, "yes", headers={"Origin": "http://testserver"}).status_code == 303


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "https://evil.example/ko/",
        "//evil.example/ko/",
        "/admin/",
        "javascript:alert(1)",
        "ko/",
        "/\\evil.example",
        "/ko/\r\nX: 1",
        "/ko\x00/",
    ],  # fmt: skip
)
def test_the_way_back_stays_on_the_readers_pages(client: Client, wanted: str) -> None:
    location = choose(client, "no", next=wanted)["Location"]
    assert location.startswith("/ko/") and "evil" not in location and "\n" not in location


def test_the_place_in_a_list_is_kept_and_not_repeated(client: Client) -> None:
    location = choose(client, "no", next="/ko/section/x/?after=1-1&consent=saved")["Location"]
    assert location == "/ko/section/x/?after=1-1&consent=saved"


@pytest.mark.parametrize("answer", ["", "maybe", "YES"])
def test_anything_but_the_two_answers_is_refused(client: Client, answer: str) -> None:
    response = choose(client, answer)
    assert response.status_code == 400 and not response.cookies


def test_htmx_gets_the_confirmation_alone_with_the_focus(client: Client) -> None:
    response = choose(client, "yes", headers=HERE | {"HX-Request": "true"})
    html = response.content.decode()
    assert response.status_code == 200 and "<html" not in html
    assert 'tabindex="-1" autofocus' in html and 'role="status"' in html


def test_the_prompt_is_gone_after_the_choice_and_can_be_changed(client: Client) -> None:
    assert 'id="ck-h"' in client.get("/ko/").content.decode()
    choose(client, "no")
    assert 'id="ck-h"' not in client.get("/ko/").content.decode()
    assert 'value="no" required checked' in client.get("/ko/privacy/").content.decode()


def test_the_confirmation_cannot_be_made_up(client: Client) -> None:
    assert "선택을 저장했습니다" not in client.get("/ko/privacy/?consent=saved").content.decode()


def test_only_a_post_chooses(client: Client) -> None:
    assert client.get("/ko/privacy/consent/").status_code == 405


def test_a_page_is_not_lost_to_its_statistics(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    def broken(*args: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(VisitDay, "add", broken)
    client.cookies["consent"] = "yes"
    response = client.get("/ko/")
    assert response.status_code == 200 and "visit" not in response.cookies
