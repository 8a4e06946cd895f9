"""The image panel: words from the library, and a picture that looks like one that is there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.images import intake
from articles.images.amend import Text, amend
from articles.images.models import ImageAsset
from tests.desk.test_image_library import drawn
from tests.desk_article.conftest import address
from tests.desk_article.sheets import sheet


def upload(number=1, width=480):
    return SimpleUploadedFile(f"{number}.png", drawn(number, width), "image/png")


@pytest.fixture
def asset(cast):
    made = intake.add(drawn(1), file_name="bay.png", by=cast.writer)
    amend(
        made, by=cast.writer, texts={"ko": Text("바다에 뜬 배", "밤바다"), "en": Text("A boat", "")}
    )
    return made


def placed(article):
    row = article.placements.get()
    return row.alt, row.caption


def test_a_picture_brings_its_words_into_empty_fields(cast, send, asset):
    article = cast.article()
    send(cast.writer, article, **{"image-asset": asset.pk})
    assert placed(article) == ("바다에 뜬 배", "밤바다")


def test_what_was_typed_stands(cast, send, asset):
    article = cast.article()
    send(cast.writer, article, **{"image-asset": asset.pk, "image-alt": "내가 쓴 말"})
    assert placed(article) == ("내가 쓴 말", "밤바다")


def test_the_words_are_those_of_the_articles_language(cast, send, asset):
    article = cast.article(language="en", headline="Boats")
    send(cast.writer, article, **{"image-asset": asset.pk})
    assert placed(article) == ("A boat", "")


def test_words_taken_out_of_a_placed_picture_stay_out(cast, send, asset):
    article = cast.article()
    send(cast.writer, article, **{"image-asset": asset.pk})
    send(cast.writer, article, **{"image-asset": asset.pk, "image-alt": "", "image-caption": ""})
    assert placed(article) == ("", "")


def test_a_near_twin_is_pointed_out_and_nothing_typed_is_lost(cast, as_, send, asset):
    article = cast.article()
    page = send(
        cast.writer, article, follow=True, **{"image-upload": upload(1, 300), "image-alt": "배"}
    )
    assert page.status_code == 200
    new = ImageAsset.objects.latest("pk")
    assert article.placements.get().asset == new != asset
    # Signed in anew it is another session: nobody else is asked.
    assert as_(cast.writer).get(address(article)).context["alike"] == []
    assert [twin["asset"] for twin in page.context["alike"]] == [asset]


@pytest.mark.parametrize("word", ["_twin", "_keep"])
def test_one_click_decides_and_saves(word, cast, as_, asset):
    article, browser = cast.article(), as_(cast.writer)
    browser.post(address(article), sheet(article) | {"image-upload": upload(1, 300)})
    new = ImageAsset.objects.latest("pk")
    article.refresh_from_db()
    press = {word: asset.pk if word == "_twin" else 1, "standfirst": "새 부제"}
    page = browser.post(address(article), sheet(article) | press, follow=True)
    article.refresh_from_db()
    assert article.standfirst == "새 부제"
    assert article.placements.get().asset == (asset if word == "_twin" else new)
    assert page.context["alike"] == []


def test_another_picture_is_taken_without_a_word(cast, send, asset):
    article = cast.article()
    page = send(cast.writer, article, follow=True, **{"image-upload": upload(2)})
    assert page.context["alike"] == []
