"""“Where this image comes from”: the page, while a live story shows the image, and only then."""

import datetime as dt
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from articles.editions.models import Edition
from articles.images.models import ImageAsset, ImageText, ProvenanceReport
from articles.images.provenance.claim import State
from articles.publishing.withdraw import withdraw
from articles.reader.addresses import article_address, origin_address
from tests.cast import Cast, ago, ahead
from tests.reader.english import ENGLISH

Published = Callable[..., Edition]
SIGNER = "Somebody’s signing desk"


def page(edition: Edition, language: str = "en") -> str:
    response = Client().get(origin_address(language, edition.image["public_id"]))
    assert response.status_code == 200
    return response.content.decode()


def reported(edition: Edition, state: str, **more: Any) -> None:
    """Let the newest report of the edition's image say this."""
    chain = {
        "label": "top",
        "active": True,
        "signer": SIGNER,
        "signed_at": "2019-03-04T05:06:07+00:00",
        "actions": [{"action": "c2pa.created", "digital_source_type": "", "software": ""}],
    }
    fields = {"signer": SIGNER, "manifests": [chain], "signed_at": dt.datetime(2019, 3, 4, 5, 6, 7)}
    fields["signed_at"] = fields["signed_at"].replace(tzinfo=dt.UTC)
    reports = ProvenanceReport.objects.filter(asset=edition.image["asset"])
    reports.update(state=state, **fields | more)


def addresses(edition: Edition) -> list[str]:
    image = edition.image["public_id"]
    ImageAsset.objects.filter(pk=edition.image["asset"]).update(original_public=True)
    pages = [origin_address(language, image) for language in ("ko", "en")]
    return [*pages, f"/images/{image}.json", f"/images/{image}/original"]


def test_the_page_shows_the_picture_its_label_and_the_story(published: Published) -> None:
    edition = published(**ENGLISH)
    html = page(edition)
    assert 'alt="A drawing of two cities"' in html and "Two cities" in html
    assert "Made with AI. It does not show a real scene." in html
    assert html.count(f'href="{article_address(edition)}"') == 2


def test_the_story_links_to_the_page_by_its_picture_and_in_its_record(
    client: Client, published: Published
) -> None:
    edition = published()
    html = client.get(article_address(edition)).content.decode()
    link = f'href="{origin_address("ko", edition.image["public_id"])}"'
    figure = html[html.index("<figure") : html.index("</figure>")]
    assert link in figure and link in html[html.index('id="made"') :]


def test_the_page_takes_as_many_queries_for_one_story_as_for_many(
    client: Client, cast: Cast, published: Published, django_assert_num_queries: Any
) -> None:
    edition = published()
    address = origin_address("ko", edition.image["public_id"])
    with django_assert_num_queries(4):
        client.get(address)
    with django_assert_num_queries(5):  # one more for the words in a language no story has
        client.get(address.replace("/ko/", "/en/"))


def test_whatever_is_not_shown_answers_as_if_it_were_not_there(
    client: Client, cast: Cast, published: Published
) -> None:
    edition = published()
    there = addresses(edition)
    assert {client.get(each).status_code for each in there} == {200}
    missing = {each: each.replace(edition.image["public_id"], "0" * 16) for each in there}
    withdraw(article=edition.article, by=cast.editor, reason="내립니다.")
    for hidden, never in missing.items():
        answers = [client.get(hidden), client.get(never)]
        assert [a.status_code for a in answers] == [404, 404]
        assert answers[0].content == answers[1].content
        assert answers[0].headers == answers[1].headers


@pytest.mark.parametrize(
    "rights", [{"rights_until": ago(hours=1)}, {"rights_from": ahead(hours=1)}]
)
def test_a_picture_whose_rights_have_ended_or_not_begun_is_shown_nowhere(
    client: Client, published: Published, rights: dict[str, Any]
) -> None:
    edition = published()
    files = [f"/media/{copy['key']}" for copy in edition.image["renditions"]]
    there = [*addresses(edition), *files]
    ImageAsset.objects.filter(pk=edition.image["asset"]).update(**rights)
    assert {client.get(each).status_code for each in there} == {404}
    for address in ("/ko/", "/ko/section/hongkong/", article_address(edition)):
        response = client.get(address)
        assert response.status_code == 200 and "/media/" not in response.content.decode()


def test_an_end_that_was_put_off_brings_the_picture_back(
    client: Client, published: Published
) -> None:
    edition = published()
    row = ImageAsset.objects.filter(pk=edition.image["asset"])
    row.update(rights_until=ago(hours=1))
    row.update(rights_until=ahead(days=9))
    assert "/media/" in client.get("/ko/").content.decode()


def test_a_trusted_signer_is_named_and_there_is_no_tick(published: Published) -> None:
    edition = published(**ENGLISH)
    reported(edition, "trusted")
    html = page(edition)
    assert f"{SIGNER} signed this file" in html and "Signed by" in html
    assert "does not mean that what the picture shows is true" in html
    for word in ("authentic", "genuine", "not AI", "✓", "✔"):
        assert word not in html


