import pytest
from django.test import Client

SWITCH = "/admin/language/"


def test_the_switch_keeps_the_language_with_the_person_and_in_a_cookie(cast, signed_in):
    client = signed_in(cast.writer)
    assert '<html lang="ko"' in client.get("/admin/work/").content.decode()
    response = client.post(SWITCH, {"language": "en", "next": "/admin/me/"})
    assert response.status_code == 302 and response.url == "/admin/me/"
    cookie = response.cookies["desk_language"]
    assert (cookie.value, cookie["path"], cookie["httponly"]) == ("en", "/admin/", True)
    cast.writer.refresh_from_db()
    assert cast.writer.language == "en"
    page = client.get("/admin/work/")
    assert '<html lang="en"' in page.content.decode()
    assert page["Content-Language"] == "en"


def test_the_login_page_has_the_switch_too(db):
    client = Client(headers={"accept-language": "ko"})
    assert '<html lang="ko"' in client.get("/admin/login/").content.decode()
    client.post(SWITCH, {"language": "en", "next": "/admin/login/"})
    assert '<html lang="en"' in client.get("/admin/login/").content.decode()


@pytest.mark.parametrize(
    "where", ["https://evil.example/", "//evil.example/x", "/\\evil.example", "javascript:1", ""]
)
def test_the_switch_never_leads_to_another_host(db, where):
    response = Client().post(SWITCH, {"language": "en", "next": where})
    assert response.url == "/admin/"


def test_a_language_that_is_not_offered_changes_nothing(cast, signed_in):
    response = signed_in(cast.writer).post(SWITCH, {"language": "fr", "next": "/admin/work/"})
    assert "desk_language" not in response.cookies
    cast.writer.refresh_from_db()
    assert cast.writer.language == "ko"


def test_the_switch_needs_the_form_token(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.writer)
    assert client.post(SWITCH, {"language": "en"}).status_code == 403
