import datetime as dt
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.utils import timezone

from articles.editions.models import Edition
from articles.publishing.compose import compose
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.submit import submit
from articles.reader.addresses import absolute_for, article_address
from articles.reader.page import article_page
from articles.related.models import RelatedLink
from articles.stories.models import Article
from tests.cast import Cast, ago
from tests.reader.english import ENGLISH

Published = Callable[..., Edition]


def read(client: Client, edition: Edition) -> str:
    response = client.get(article_address(edition))
    assert response.status_code == 200
    return response.content.decode()


def again(cast: Cast, article: Article) -> Article:
    """Save, review and approve the article as it stands now."""
    cast.revision(article)
    cast.approve(submit(article=Article.objects.get(pk=article.pk), by=cast.writer))
    return Article.objects.get(pk=article.pk)


def test_the_label_stands_by_the_headline_and_says_who_checked(
    client: Client, published: Published
) -> None:
    html = read(client, published())
    head = html[html.index("<h1>") : html.index("</header>", html.index("<h1>"))]
    assert '<details class="how">' in head and "이하준" in head
    assert "사우스 차이나 모닝 포스트" in head


def test_people_are_named_and_ai_is_no_author(client: Client, published: Published) -> None:
    html = read(client, published())
    assert "박도윤 기자" in html
    assert [a["name"] for a in json_ld(html)["author"]] == ["박도윤"]


def test_an_article_takes_four_queries(
    client: Client, published: Published, django_assert_num_queries: Any
) -> None:
    edition = published()
    for _ in range(4):
        published()
    with django_assert_num_queries(4):
        read(client, edition)


def test_a_consenting_reader_costs_one_more_query_a_day(
    published: Published, django_assert_num_queries: Any
) -> None:
    edition = published()
    reader = Client(headers={"Cookie": "consent=yes"})
    read(reader, edition)
    reader = Client(headers={"Cookie": f"consent=yes; visit={timezone.localdate()}"})
    with django_assert_num_queries(4):
        read(reader, edition)


@pytest.mark.parametrize(
    "address", ["/en/{s}/{i}/{w}/", "/ko/x/{i}/{w}/", "/ko/{s}/{i}/x/", "/ko/{s}/{i}/"]
)
def test_any_other_address_leads_to_the_one(
    client: Client, published: Published, address: str
) -> None:
    edition = published(headline="홍콩 쑨동(孫東) 국장, 선전 방문")
    asked = address.format(s=edition.section_code, i=edition.public_id, w=edition.slug)
    response = client.get(asked)
    assert response.status_code == 301
    assert response["Location"] == article_address(edition)
    assert client.get(response["Location"]).status_code == 200


def test_a_slug_that_is_no_path_still_makes_an_address(
    client: Client, published: Published
) -> None:
    edition = published()
    edition.slug = "../a/b?c"
    assert article_address(edition).endswith(f"/{edition.public_id}/a-b-c/")
    edition.slug = ".."
    assert article_address(edition).endswith(f"/{edition.public_id}/story/")


def test_corrections_stand_above_the_body_newest_first(
    client: Client, cast: Cast, published: Published
) -> None:
    article = published(now=ago(hours=3)).article
    for word in ("첫째", "둘째"):
        Article.objects.filter(pk=article.pk).update(standfirst=f"{word} 수정")
        article = again(cast, article)
        edition = correct(article=article, by=cast.editor, notice=f"{word} 정정")
    html = read(client, edition)
    body = html[html.index("<main") :]
    assert body.index("둘째 정정") < body.index("첫째 정정") < body.index('class="text prose"')
    assert [c["text"] for c in json_ld(html)["correction"]] == ["첫째 정정", "둘째 정정"]


def test_the_whole_record_is_there(client: Client, published: Published) -> None:
    html = read(client, published())
    made = html[html.index('id="made"') :]
    assert made.count("<li>") >= 4 and "요약 모델 3.2" in made and "이하준" in made


def test_related_stories_keep_their_order_and_kind(
    client: Client, cast: Cast, published: Published
) -> None:
    first, second = published(headline="가까운 기사"), published(headline="배경 기사")
    article = published().article
    RelatedLink.objects.create(article=article, position=1, target=first.article, kind="follow_up")
    RelatedLink.objects.create(article=article, position=0, target=second.article)
    RelatedLink.objects.create(
        article=article, position=2, url="https://www.scmp.com/1", title="바깥 글", outlet="SCMP"
    )
    edition = correct(article=again(cast, article), by=cast.editor, notice="고쳤습니다.")
    html = read(client, edition)
    html = html[html.index('id="rel-h"') :]
    assert html.index("배경 기사") < html.index("가까운 기사") < html.index("바깥 글")
    assert '<a href="https://www.scmp.com/1" rel="noopener external">' in html
    assert "www.scmp.com" in html and "SCMP" in html


