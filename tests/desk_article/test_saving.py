import uuid

from articles.audit.models import Entry
from articles.stories.models import Article, Revision
from tests.cast import BODY
from tests.desk_article.conftest import address, is_conflict
from tests.desk_article.sheets import add_address, blank, rows, sheet


def test_the_empty_form_opens_with_the_writers_own_byline(cast, as_):
    byline = cast.byline
    page = as_(cast.writer).get(add_address())
    assert page.status_code == 200
    assert f'<option value="{byline.pk}" selected>' in page.content.decode()


def test_a_new_article_is_saved_with_everything_on_the_form(cast, as_):
    data = blank(
        token=uuid.uuid4().hex,
        section=cast.hong_kong.pk,
        headline="홍콩과 선전이 손잡다",
        body=BODY,
        tags="금융, 핀테크",
        **rows("bylines", {"byline": cast.byline.pk}),
        **rows("sources", {"outlet": "SCMP", "url": "https://www.scmp.com/", "kind": "secondary"}),
        **rows("related", {"kind": "related", "url": "https://a.example/", "title": "밖의 글"}),
        **rows("ai_uses", {"stage": "draft", "system": cast.system.pk, "prompt": "요약해 줘"}),
    )
    response = as_(cast.writer).post(add_address(), data)
    article = Article.objects.get()
    assert response.status_code == 302
    assert response.url == address(article)
    assert (article.created_by, article.stage, article.version) == (cast.writer, "draft", 2)
    snapshot = article.latest_revision().snapshot
    assert snapshot["tags"] == ["금융", "핀테크"]
    assert snapshot["bylines"][0]["name"] == "박도윤"
    assert snapshot["sources"][0]["outlet"] == "SCMP"
    assert snapshot["related"][0]["title"] == "밖의 글"
    assert snapshot["ai_uses"]["text"][0]["recorded_by"] == "박도윤"
    assert Entry.objects.get(verb="article.saved").actor_id == cast.writer.pk


def test_the_same_new_form_sent_twice_is_one_article(cast, as_):
    data = blank(token=uuid.uuid4().hex, section=cast.hong_kong.pk, headline="제목", body=BODY)
    browser = as_(cast.writer)
    first, second = browser.post(add_address(), data), browser.post(add_address(), data)
    assert first.url == second.url
    assert Article.objects.count() == 1
    assert Revision.objects.count() == 1


def test_a_new_form_sent_again_with_other_text_is_a_conflict_with_oneself(cast, as_):
    data = blank(token=uuid.uuid4().hex, section=cast.hong_kong.pk, headline="제목", body=BODY)
    browser = as_(cast.writer)
    browser.post(add_address(), data)
    response = browser.post(add_address(), data | {"headline": "다른 제목"})
    assert is_conflict(response)
    assert "다른 제목" in response.content.decode()
    assert Article.objects.get().headline == "제목"


def test_a_token_taken_from_somebody_elses_story_joins_nothing(cast, as_):
    theirs = cast.article(by=cast.other_writer)
    data = blank(
        token=theirs.translation_group.hex, section=cast.hong_kong.pk, headline="T", language="en"
    )
    as_(cast.writer).post(add_address(), data)
    mine = Article.objects.get(created_by=cast.writer)
    assert mine.translation_group != theirs.translation_group


def test_saving_without_a_change_makes_no_revision_and_keeps_the_approval(cast, send):
    article = cast.approved()
    send(cast.writer, article)
    article.refresh_from_db()
    assert article.stage == "approved"
    assert article.revisions.count() == 1


def test_line_ends_of_the_browser_are_no_change(cast, send):
    article = cast.article(key_points="하나\n둘")
    cast.revision(article)
    send(cast.writer, article, key_points="하나\r\n둘")
    assert article.revisions.count() == 1


def test_each_save_with_a_change_is_a_revision(cast, send):
    article = cast.article()
    cast.revision(article)
    send(cast.writer, article, standfirst="새 부제")
    article.refresh_from_db()
    assert article.revisions.count() == 2
    assert article.version == 3
    assert article.latest_revision().created_by == cast.writer


def test_a_mistake_keeps_everything_that_was_typed(cast, send):
    article = cast.article()
    cast.revision(article)
    changes = {"headline": " ", "standfirst": "공들인 부제"} | rows(
        "sources", {"outlet": "", "title": "공들인 제목", "url": "http://"}
    )
    page = send(cast.writer, article, **changes).content.decode()
    assert "공들인 부제" in page
    assert "공들인 제목" in page
    assert 'href="#id_headline"' in page
    assert 'href="#id_sources-0-outlet"' in page
    assert article.revisions.count() == 1


def test_rows_go_swap_and_come_by_what_they_say(cast, send):
    article = cast.article()
    second = {"outlet": "로이터", "url": "https://r.example/", "kind": "primary"}
    first = sheet(article)
    kept = {k.removeprefix("sources-0-"): v for k, v in first.items() if k.startswith("sources-0-")}
    cast.revision(article)
    article.refresh_from_db()
    send(
        cast.writer,
        article,
        **rows("sources", kept | {"position": "2"}, second | {"position": "1"}),
    )
    assert [s.outlet for s in article.sources.all()] == ["로이터", kept["outlet"]]
    send(cast.writer, article, **rows("sources", kept | {"DELETE": "on"}, second))
    assert [s.outlet for s in article.sources.all()] == ["로이터"]


def test_the_same_row_twice_is_refused(cast, send):
    article = cast.article()
    row = {"byline": cast.byline.pk}
    page = send(cast.writer, article, **rows("bylines", row, row))
    assert page.status_code == 200
    assert article.byline_rows.count() == 1


def test_no_ai_cannot_stand_beside_another_use(cast, send):
    article = cast.article()
    page = send(cast.writer, article, **rows("ai_uses", {"stage": "none"}, {"stage": "draft"}))
    assert 'id="faults"' in page.content.decode()
    assert article.ai_uses.count() == 1


def test_our_own_address_becomes_a_link_to_our_article(cast, send):
    live = cast.live(ai="none")
    article = cast.article()
    url = f"http://localhost:8000/ko/hongkong/{live.public_id}/x/"
    send(cast.writer, article, **rows("related", {"kind": "background", "url": url}))
    link = article.related_links.get()
    assert link.target_id == live.article_id
    assert (link.url, link.title) == ("", "")


def test_an_article_is_not_related_to_itself(cast, send):
    article = cast.article()
    page = send(cast.writer, article, **rows("related", {"kind": "related", "target": article.pk}))
    assert page.status_code == 200
    assert not article.related_links.exists()


def test_more_rows_than_fit_are_refused_and_none_is_lost(cast, send):
    article = cast.article()
    many = rows("sources", *({"outlet": f"매체 {n}", "kind": "secondary"} for n in range(61)))
    page = send(cast.writer, article, **many).content.decode()
    assert "60줄까지만" in page
    assert "매체 60" in page
    assert article.sources.count() == 1
