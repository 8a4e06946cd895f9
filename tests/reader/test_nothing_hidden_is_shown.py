"""Whatever readers may not see, no public address says a word of it."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from articles.editions.models import Edition
from articles.images.models import ImageAsset, Rendition
from articles.moderation.decide import decide
from articles.moderation.models import Case
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.schedule import schedule
from articles.publishing.submit import recall, submit
from articles.publishing.withdraw import withdraw
from articles.related.models import RelatedLink
from articles.stories.models import Article
from tests.cast import Cast
from tests.reader.english import ENGLISH

# Words that stand in every text of the hidden story, and nowhere else.
SECRET = ("쟝쿠르드", "zqxsecret")
TEXT = "쟝쿠르드 zqxsecret"
FORMS: dict[str, dict[str, str]] = {
    "plain": {},
    "english": {"Accept-Language": "en"},
    "htmx": {"HX-Request": "true"},
    "chosen": {"Cookie": "consent=no"},
    "range": {"Range": "bytes=0-99"},
}


@pytest.fixture
def hide(cast: Cast, waiting: Callable[..., Case]) -> Callable[[str], Article]:
    """Return a function that makes a secret story and brings it into a state readers cannot see."""

    def make(state: str) -> Article:
        case = waiting(
            headline=TEXT,
            standfirst=TEXT,
            key_points=TEXT,
            body=f"<p>{TEXT}라고 시 당국이 밝혔다.[1]</p>",
            slug="zqxsecret",
            alt=TEXT,
            caption=TEXT,
        )
        article = Article.objects.get(pk=case.article_id)
        STATES[state](cast, case, article)
        return Article.objects.get(pk=article.pk)

    return make


def _draft(cast: Cast, case: Case, article: Article) -> None:
    recall(article=article, by=cast.writer)


def _sent_back(outcome: str) -> Callable[[Cast, Case, Article], None]:
    return lambda cast, case, article: (
        decide(case=case, by=cast.moderator, outcome=outcome, reason="고쳐 주세요", checklist=[])
        and None
    )


def _scheduled(cast: Cast, case: Case, article: Article) -> None:
    cast.approve(case)
    schedule(article=article, by=cast.editor, at=timezone.now() + dt.timedelta(hours=1))


def _withdrawn(cast: Cast, case: Case, article: Article) -> None:
    cast.approve(case)
    publish(article=article, by=cast.editor, now=timezone.now() - dt.timedelta(hours=2))
    withdraw(article=article, by=cast.editor, reason="사실과 달랐습니다.")


def _expired(cast: Cast, case: Case, article: Article) -> None:
    cast.approve(case)
    now = timezone.now()
    began, ended = now - dt.timedelta(hours=2), now - dt.timedelta(hours=1)
    publish(article=article, by=cast.editor, now=began, expires_at=ended)


def _withdrawn_and_scheduled_again(cast: Cast, case: Case, article: Article) -> None:
    _withdrawn(cast, case, article)
    schedule(article=article, by=cast.editor, at=timezone.now() + dt.timedelta(hours=1))


STATES: dict[str, Callable[[Cast, Case, Article], None]] = {
    "draft": _draft,
    "in review": lambda cast, case, article: None,
    "changes requested": _sent_back("changes"),
    "rejected": _sent_back("reject"),
    "approved": lambda cast, case, article: cast.approve(case) and None,
    "scheduled": _scheduled,
    "withdrawn": _withdrawn,
    "expired": _expired,
    "withdrawn, then scheduled again": _withdrawn_and_scheduled_again,
}
GONE = {"withdrawn", "expired", "withdrawn, then scheduled again"}


def public_addresses(article: Article) -> Iterator[str]:
    """Every public address, derived from the resolver; the story's own in all its variants."""
    values = {
        "language": ["ko", "en"],
        "code": [article.section.code, "nowhere"],
        "section": [article.section.code, "nowhere"],
        "public_id": [article.public_id],
        "slug": ["zqxsecret", "x"],
        "image_id": [asset.public_id for asset in ImageAsset.objects.all()],
        "key": list(Rendition.objects.values_list("key", flat=True)),
    }
    for pattern in get_resolver("articles.reader.urls").url_patterns:
        addresses = ["/"]
        for part in re.split(r"(<[^>]+>)", str(pattern.pattern)):
            name = part.strip("<>").partition(":")[2]
            choices = values[name] if part.startswith("<") else [part]
            addresses = [address + choice for address in addresses for choice in choices]
        yield from addresses
    yield from (f"/ko/section/{article.section.code}/?after=9999999999999999-999", "/admin/login/")