def test_a_signer_on_no_list_is_said_not_to_be_confirmed(published: Published) -> None:
    edition = published(**ENGLISH)
    reported(edition, "valid_untrusted")
    html = page(edition)
    assert "could not confirm who it is" in html and f"Signed by {SIGNER}" in html


@pytest.mark.parametrize("state", [s.value for s in State if s.invalid])
def test_of_invalid_credentials_only_the_warning_is_shown(published: Published, state: str) -> None:
    edition = published(**ENGLISH)
    reported(edition, state, digital_source_type="digitalCapture")
    html = page(edition)
    assert 'class="verdict bad"' in html and "We disregard what" in html
    assert SIGNER not in html and "2019" not in html and "How it came about" not in html


@pytest.mark.parametrize("state", ["none", "remote_unfetched", "unsupported", "unreadable"])
def test_where_nothing_could_be_checked_there_is_no_pin(published: Published, state: str) -> None:
    edition = published(**ENGLISH)
    reported(edition, state)
    box = re.search(r'<div class="verdict">.*?</div>', page(edition), re.S)[0]
    assert ">cr</text>" not in box and SIGNER not in box


def test_the_absence_of_ai_in_a_file_is_never_a_promise(published: Published) -> None:
    assert "No use of AI is declared in it." in page(published(**ENGLISH, image_ai="none"))


def test_the_story_wears_a_pin_only_where_there_are_credentials(
    client: Client, published: Published
) -> None:
    figure = client.get(article_address(published())).content.decode()
    assert ">cr</text>" not in figure[figure.index("<figure") : figure.index("</figure>")]


def test_camera_and_time_are_told_and_the_place_never(published: Published) -> None:
    edition = published(**ENGLISH, image_ai="none")
    exif = {"make": "Kodama", "model": "K1", "taken_at": "2026-01-02T03:04:05", "location": True}
    reported(edition, "none", exif=exif)
    html = page(edition)
    assert "Kodama K1" in html and "2026-01-02 03:04" in html and "location" not in html.lower()


def test_in_a_language_without_a_story_the_words_on_record_are_used(published: Published) -> None:
    edition = published()
    html = page(edition, "en")
    assert 'lang="ko" alt="두 도시를 그린 그림"' in html
    ImageText.objects.create(
        asset_id=edition.image["asset"], language="en", alt="Two cities, drawn", caption="Cities"
    )
    assert 'alt="Two cities, drawn"' in page(edition, "en")


def test_each_language_says_what_its_own_story_says(published: Published) -> None:
    korean = published()
    html = page(korean, "ko")
    assert 'alt="두 도시를 그린 그림"' in html and "/en/images/" in html


def test_what_we_recorded_and_the_terms_are_there(published: Published) -> None:
    edition = published(**ENGLISH)
    ImageAsset.objects.filter(pk=edition.image["asset"]).update(
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        usage_terms="Ask <b>first</b>",
    )
    html = page(edition)
    assert 'rel="license noopener external">CC BY 4.0</a>' in html
    assert "Ask &lt;b&gt;first&lt;/b&gt;" in html and "갈피 그래픽팀" in html


def test_a_licence_that_leads_nowhere_on_the_web_is_no_link(published: Published) -> None:
    edition = published(**ENGLISH)
    ImageAsset.objects.filter(pk=edition.image["asset"]).update(licence_url="javascript:alert(1)")
    assert "javascript:" not in page(edition)


def test_search_engines_are_told_licence_credit_and_source_type(
    cast: Cast, published: Published
) -> None:
    edition = published(**ENGLISH)
    for html in (page(edition), Client().get(article_address(edition)).content.decode()):
        found = json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.S)[1])
        image = found.get("image", found)
        assert image["@type"] == "ImageObject" and image["creditText"] == "갈피 그래픽팀"
        assert image["digitalSourceType"].endswith("/TrainedAlgorithmicMediaDigitalSource")
        assert image["contentUrl"].startswith("http://testserver/media/")
        assert image["acquireLicensePage"].endswith(
            origin_address("en", edition.image["public_id"])
        )
        assert "author" not in image and "creator" not in image


def test_an_edition_from_before_this_page_still_opens_and_has_no_link(
    client: Client, published: Published
) -> None:
    edition = published()
    old = {key: edition.image[key] for key in ("asset", "alt", "caption", "credit")}
    old |= {"digital_source_type": "", "width": 700, "height": 394, "label": "generated"}
    old["renditions"] = [{"key": "a" * 32 + ".webp", "kind": "w640", "width": 640, "height": 360}]
    now = timezone.now()
    Edition.objects.filter(pk=edition.pk).update(live_until=now, ended_as="replaced")
    edition.pk, edition.number, edition.image, edition.live_from = None, 2, old, now
    edition.save(force_insert=True)
    html = client.get(article_address(edition)).content.decode()
    assert "/media/" + "a" * 32 in html and "/ko/images/" not in html


def test_the_same_page_is_answered_with_304(client: Client, published: Published) -> None:
    address = origin_address("ko", published().image["public_id"])
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
