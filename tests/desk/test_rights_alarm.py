"""Who is told, and where, that readers see a story without its picture or with an untrue label."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk import picture_alarm
from articles.desk.changes import changes
from articles.editions.models import Edition
from articles.images.models import ImageAsset
from articles.people.models import User
from articles.publishing.publish import publish
from articles.publishing.schedule import schedule, unschedule
from articles.publishing.submit import submit
from articles.publishing.withdraw import withdraw
from articles.stories.models import Article
from tests.cast import Cast, ago, ahead
from tests.images.placed import change, place, reread

WORK = "/admin/work/"


def live(cast: Cast, **facts: object) -> tuple[Edition, ImageAsset]:
    """A story that readers see since an hour, with a picture."""
    article = cast.article(ai="none")
    asset = place(article)
    cast.revision(article)
    edition = publish(article=article, by=cast.editor, now=ago(hours=1))
    return edition, change(asset, **facts)


def told(cast: Cast) -> list[tuple[str, bool]]:
    return [
        (alarm.code, alarm.grave) for alarm in picture_alarm.mine(cast.editor, ahead(seconds=0))
    ]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, []),
        ({"rights_until": ahead(days=30)}, []),
        ({"rights_until": ahead(days=6)}, [("rights_end_soon", False)]),
        ({"rights_until": ago(minutes=1)}, [("rights_ended", True)]),
        ({"rights_from": ahead(days=1)}, [("rights_not_begun", True)]),
        ({"rights_from": ago(days=1)}, []),
        ({"credit": ""}, []),
    ],
)
def test_the_rights_of_what_readers_see_are_watched(cast: Cast, facts, expected) -> None:
    live(cast, **facts)
    assert told(cast) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"state": "invalid_tampered"}, [("image_worse", True)]),
        ({"ai_evidence": "fully"}, [("image_worse", True)]),
        ({"state": "trusted"}, []),
        ({"ai_evidence": "possibly"}, []),
    ],
)
def test_a_worse_reading_of_what_readers_see_is_told(cast: Cast, found, expected) -> None:
    _, asset = live(cast)
    reread(asset, **found)
    assert told(cast) == expected


def test_a_worse_reading_that_was_mended_since_is_not_told(cast: Cast) -> None:
    _, asset = live(cast)
    reread(asset, state="invalid_other")
    reread(asset, state="valid_untrusted")
    assert told(cast) == []


def test_a_story_that_ends_before_its_pictures_rights_is_no_alarm(cast: Cast) -> None:
    article = cast.article(ai="none")
    asset = place(article)
    cast.revision(article)
    publish(article=article, by=cast.editor, expires_at=ahead(days=2))
    change(asset, rights_until=ahead(days=3))
    assert told(cast) == []


def test_what_readers_no_longer_see_is_no_alarm(cast: Cast) -> None:
    edition, _ = live(cast, rights_until=ago(minutes=1))
    withdraw(article=edition.article, by=cast.editor, reason="확인 중")
    assert told(cast) == []


def test_a_scheduled_story_is_watched_until_it_is_called_off(cast: Cast) -> None:
    article = cast.article(ai="none")
    asset = place(article)
    cast.revision(article)
    schedule(article=article, by=cast.editor, at=ahead(days=30))
    change(asset, rights_until=ahead(days=20))
    assert told(cast) == [("rights_ended", True)]
    unschedule(article=article, by=cast.editor)
    assert told(cast) == []


def test_the_gravest_come_first(cast: Cast) -> None:
    live(cast, rights_until=ahead(days=1))
    live(cast, rights_until=ago(days=1))
    assert told(cast) == [("rights_ended", True), ("rights_end_soon", False)]


def test_a_writer_is_told_of_own_stories_only(cast: Cast) -> None:
    live(cast, rights_until=ago(minutes=1))
    assert len(picture_alarm.mine(cast.writer, ahead(seconds=0))) == 1
    assert picture_alarm.mine(cast.other_writer, ahead(seconds=0)) == []


def test_an_editor_of_one_section_is_not_told_of_another(cast: Cast) -> None:
    live(cast, rights_until=ago(minutes=1))
    cast.editor.section_roles.update(section="economy")
    editor = User.objects.get(pk=cast.editor.pk)
    assert picture_alarm.mine(editor, ahead(seconds=0)) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Readers see the story without its picture, whose rights ended on"), ("ko", "")],
)
def test_my_work_shows_it_with_links(cast: Cast, signed_in, language: str, said: str) -> None:
    edition, asset = live(cast, rights_until=ago(minutes=1))
    client = signed_in(cast.editor)
    client.cookies["desk_language"] = language
    page = client.get(WORK).content.decode()
    assert 'id="picture-alarm"' in page and said in page
    assert reverse("admin:articles_article_change", args=[edition.article_id]) in page
    assert reverse("admin:images_imageasset_change", args=[asset.pk]) in page


def test_without_alarms_there_is_no_box(cast: Cast, signed_in) -> None:
    live(cast)
    assert "picture-alarm" not in signed_in(cast.editor).get(WORK).content.decode()


def test_the_article_page_says_so_too(cast: Cast, signed_in) -> None:
    edition, _ = live(cast, rights_until=ago(minutes=1))
    client = signed_in(cast.editor)
    client.cookies["desk_language"] = "en"
    address = reverse("admin:articles_article_change", args=[edition.article_id])
    page = client.get(address).content.decode()
    assert "Readers see the story without its picture, whose rights ended on" in page
    assert "The rights to this picture ended on" in page


def test_the_form_names_what_stops_and_what_only_warns(cast: Cast, signed_in) -> None:
    article = cast.article(ai="none")
    place(article, rights_from=ahead(days=1), rights_until=ahead(days=40), model_release="MR-NON")
    cast.revision(article)
    client = signed_in(cast.editor)
    client.cookies["desk_language"] = "en"
    response = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    page = response.content.decode()
    assert [place for place, _ in response.context["problems"]] == ["id_image-asset"]
    assert "The rights end on" in page and "there is no release from them" in page


def test_a_refusal_leads_to_the_image_field(cast: Cast, signed_in) -> None:
    article = cast.article(ai="none")
    place(article, rights_until=ago(days=1))
    cast.revision(article)
    client = signed_in(cast.editor)
    client.cookies["desk_language"] = "en"
    address = reverse("admin:articles_article_change", args=[article.pk])
    page = client.post(address, {"_publish": "1"}, follow=True).content.decode()
    assert 'href="#id_image-asset">The rights to this picture ended on' in page
    assert not Edition.objects.exists()


def test_of_one_image_the_stories_it_stands_in(cast: Cast) -> None:
    edition, asset = live(cast, rights_until=ago(minutes=1))
    live(cast, rights_until=ago(minutes=1))
    (alarm,) = picture_alarm.of_asset(asset, cast.editor, ahead(seconds=0))
    assert (alarm.article_id, alarm.image) == (edition.article_id, "bay")


def test_it_asks_as_much_for_many_stories_as_for_few(cast: Cast) -> None:
    asked = []
    for _ in range(2):
        for _ in range(3):
            live(cast, rights_until=ago(minutes=1))
            reread(live(cast)[1], state="invalid_tampered")
        cast.editor.refresh_from_db()
        with CaptureQueriesContext(connection) as queries:
            found = told(cast)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 6
    assert len(found) == 12
    assert Article.objects.count() == 12


def test_a_change_of_the_rights_shows_when_revisions_are_compared(cast: Cast) -> None:
    article = cast.article(ai="none")
    asset = place(article)
    first = cast.revision(article)
    change(asset, rights_until=ahead(days=3), usage_terms="한 번만", model_release="MR-NON")
    second = cast.revision(article)
    found = dict(changes(first.snapshot, second.snapshot).fields)
    (line,) = found.values()
    assert "한 번만" in "".join(piece.text for piece in line.after)


@pytest.mark.parametrize(
    ("recorded", "found", "expected"),
    [
        ("generation", {"ai_evidence": "fully"}, []),
        ("editing", {"ai_evidence": "partly"}, []),
        ("editing", {"ai_evidence": "fully"}, [("image_worse", True)]),
        ("generation", {"state": "invalid_expired"}, [("image_worse", True)]),
    ],
)
def test_what_the_label_tells_already_is_no_alarm(cast: Cast, recorded, found, expected) -> None:
    article = cast.article()
    asset = place(article, recorded=recorded)
    cast.revision(article)
    cast.approve(submit(article=article, by=cast.writer))
    publish(article=article, by=cast.editor)
    reread(asset, **found)
    assert told(cast) == expected
