import pytest
from django.urls import reverse

from articles.audit.models import Entry
from articles.people.models import SectionRole, User
from articles.people.roles import Role, can

LIST = "/admin/people/user/"


def said(user=None, roles=(), **fields):
    """What the form sends: `roles` are (row id, role, section, delete)."""
    data = {
        "username": "newone",
        "name": "새사람",
        "name_en": "",
        "email": "",
        "language": "ko",
        "section_roles-TOTAL_FORMS": str(len(roles)),
        "section_roles-INITIAL_FORMS": str(sum(1 for r in roles if r[0])),
        "section_roles-MIN_NUM_FORMS": "0",
        "section_roles-MAX_NUM_FORMS": "1000",
    }
    if user:
        kept = ("username", "name", "name_en", "email")
        data |= {name: getattr(user, name) for name in kept} | {"is_active": "on"}
    for number, (row, role, section, delete) in enumerate(roles):
        data |= {
            f"section_roles-{number}-id": row or "",
            f"section_roles-{number}-user": user.pk if user else "",
            f"section_roles-{number}-role": role,
            f"section_roles-{number}-section": section,
        }
        if delete:
            data[f"section_roles-{number}-DELETE"] = "on"
    return {k: v for k, v in (data | fields).items() if v is not None}


def held(user):
    return sorted((r.role, r.section) for r in SectionRole.objects.filter(user=user))


def change(user):
    return reverse("admin:people_user_change", args=[user.pk])


@pytest.fixture
def admin_client(cast, signed_in):
    return signed_in(cast.administrator)


def test_an_administrator_adds_a_person_with_roles(cast, admin_client):
    assert cast.hong_kong.code == "hongkong"
    password = {"password1": "quiet-river-1877", "password2": "quiet-river-1877"}
    roles = [("", "writer", "", False), ("", "editor", "hongkong", False)]
    response = admin_client.post(LIST + "add/", said(roles=roles, **password))
    assert response.status_code == 302
    person = User.objects.get(username="newone")
    assert held(person) == [("editor", "hongkong"), ("writer", "")]
    assert can(person, "desk.enter") and person.check_password("quiet-river-1877")
    assert Entry.objects.filter(verb="person.added", object_id=str(person.pk)).exists()


def test_the_same_role_twice_is_refused_and_what_was_typed_stays(cast, admin_client):
    roles = [("", "editor", "", False), ("", "editor", "", False)]
    response = admin_client.post(change(cast.visitor), said(cast.visitor, roles, name="바뀐이름"))
    assert response.status_code == 200 and "바뀐이름" in response.content.decode()
    assert held(cast.visitor) == []


def test_a_role_in_a_section_that_does_not_exist_is_refused(cast, admin_client):
    roles = [("", "editor", "nowhere", False)]
    assert admin_client.post(change(cast.visitor), said(cast.visitor, roles)).status_code == 200
    assert held(cast.visitor) == []


def test_nobody_is_deleted_but_an_account_can_be_switched_off(cast, admin_client):
    writer = cast.writer
    row = writer.section_roles.get().pk
    address = reverse("admin:people_user_delete", args=[writer.pk])
    assert admin_client.post(address, {"post": "yes"}).status_code == 403
    off = said(writer, [(row, "writer", "", False)], is_active=None)
    assert admin_client.post(change(writer), off).status_code == 302
    writer.refresh_from_db()
    assert not writer.is_active
    assert Entry.objects.get(verb="person.changed").data["fields"] == ["is_active"]


@pytest.mark.parametrize("how", ["delete", "weaken", "narrow", "switch off"])
def test_the_last_administrator_stays(cast, admin_client, how):
    last = cast.administrator
    row = last.section_roles.get().pk
    assert cast.hong_kong
    roles = {
        "delete": [(row, "administrator", "", True)],
        "weaken": [(row, "editor", "", False)],
        "narrow": [(row, "administrator", "hongkong", False)],
        "switch off": [(row, "administrator", "", False)],
    }[how]
    more = {"is_active": None} if how == "switch off" else {}
    response = admin_client.post(change(last), said(last, roles, **more))
    assert response.status_code == 200
    assert response.context["inline_admin_formsets"][0].formset.non_form_errors()
    last.refresh_from_db()
    assert last.is_active and held(last) == [("administrator", "")]


def test_with_a_second_administrator_the_first_may_go(cast, admin_client):
    SectionRole.objects.create(user=cast.editor, role=Role.ADMINISTRATOR)
    row = cast.administrator.section_roles.get().pk
    roles = [(row, "administrator", "", True)]
    response = admin_client.post(change(cast.administrator), said(cast.administrator, roles))
    assert response.status_code == 302 and held(cast.administrator) == []
    assert admin_client.get(LIST).status_code == 302


def test_an_administrator_who_was_switched_off_does_not_count(cast, admin_client):
    other = cast.editor
    SectionRole.objects.create(user=other, role=Role.ADMINISTRATOR)
    User.objects.filter(pk=other.pk).update(is_active=False)
    row = cast.administrator.section_roles.get().pk
    roles = [(row, "administrator", "", True)]
    response = admin_client.post(change(cast.administrator), said(cast.administrator, roles))
    assert response.status_code == 200 and held(cast.administrator) == [("administrator", "")]


@pytest.mark.parametrize("who", ["writer", "editor", "moderator"])
def test_nobody_else_can_give_roles(cast, signed_in, who):
    user = getattr(cast, who)
    before = held(user)
    roles = [("", "administrator", "", False)]
    assert signed_in(user).post(change(user), said(user, roles)).status_code == 403
    assert held(user) == before


def test_the_form_gives_away_no_hash_and_takes_no_superuser(cast, admin_client):
    page = admin_client.get(change(cast.writer)).content.decode()
    assert cast.writer.password not in page and "is_superuser" not in page
    forged = said(cast.writer, [], is_superuser="on", is_staff="")
    admin_client.post(change(cast.writer), forged)
    cast.writer.refresh_from_db()
    assert not cast.writer.is_superuser
