from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from articles.editions import stats
from articles.editions.models import Edition
from articles.publishing.correct import correct
from articles.publishing.schedule import schedule
from articles.publishing.submit import submit
from articles.publishing.withdraw import withdraw
from articles.reader import label_guide, standing
from articles.stories.models import Article
from tests.cast import Cast, ago, ahead

Published = Callable[..., Edition]


def test_the_counts_are_those_of_the_editions(cast: Cast, published: Published) -> None:
    cast.live(ai="none")
    published(now=ago(days=40))
    mended = published(now=ago(days=2)).article
    gone = published(now=ago(days=3)).article
    cast.edit(mended, standfirst="달라진 부제")
    cast.approve(submit(article=Article.objects.get(pk=mended.pk), by=cast.writer))
    correct(article=mended, by=cast.editor, notice="고쳤습니다.")
    withdraw(article=gone, by=cast.editor, reason="내립니다.")
    found = stats.counts(timezone.now())
    assert (found.stories, found.corrected, found.withdrawn, found.unreviewed) == (3, 1, 1, 0)
    assert found.of("generated") == 2 and found.of("none") == 1
    assert {row.code: row.corrected for row in found.by_label} == {"generated": 1, "none": 0}


def test_what_is_only_scheduled_is_not_counted(cast: Cast) -> None:
    schedule(article=cast.approved(), by=cast.editor, at=ahead(hours=1))
    now = timezone.now()
    assert stats.counts(now).stories == 0 and stats.systems("ko", now) == []


def test_a_system_is_listed_from_its_first_use(cast: Cast) -> None:
    first = ago(days=90)
    cast.live(now=first)
    cast.live(now=ago(days=1))
    (use,) = stats.systems("ko", timezone.now())
    assert (use.name, use.text_stages, use.first_used) == ("요약 모델 3.2", ("draft",), first)
    assert stats.systems("en", timezone.now()) == []


@pytest.mark.django_db
def test_with_nothing_published_the_page_divides_by_nothing(client: Client) -> None:
    html = client.get("/ko/how-we-use-ai/").content.decode()
    assert "–" in html and "<rect" not in html


def test_the_figures_are_on_the_page(client: Client, cast: Cast) -> None:
    cast.live()
    cast.live(ai="none")
    html = client.get("/en/how-we-use-ai/").content.decode()
    assert "50.0%" in html and '<rect class="m3" x="50.00%" width="50.00%"' in html
    assert "0 min" in html


def test_the_bar_adds_up() -> None:
    rows = [stats.LabelCount(c, n, 0) for c, n in (("none", 1), ("generated_unreviewed", 2))]
    found = stats.Counts(3, tuple(rows), 0, 0, 2, None)
    assert [(s.pattern, s.x, s.width) for s in standing.bar(found)] == [
        ("m0", "0.00%", "33.33%"),
        ("m3", "33.33%", "66.67%"),
    ]


def test_unreviewed_stories_have_a_row_of_their_own() -> None:
    rows = [stats.LabelCount(c, n, 0) for c, n in (("none", 1), ("generated_unreviewed", 2))]
    found = stats.Counts(3, tuple(rows), 0, 0, 2, None)
    codes = [row.label.code for row in standing.rows(found, "ko")]
    assert codes == ["none", "assisted", "translated", "generated", "generated_unreviewed"]


@pytest.mark.parametrize(("language", "other"), [("ko", "en"), ("en", "ko")])
def test_the_guide_has_every_label_in_both_languages(language: str, other: str) -> None:
    entries = label_guide.guide(language, other)
    assert len(entries) == 13
    assert len({(e.is_image, e.own.code) for e in entries}) == 13
    for entry in entries:
        assert entry.own.code == entry.other.code
        assert entry.own.sentence and entry.own.sentence != entry.other.sentence
        assert "%(" not in entry.own.sentence and "(는)" not in entry.own.sentence


@pytest.mark.django_db
def test_the_guide_page_shows_them(client: Client) -> None:
    html = client.get("/ko/labels/").content.decode()
    assert html.count('<p lang="en"><b>') == 13
