from django.test import Client
from django.urls import reverse

from articles.audit.models import Entry
from tests.cast import PASSWORD

LOGIN = "/admin/login/"


def sign_in(user, **more):
    client = Client()
    said = {"username": user.username, "password": PASSWORD, "next": "/admin/"} | more
    return client, client.post(LOGIN, said)


def test_each_role_begins_its_day_on_its_own_page(cast):
    for user, page in (
        (cast.writer, "admin/index.html"),
        (cast.editor, "admin/index.html"),
        (cast.moderator, "admin/overview.html"),
        (cast.administrator, "admin/index.html"),
    ):
        client, response = sign_in(user)
        assert response.status_code == 302 and response.url == "/admin/"
        assert page in [t.name for t in client.get("/admin/").templates]


def test_somebody_without_a_role_hears_what_a_wrong_password_hears(cast):
    _, without_role = sign_in(cast.visitor)
    _, wrong = sign_in(cast.writer, password="no")
    errors = [r.context["form"].non_field_errors() for r in (without_role, wrong)]
    assert errors[0] == errors[1] and errors[0]
    assert "_auth_user_id" not in without_role.wsgi_request.session


def test_an_account_that_was_switched_off_stays_outside_at_once(cast):
    client, _ = sign_in(cast.writer)
    cast.writer.is_active = False
    cast.writer.save()
    assert client.get("/admin/work/").status_code == 302
    assert sign_in(cast.writer)[1].status_code == 200


def test_the_login_never_sends_anybody_to_another_host(cast):
    for where in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"):
        _, response = sign_in(cast.writer, next=where)
        assert response.url == "/admin/"


def test_signing_out_is_a_post_and_ends_the_session(cast, signed_in):
    client = signed_in(cast.writer)
    assert client.get(reverse("admin:logout")).status_code == 405
    response = client.post(reverse("admin:logout"))
    assert response.status_code == 200 and "_auth_user_id" not in client.session


def test_the_password_is_changed_with_the_old_one(cast, signed_in):
    client = signed_in(cast.writer)
    address = reverse("admin:password_change")
    new = {"new_password1": "quiet-river-1877", "new_password2": "quiet-river-1877"}
    assert client.post(address, new | {"old_password": "no"}).status_code == 200
    assert client.post(address, new | {"old_password": PASSWORD}).status_code == 302
    assert client.get("/admin/work/").status_code == 200
    cast.writer.refresh_from_db()
    assert cast.writer.check_password("quiet-river-1877")
    entry = Entry.objects.get(verb="person.changed")
    assert entry.data == {"fields": ["password"]} and entry.actor_id == cast.writer.pk