def said(response: HttpResponse) -> str:
    body = b"".join(response) if response.streaming else response.content
    return body.decode("utf-8", "replace") + str(response.headers) + str(response.cookies)


def is_told(response: HttpResponse) -> bool:
    text = said(response)
    return any(word in text or ascii(word)[1:-1] in text for word in SECRET)


def answers(article: Article, form: str) -> Iterator[tuple[str, HttpResponse]]:
    client = Client(headers=FORMS[form])
    for address in public_addresses(article):
        yield address, client.get(address)
        yield address, client.head(address)
        yield (
            address,
            client.post(address, {"analytics": "no"}, headers={"Origin": "http://testserver"}),
        )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("state", STATES)
def test_no_public_address_says_a_word_of_it(hide: Any, state: str, form: str) -> None:
    article = hide(state)
    told = [address for address, response in answers(article, form) if is_told(response)]
    assert not told


@pytest.mark.parametrize("state", STATES)
def test_its_image_files_answer_as_if_they_were_not_there(hide: Any, state: str) -> None:
    hide(state)
    client = Client()
    missing = client.get(f"/media/{'0' * 32}.webp")
    keys = list(Rendition.objects.values_list("key", flat=True))
    assert keys and missing.status_code == 404
    for key in keys:
        response = client.get(f"/media/{key}")
        assert response.status_code == 404 and response.content == missing.content


@pytest.mark.parametrize("state", STATES)
def test_where_its_image_comes_from_answers_as_if_it_were_not_there(hide: Any, state: str) -> None:
    hide(state)
    ImageAsset.objects.update(original_public=True)
    image, client = ImageAsset.objects.get().public_id, Client()
    for address in ("/ko/images/{}/", "/en/images/{}/", "/images/{}.json", "/images/{}/original"):
        hidden, missing = client.get(address.format(image)), client.get(address.format("0" * 16))
        assert hidden.status_code == 404 and hidden.content == missing.content
        assert hidden.headers == missing.headers


@pytest.mark.parametrize("state", sorted(set(STATES) - GONE))
def test_what_never_was_public_is_the_same_as_what_never_was(hide: Any, state: str) -> None:
    article = hide(state)
    hidden = Client().get(f"/ko/hongkong/{article.public_id}/zqxsecret/")
    missing = Client().get("/ko/hongkong/bcdfghjk/zqxsecret/")
    assert hidden.status_code == missing.status_code == 404
    assert hidden.content == missing.content


@pytest.mark.parametrize("state", STATES)
def test_a_live_story_that_links_to_it_does_not_show_it(
    hide: Any, published: Callable[..., Edition], cast: Cast, state: str
) -> None:
    hidden = hide(state)
    article = published(**ENGLISH, translation_group=hidden.translation_group).article
    RelatedLink.objects.create(article=article, target=hidden)
    cast.revision(article)
    cast.approve(submit(article=Article.objects.get(pk=article.pk), by=cast.writer))
    edition = correct(article=article, by=cast.editor, notice="We corrected the date.")
    response = Client().get(f"/en/hongkong/{edition.public_id}/{edition.slug}/")
    assert response.status_code == 200 and not is_told(response)
    assert "We corrected the date." in said(response)


def test_an_old_etag_does_not_bring_a_withdrawn_story_back(
    published: Callable[..., Edition], cast: Cast
) -> None:
    edition = published(headline=TEXT, slug="zqxsecret")
    address = f"/ko/hongkong/{edition.public_id}/zqxsecret/"
    first = Client().get(address)
    assert first.status_code == 200 and "private" in first["Cache-Control"]
    assert Client().get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    withdraw(article=edition.article, by=cast.editor, reason="사실과 달랐습니다.")
    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 410 and not is_told(again)


def test_the_walk_would_find_a_live_story(published: Callable[..., Edition]) -> None:
    edition = published(headline=TEXT, slug="zqxsecret")
    told = {address for address, response in answers(edition.article, "plain") if is_told(response)}
    assert {"/ko/", "/ko/section/hongkong/"} <= told
    assert f"/ko/hongkong/{edition.public_id}/zqxsecret/" in told
    image = edition.image["public_id"]
    assert {f"/ko/images/{image}/", f"/en/images/{image}/", f"/images/{image}.json"} <= told
