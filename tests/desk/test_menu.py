import re

from articles.moderation.models import Case
from tests.cast import ago

ADDRESS = re.compile(r'<li><a href="([^"]+)"( aria-current="(\w+)")?>')


def menu(client, page="/admin/"):
    html = client.get(page).content.decode()
    nav = html[html.index('<header class="side">') : html.index("</header>")]
    return {m[1]: m[3] or "" for m in ADDRESS.finditer(nav)}


def test_each_person_sees_what_their_role_may_open(cast, signed_in):
    writer, moderator = menu(signed_in(cast.writer)), menu(signed_in(cast.moderator))
    administrator = menu(signed_in(cast.administrator))
    assert "/admin/work/" in writer and "/admin/overview/" not in writer
    assert "/admin/work/" not in moderator and "/admin/overview/" in moderator
    assert "/admin/people/user/" not in writer | moderator
    assert "/admin/audit/entry/" in moderator and "/admin/audit/entry/" not in writer
    assert {"/admin/work/", "/admin/overview/", "/admin/people/user/"} <= set(administrator)


def test_every_line_of_the_menu_opens(cast, signed_in):
    for user in (cast.writer, cast.editor, cast.moderator, cast.administrator):
        client = signed_in(user)
        for address in menu(client):
            assert client.get(address).status_code == 200, address


def test_the_menu_marks_where_one_is(cast, signed_in):
    client = signed_in(cast.editor)
    assert menu(client)["/admin/work/"] == "page"
    sections = menu(client, "/admin/articles/section/")
    assert [a for a, said in sections.items() if said] == ["/admin/articles/section/"]
    below = menu(client, "/admin/articles/section/add/")
    assert below["/admin/articles/section/"] == "true"


def test_the_queue_shows_how_many_wait_and_warns_when_one_is_late(cast, signed_in):
    case = cast.in_review()
    client = signed_in(cast.moderator)
    assert '<span class="n">1</span>' in client.get("/admin/me/").content.decode()
    Case.objects.filter(pk=case.pk).update(due_at=ago(minutes=5))
    assert '<span class="n hot">1</span>' in client.get("/admin/me/").content.decode()


def test_who_holds_a_role_in_one_section_counts_only_its_cases(cast, signed_in):
    cast.in_review(section=cast.economy)
    cast.moderator.section_roles.update(section="hongkong")
    assert '<span class="n' not in signed_in(cast.moderator).get("/admin/me/").content.decode()


def test_the_menu_takes_a_constant_number_of_queries(
    cast, signed_in, django_assert_max_num_queries
):
    client = signed_in(cast.administrator)
    for _ in range(3):
        cast.in_review()
    # Session, person twice, roles, mine, queue, whether one is late, notices.
    with django_assert_max_num_queries(8):
        client.get("/admin/me/?again")
