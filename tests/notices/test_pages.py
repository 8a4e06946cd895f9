"""The bell and the list of notices."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.notices import listing
from articles.notices.models import Notice
from articles.notices.tell import tell
from articles.people.models import User
from tests.cast import Cast

LIST = "/admin/notices/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    client.cookies["desk_language"] = "en"
    return client


def told(user: User, n: int = 1, **more: object) -> list[Notice]:
    given = {"code": "late", "data": {"headline": "<b>하나</b>"}, "url": "/admin/review/"} | more
    for number in range(n):
        tell(to=user, key=f"{Notice.objects.count()}:{number}", **given)
    return list(Notice.objects.filter(to=user).order_by("-pk")[:n])


def test_the_bell_counts_what_is_unread(cast: Cast) -> None:
    told(cast.writer, 3)
    html = signed_in(cast.writer).get("/admin/me/").content.decode()
    assert '<span class="n hot">3<span class="vh"> unread</span>' in html
    told(cast.writer, 100)
    assert "99+" in signed_in(cast.writer).get("/admin/me/").content.decode()


def test_the_list_shows_ones_own_in_words(cast: Cast) -> None:
    told(cast.writer)
    html = signed_in(cast.writer).get(LIST).content.decode()
    assert "Overdue: &lt;b&gt;하나&lt;/b&gt;" in html and "<b>하나" not in html
    other = signed_in(cast.other_writer).get(LIST).content.decode()
    assert "하나" not in other and "There are no notices for you yet." in other


def test_following_one_marks_it_as_read(cast: Cast) -> None:
    (notice,) = told(cast.writer)
    response = signed_in(cast.writer).get(f"{LIST}{notice.pk}/")
    assert response.status_code == 302 and response.url == "/admin/review/"
    notice.refresh_from_db()
    assert notice.read_at is not None


@pytest.mark.parametrize(
    "url", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""]
)
def test_nobody_is_led_away_from_the_desk(cast: Cast, url: str) -> None:
    (notice,) = told(cast.writer, url=url)
    assert signed_in(cast.writer).get(f"{LIST}{notice.pk}/").url == LIST


def test_one_or_all_are_marked_as_read(cast: Cast) -> None:
    first, *_rest = told(cast.writer, 3)
    told(cast.other_writer)
    client = signed_in(cast.writer)
    assert client.post(f"{LIST}{first.pk}/read/").url == LIST
    assert listing.unread(cast.writer) == 2
    assert "2 notices marked as read." in client.post(f"{LIST}read/", follow=True).content.decode()
    assert (listing.unread(cast.writer), listing.unread(cast.other_writer)) == (0, 1)


def test_anothers_notice_is_not_there(cast: Cast) -> None:
    (notice,) = told(cast.writer)
    client = signed_in(cast.other_writer)
    assert client.get(f"{LIST}{notice.pk}/").status_code == 404
    assert client.post(f"{LIST}{notice.pk}/read/").status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


@pytest.mark.parametrize("path", [LIST, f"{LIST}1/"])
def test_others_are_sent_to_sign_in(cast: Cast, path: str) -> None:
    assert Client().get(path).url.startswith("/admin/login/")
    assert signed_in(cast.visitor).get(path).url.startswith("/admin/login/")


def test_the_list_turns_pages_and_bears_nonsense(cast: Cast) -> None:
    told(cast.writer, listing.PAGE + 5)
    client = signed_in(cast.writer)
    following = client.get(LIST).context["following"]
    assert len(client.get(LIST, {"before": following}).context["rows"]) == 5
    for nonsense in ("x", "-1", "٣", "9" * 40, "0"):
        assert client.get(LIST, {"before": nonsense}).status_code == 200


def test_many_notices_cost_as_many_queries_as_few(cast: Cast) -> None:
    client, counts = signed_in(cast.writer), []
    for n in (3, 200):
        told(cast.writer, n)
        with CaptureQueriesContext(connection) as asked:
            client.get(LIST)
        counts.append(len(asked))
    assert counts[0] == counts[1]
