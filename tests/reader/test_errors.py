import logging
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client, RequestFactory

from articles.audit.models import Entry
from newsroom import errors

PAGES = ["/ko/", "/en/section/x/", "/ko/how-we-use-ai/", "/en/labels/", "/ko/privacy/", "/"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/fr/", "/fr/labels/", "/ko/x/", "/ko/x/y/z/w/v/", "/KO/", "/ko/section/%00/", "/ko/section/x/",
     "/ko/hongkong/%00/x/", "/ko/x/" + "b" * 500 + "/y/", "/ko/x/99999999999999999999999/y/",
     "/ko/x/bcdfghjk/%00%ff/", "/%00", "/ko/%ED%A0%80/", "/wp-login.php"],  # fmt: skip
)  # fmt: skip
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404 and "404" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", PAGES)
def test_pages_are_only_read(client: Client, address: str, method: str) -> None:
    assert getattr(client, method)(address).status_code in (405, 404)
    assert client.trace("/ko/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/ko/", "/ko/how-we-use-ai/", "/ko/labels/", "/ko/privacy/"])
def test_the_head_of_a_page_is_that_of_the_page(client: Client, address: str) -> None:
    head, page = client.head(address), client.get(address)
    assert head.status_code == 200 and not head.content
    assert head["Content-Type"] == page["Content-Type"]


def number(html: str) -> str:
    return re.search(r"<code>([0-9A-F]{4}-[0-9A-F]{4})</code>", html)[1]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/ko/", "/en/how-we-use-ai/"])
def test_our_own_failure_has_a_number_that_is_in_the_log(
    address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*args: object, **more: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("articles.reader.lists.all_sections", broken)
    monkeypatch.setattr("articles.reader.views.about.all_sections", broken)
    client = Client(raise_request_exception=False)
    with caplog.at_level(logging.ERROR):
        response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 500 and f'<html lang="{address[1:3]}">' in html
    logged = [r for r in caplog.records if number(html) in r.getMessage()]
    assert len(logged) == 1 and logged[0].exc_info


def test_the_failure_page_asks_no_database() -> None:
    # Without the django_db mark any query would fail this test.
    response = errors.server_error(RequestFactory().get("/ko/"))
    assert response.status_code == 500 and number(response.content.decode())


def test_a_failure_of_the_failure_page_is_still_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(errors, "render_to_string", lambda *a, **k: 1 / 0)
    response = errors.server_error(RequestFactory().get("/ko/"))
    assert response.status_code == 500 and b"<h1>500</h1>" in response.content


@pytest.mark.parametrize("code", [400, 403, 500])
def test_at_the_desk_errors_look_like_the_desk_and_need_no_session(code: int) -> None:
    request = RequestFactory().get("/admin/x/")
    page = {400: errors.bad_request, 403: errors.forbidden, 500: errors.server_error}[code]
    html = page(request).content.decode()
    assert "newsroom/css/admin.css" in html and 'href="/admin/"' in html


def test_a_refusal_says_what_it_was_raised_with() -> None:
    request = RequestFactory().get("/admin/x/")
    html = errors.forbidden(request, PermissionDenied("<b>Nein</b>")).content.decode()
    assert "&lt;b&gt;Nein&lt;/b&gt;" in html


def test_a_form_of_another_browser_is_refused_with_a_sentence() -> None:
    html = errors.csrf_failure(RequestFactory().post("/admin/x/")).content.decode()
    assert "양식이 이 브라우저에서 온 것인지 확인하지 못해" in html


def test_an_unknown_host_gets_400(client: Client) -> None:
    response = client.get("/ko/", headers={"Host": "evil.example"})
    assert response.status_code == 400 and b"evil.example" not in response.content


@pytest.mark.django_db
def test_a_missing_page_writes_nothing_and_asks_one_query(
    client: Client, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(1):
        assert client.get("/ko/nope/").status_code == 404
    assert not Entry.objects.exists() and connection.vendor