def test_a_link_that_is_no_web_address_is_left_out(
    client: Client, cast: Cast, published: Published
) -> None:
    article = published().article
    RelatedLink.objects.create(article=article, url="javascript:alert(1)", title="나쁜 글")
    article.sources.update(url="javascript:alert(2)")
    edition = correct(article=again(cast, article), by=cast.editor, notice="고쳤습니다.")
    html = read(client, edition)
    assert "javascript:" not in html and "나쁜 글" not in html


def test_translations_know_each_other(client: Client, published: Published) -> None:
    korean = published()
    english = published(**ENGLISH, translation_group=korean.translation_group)
    for one, other in ((korean, english), (english, korean)):
        html = read(client, one)
        assert (
            f'hreflang="{other.language}" href="http://testserver{article_address(other)}"' in html
        )
        assert f'<a href="{article_address(other)}" hreflang="{other.language}"' in html


def test_without_a_translation_the_switch_leads_to_the_other_front_page(
    client: Client, published: Published
) -> None:
    html = read(client, published())
    assert '<a href="/en/" hreflang="en" lang="en">English</a>' in html
    assert 'rel="alternate"' not in html


def test_no_public_time_has_microseconds(client: Client, published: Published) -> None:
    html = read(client, published())
    times = re.findall(r'datetime="([^"]+)"', html)
    times += re.findall(r'"date(?:Published|Modified)":"([^"]+)"', html)
    assert len(times) > 5
    for each in times:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?", each)


def test_the_preview_is_the_page_that_publication_makes(
    client: Client, cast: Cast, waiting: Callable[..., Any]
) -> None:
    case = waiting()
    decision = cast.approve(case)
    edition = compose(case.revision, decision, now=timezone.now())
    shown = article_page(
        edition,
        language="ko",
        absolute=absolute_for(RequestFactory().get("/")),
        image_url=lambda key: f"/admin/images/file/{key}",
        preview=True,
    )
    assert shown["preview"] and shown["hero"].src.startswith("/admin/images/file/")
    assert shown["label"].code == "generated" and not shown["ask_consent"]
    # Where the image comes from is told once it is public: the words are there, and lead nowhere.
    assert shown["origin"] == ""


def test_words_cannot_break_out_of_the_page(
    client: Client, cast: Cast, story: Callable[..., Article]
) -> None:
    attack = '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'
    texts = dict.fromkeys(["headline", "standfirst", "alt", "caption", "key_points"], attack)
    article = story(ai="none", image_ai="none", **texts)
    html = read(client, publish(article=article, by=cast.editor))
    assert "<script>alert" not in html and "<img src=x" not in html
    assert json_ld(html)["headline"] == attack


def test_the_same_page_is_answered_with_304_until_it_changes(
    client: Client, cast: Cast, published: Published
) -> None:
    edition = published(now=ago(hours=1))
    address = article_address(edition)
    etag = client.get(address)["ETag"]
    same = client.get(address, headers={"If-None-Match": etag})
    assert same.status_code == 304 and same["Vary"] == "Cookie"
    Article.objects.filter(pk=edition.article_id).update(standfirst="달라진 부제")
    correct(article=again(cast, edition.article), by=cast.editor, notice="고쳤습니다.")
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_an_image_without_ai_has_no_chip_but_says_so(client: Client, published: Published) -> None:
    html = read(client, published(image_ai="none"))
    figure = html[html.index("<figure") : html.index("</figure>")]
    assert 'class="chip"' not in figure and "이 이미지에는 AI를 쓰지 않았습니다." in figure


def json_ld(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    return json.loads(found[1])


def test_json_ld_tells_the_source_types(client: Client, published: Published) -> None:
    data = json_ld(read(client, published()))
    made = "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    assert data["digitalSourceType"] == data["image"]["digitalSourceType"] == made
    assert data["editor"]["name"] == "이하준"
    assert data["isBasedOn"][0]["publisher"]["name"] == "사우스 차이나 모닝 포스트"
    assert dt.datetime.fromisoformat(data["datePublished"]).utcoffset()


def test_a_story_without_ai_declares_no_source_type(client: Client, cast: Cast) -> None:
    html = read(client, cast.live(ai="none"))
    assert "digitalSourceType" not in html and "글 박도윤 기자" in html
