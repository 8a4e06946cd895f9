import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.audit.models import Entry
from articles.editions import state
from articles.editions.models import Edition
from articles.images.models import ImageAsset
from articles.stories.models import Article
from tests.cast import ago
from tests.desk_article.conftest import address
from tests.desk_article.sheets import rows
from tests.images.make import picture
from tests.lib.payloads import XSS

LIST = "/admin/articles/article/"


def upload(name: str = "a.jpg", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture("JPEG") if data is None else data, "image/jpeg")


def test_an_uploaded_picture_becomes_the_lead_image(cast, send):
    article = cast.article()
    send(
        cast.writer,
        article,
        **{"image-upload": upload(), "image-alt": "도시", "image-caption": "밤"},
    )
    placed = article.placements.get()
    assert (placed.role, placed.alt, placed.caption) == ("lead", "도시", "밤")
    assert placed.asset.uploaded_by == cast.writer
    assert Entry.objects.filter(verb="image.added").exists()


def test_a_mistake_elsewhere_does_not_cost_the_upload(cast, send):
    article = cast.article()
    page = send(cast.writer, article, headline="", **{"image-upload": upload()})
    asset = ImageAsset.objects.get()
    assert f'<option value="{asset.pk}" selected' in page.content.decode()
    assert not article.placements.exists()


def test_a_file_that_is_no_picture_is_refused_in_a_sentence(cast, send):
    article = cast.article()
    page = send(cast.writer, article, standfirst="공들인", **{"image-upload": upload(data=b"no")})
    assert 'href="#id_image-upload"' in page.content.decode()
    assert "공들인" in page.content.decode()
    assert not ImageAsset.objects.exists()


def test_taking_the_image_off(cast, send):
    article = cast.article()
    send(cast.writer, article, **{"image-upload": upload(), "image-alt": "도시"})
    send(cast.writer, article, **{"image-asset": "", "image-alt": "", "image-caption": ""})
    assert not article.placements.exists()


def test_the_preview_is_what_would_be_published(cast, as_):
    article = cast.approved()
    response = as_(cast.writer).get(reverse("admin:article_preview", args=[article.pk]))
    page = response.content.decode()
    assert article.headline in page
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert "noindex" in response["X-Robots-Tag"]
    assert "'unsafe" not in response["Content-Security-Policy"]
    assert not Edition.objects.exists()


def test_looking_at_a_preview_writes_nothing(cast, as_):
    article = cast.article()
    cast.revision(article)
    with CaptureQueriesContext(connection) as asked:
        as_(cast.writer)
        before = len(asked)
        as_(cast.writer).get(reverse("admin:article_preview", args=[article.pk]))
    written = [
        q["sql"]
        for q in asked.captured_queries[before:]
        if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
    ]
    assert not [sql for sql in written if "session" not in sql and "last_login" not in sql]


def test_two_revisions_side_by_side(cast, as_):
    article = cast.article()
    cast.revision(article)
    cast.edit(
        article, headline="다른 제목", body="<p>선전이 금융 기술 협력을 넓힌다고 밝혔다.[1]</p>"
    )
    page = as_(cast.moderator).get(
        reverse("admin:article_compare", args=[article.pk]), {"a": "1", "b": "2"}
    )
    assert "<del>" in page.content.decode() and "<ins>" in page.content.decode()
    for wrong in ({"a": "7"}, {"b": "x", "a": "99"}):
        url = reverse("admin:article_compare", args=[article.pk])
        assert as_(cast.moderator).get(url, wrong).status_code == 404


def test_a_translation_shares_the_structure_and_starts_empty(cast, as_, send):
    article = cast.article()
    send(cast.writer, article, **{"image-upload": upload(), "image-alt": "도시"},
         **rows("related", {"kind": "related", "url": "https://a.example/", "title": "밖"}))  # fmt: skip
    response = as_(cast.writer).post(address(article), {"_translate": "en"})
    made = Article.objects.get(language="en")
    assert response.url == address(made)
    assert (made.translated_from, made.translation_group) == (article, article.translation_group)
    assert (made.stage, made.body, made.created_by) == ("draft", "", cast.writer)
    assert made.sources.get().outlet == article.sources.get().outlet
    assert (made.placements.get().alt, made.related_links.get().title) == ("", "밖")
    assert not made.ai_uses.exists()
    assert Entry.objects.get(verb="article.translation_started").object_id == str(made.pk)
    as_(cast.writer).post(address(article), {"_translate": "en"})
    assert Article.objects.filter(language="en").count() == 1


@pytest.mark.parametrize("language", ["ko", "xx", "", "<b>"])
def test_a_translation_into_nothing_is_not_started(cast, as_, language):
    article = cast.article()
    cast.revision(article)
    as_(cast.writer).post(address(article), {"_translate": language})
    assert Article.objects.count() == 1


def test_the_list_asks_the_same_number_of_questions_however_long_it_is(cast, as_):
    def asked(browser):
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(LIST).status_code == 200
        return len(queries)

    cast.live(ai="none")
    cast.in_review()
    browser = as_(cast.editor)
    browser.get(LIST)
    few = asked(browser)
    for _ in range(8):
        cast.approved()
    assert asked(browser) == few


def test_the_list_is_filtered_as_the_states_say(cast, as_):
    cast.live(ai="none")
    never = cast.in_review().article
    edition = cast.live(ai="none", now=ago(days=2))
    Edition.objects.filter(pk=edition.pk).update(live_until=ago(days=1), ended_as="expired")
    browser = as_(cast.editor)
    for public in state.PublicState.values:
        listed = browser.get(LIST, {"public": public}).context["cl"].result_list
        assert all(state.of_article(article.pk) == public for article in listed)
    assert [a.pk for a in browser.get(LIST, {"public": "never"}).context["cl"].result_list] == [
        never.pk
    ]
    assert len(browser.get(LIST, {"public": "expired"}).context["cl"].result_list) == 1
    assert len(browser.get(LIST, {"mine": "1"}).context["cl"].result_list) == 0
    assert (
        len(browser.get(LIST, {"stage": "in_review", "q": "홍콩"}).context["cl"].result_list) == 1
    )


def test_nothing_typed_becomes_markup(cast, as_, send):
    article = cast.article()
    cast.revision(article)
    browser = as_(cast.editor)
    urls = [address(article), LIST, reverse("admin:article_compare", args=[article.pk]),
            reverse("admin:article_preview", args=[article.pk])]  # fmt: skip
    for payload in XSS[::6]:
        text = payload[:110]
        send(
            cast.writer,
            article,
            headline=text,
            standfirst=text,
            body=f"{payload}<p>{'</p><p>'.join(XSS)}</p>",
            tags=payload[:50].replace(",", " "),
            key_points="\n".join(XSS),
            **rows("sources", {"outlet": text, "title": text, "kind": "primary"}),
            **rows("ai_uses", {"stage": "draft", "why": text, "detail": text, "prompt": payload}),
        )
        for url in urls:
            page = browser.get(url).content.decode()
            assert not LIVE_CODE.search(page), (payload, url)


# A tag with an event, a scripted address, or a script that is not one of ours.
LIVE_CODE = re.compile(
    r"""<[a-z][^<>]*\son[a-z]+\s*=|(?:href|src|action)\s*=\s*["']?\s*javascript:|<script>""", re.I
)
