"""Comments on the screen: shown beside the text, sent with htmx and without, for whom."""

import pytest

from articles.moderation.comments import comment, resolve
from articles.moderation.models import Case, Comment
from articles.people.models import SectionRole
from articles.people.roles import Role
from tests.cast import Cast, person
from tests.lib.payloads import XSS
from tests.moderation.conftest import Desk

BODY = "<p>홍콩과 선전이 협력한다.</p><p>협력은 올해 시작한다.</p>"


@pytest.fixture
def case(cast: Cast) -> Case:
    return cast.in_review(body=BODY, headline="두 도시가 손잡는다")


def address(case: Case, more: str = "") -> str:
    return f"/admin/review/{case.pk}/comments/{more}"


def test_a_comment_is_sent_and_marked_in_the_text(cast: Cast, desk: type[Desk], case: Case) -> None:
    browser = desk(cast.moderator)
    response = browser.client.post(address(case), {"quote": "올해 시작한다", "text": "누가요?"})
    made = Comment.objects.get()
    assert response.url == f"/admin/review/{case.pk}/#t{made.pk}"
    html = browser.get(f"/admin/review/{case.pk}/").text
    assert (
        '<mark class="fd cm" id="mc1">올해 시작한다<sup><a href="#c1" aria-label="Comment 1">'
        in html
    )
    assert 'id="c1"' in html and 'href="#mc1"' in html and "1 unresolved" in html


def test_htmx_adds_the_thread_and_marks_the_text(cast: Cast, desk: type[Desk], case: Case) -> None:
    part = desk(cast.moderator).htmx("post", address(case), {"quote": "시작한다", "text": "?"})
    assert part.status_code == 200 and "<html" not in part.text
    assert 'data-hx-swap-oob="beforeend:#threads"' in part.text
    assert 'id="mc1"' in part.text and 'id="say"' in part.text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"quote": "마카오", "text": "누가요?"}, "are not in the text"),
        ({"quote": "협력", "text": "어느 것?"}, "more than once"),
        ({"quote": "시작한다", "text": " "}, "Write what you want to say"),
        ({"quote": "", "text": "가" * 2001}, "2001"),
    ],
)
@pytest.mark.parametrize("htmx", [True, False])
def test_what_is_refused_is_kept(
    cast: Cast, desk: type[Desk], case: Case, sent: dict, said: str, htmx: bool
) -> None:
    browser = desk(cast.moderator)
    headers = {"HX-Request": "true"} if htmx else {}
    response = browser.client.post(address(case), sent, headers=headers)
    assert response.status_code == 422 and said in response.text
    assert sent["text"].strip() in response.text and sent["quote"] in response.text
    assert '<details class="b line" id="say" open>' in response.text
    assert not Comment.objects.exists()


def test_the_writer_answers_and_it_is_resolved(cast: Cast, desk: type[Desk], case: Case) -> None:
    thread = comment(case=case, by=cast.moderator, text="누가요?", quote="시작한다")
    writer = desk(cast.writer)
    writer.client.post(address(case, f"{thread.pk}/"), {"text": "시 당국이요."})
    html = writer.get(f"/admin/review/{case.pk}/").text
    assert "시 당국이요." in html
    part = writer.htmx("post", address(case, f"{thread.pk}/resolved/"))
    assert "Resolved" in part.text and "all resolved" in part.text
    assert 'class="fd cm"' not in part.text


def test_an_empty_answer_says_so_in_its_place(cast: Cast, desk: type[Desk], case: Case) -> None:
    thread = comment(case=case, by=cast.moderator, text="누가요?")
    response = desk(cast.writer).client.post(address(case, f"{thread.pk}/"), {"text": ""})
    assert response.status_code == 422
    assert f'aria-describedby="ae{thread.pk}"' in response.text


def test_words_that_have_changed_are_shown_with_what_they_were(
    cast: Cast, desk: type[Desk], case: Case
) -> None:
    thread = comment(case=case, by=cast.moderator, text="누가요?", quote="시작한다")
    Comment.objects.filter(pk=thread.pk).update(quote="끝난다", start=1, end=4)
    html = desk(cast.moderator).get(f"/admin/review/{case.pk}/").text
    assert "these words have changed since" in html and "“끝난다”" in html
    assert 'class="fd cm"' not in html


def test_what_was_resolved_is_no_mark(cast: Cast, desk: type[Desk], case: Case) -> None:
    resolve(
        comment=comment(case=case, by=cast.moderator, text="?", quote="시작한다"), by=cast.writer
    )
    html = desk(cast.moderator).get(f"/admin/review/{case.pk}/").text
    assert 'class="fd cm"' not in html and "Resolved" in html


def test_who_may_not_see_the_case_may_not_speak_in_it(
    cast: Cast, desk: type[Desk], case: Case
) -> None:
    outsider = person("far", "먼사람")
    SectionRole.objects.create(user=outsider, role=Role.MODERATOR, section="economy")
    thread = comment(case=case, by=cast.moderator, text="누가요?")
    for more in ("", f"{thread.pk}/", f"{thread.pk}/resolved/"):
        assert desk(outsider).client.post(address(case, more), {"text": "x"}).status_code == 404
    assert Comment.objects.count() == 1


def test_a_comment_of_another_text_is_not_there(cast: Cast, desk: type[Desk], case: Case) -> None:
    thread = comment(case=cast.in_review(), by=cast.moderator, text="누가요?")
    response = desk(cast.moderator).client.post(address(case, f"{thread.pk}/"), {"text": "x"})
    assert response.status_code == 404


@pytest.mark.parametrize("payload", XSS[::6])
def test_hostile_comments_stay_text(cast: Cast, desk: type[Desk], case: Case, payload: str) -> None:
    clean = payload.replace("\x00", "")
    if clean.strip():
        comment(case=case, by=cast.moderator, text=clean[:2000])
    main = desk(cast.moderator).get(f"/admin/review/{case.pk}/").text.split("<main")[1].lower()
    main = main.split("</main>")[0]
    assert "<script" not in main and "<iframe" not in main and "<img" not in main
    assert "<svg onload" not in main
