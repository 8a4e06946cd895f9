from articles.audit.models import Entry

ME = "/admin/me/"
GOOD = {"name": "박도윤", "name_en": "Park Do-yun", "language": "ko"}


def test_a_person_changes_their_name_and_the_trail_says_so(cast, signed_in):
    client = signed_in(cast.writer)
    assert client.post(ME, GOOD | {"name": "박도연"}).status_code == 302
    cast.writer.refresh_from_db()
    assert cast.writer.name == "박도연"
    entry = Entry.objects.get(verb="person.changed")
    assert entry.data == {"fields": ["name", "name_en"]} and entry.actor_id == cast.writer.pk


def test_single_key_shortcuts_can_be_switched_off(cast, signed_in):
    client = signed_in(cast.moderator)
    assert 'data-keys="off"' not in client.get(ME).content.decode()
    client.post(ME, GOOD | {"keys_off": "on"})
    assert 'data-keys="off"' in client.get(ME).content.decode()


def test_the_language_chosen_here_is_spoken_at_once(cast, signed_in):
    client = signed_in(cast.writer)
    client.post("/admin/language/", {"language": "ko"})
    client.post(ME, GOOD | {"language": "en"})
    assert '<html lang="en"' in client.get(ME).content.decode()


def test_a_forged_post_gives_nobody_a_role_or_another_account(cast, signed_in):
    forged = {
        "is_superuser": "on",
        "is_staff": "on",
        "username": "root",
        "role": "administrator",
        "section_roles-TOTAL_FORMS": "1",
        "section_roles-0-role": "administrator",
        "password": "x",
    }
    signed_in(cast.writer).post(ME, GOOD | forged)
    cast.writer.refresh_from_db()
    assert (cast.writer.username, cast.writer.is_superuser) == ("doyun", False)
    assert [r.role for r in cast.writer.section_roles.all()] == ["writer"]


def test_an_empty_name_is_refused_and_what_was_typed_stays(cast, signed_in):
    response = signed_in(cast.writer).post(ME, {"name": "", "name_en": "Typed", "language": "ko"})
    page = response.content.decode()
    assert response.status_code == 200 and "Typed" in page and 'aria-invalid="true"' in page
    assert "박도윤" in page  # the head still names who is signed in
