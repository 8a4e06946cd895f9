import pytest
from django.test import Client
from django.urls import reverse

from articles.images import intake
from articles.people.models import SectionRole
from articles.people.roles import Role
from articles.stories.models import Article
from tests.cast import person
from tests.desk_article.conftest import address, is_conflict
from tests.desk_article.sheets import add_address, blank, rows, sheet

PAGES = ("admin:articles_article_change", "admin:article_preview", "admin:article_compare",
         "admin:articles_article_history")  # fmt: skip


def pages(article):
    return [reverse(name, args=[article.pk]) for name in PAGES]


def test_nobody_sees_anything_without_signing_in(cast, client):
    article = cast.article()
    cast.revision(article)
    for url in [*pages(article), add_address(), reverse("admin:articles_article_changelist")]:
        response = client.get(url)
        assert response.status_code == 302
        assert "/login/" in response.url


def test_a_writer_changes_only_what_is_theirs(cast, send, as_):
    article = cast.article()
    cast.revision(article)
    assert send(cast.other_writer, article, headline="남의 것").status_code == 403
    assert Article.objects.get(pk=article.pk).headline != "남의 것"
    page = as_(cast.other_writer).get(address(article))
    assert page.status_code == 200
    assert page.context["editable"] is False
    assert page.context["verbs"] == {}


def test_a_moderator_only_looks(cast, send, as_):
    article = cast.article()
    cast.revision(article)
    page = as_(cast.moderator).get(address(article))
    assert 'name="_save"' not in page.content.decode()
    assert send(cast.moderator, article, headline="검토자").status_code == 403
    assert as_(cast.moderator).get(add_address()).status_code == 403
    assert as_(cast.moderator).post(add_address(), blank(headline="x")).status_code == 403


def test_a_moderator_starts_no_verb(cast, as_):
    article = cast.approved()
    for name in ("publish", "schedule", "submit", "recall", "withdraw", "correct", "translate"):
        as_(cast.moderator).post(address(article), {f"_{name}": "en", "reason": "x"})
    assert Article.objects.count() == 1
    assert not article.editions.exists()
    assert Article.objects.get().stage == "approved"


def section_writer(code):
    user = person("only", "한곳", is_active=True)
    SectionRole.objects.create(user=user, role=Role.WRITER, section=code)
    return user


def test_who_works_in_one_section_does_not_meet_the_others(cast, as_):
    article = cast.article()
    cast.revision(article)
    browser = as_(section_writer(cast.economy.code))
    for url in pages(article):
        assert browser.get(url).status_code in {302, 403, 404}
        assert article.headline not in browser.get(url, follow=True).content.decode()
    listed = browser.get(reverse("admin:articles_article_changelist")).content.decode()
    assert article.headline not in listed
    found = browser.get(
        reverse("admin:autocomplete"),
        {"app_label": "related", "model_name": "relatedlink", "field_name": "target", "term": ""},
    )
    assert article.headline not in found.content.decode()


def test_an_article_is_not_moved_into_a_section_without_a_role(cast, send):
    user = section_writer(cast.economy.code)
    mine = cast.article(by=user, section=cast.economy)
    cast.revision(mine)
    send(user, mine, section=cast.hong_kong.pk)
    assert Article.objects.get(pk=mine.pk).section == cast.economy


def test_a_headline_is_not_learned_by_linking_to_it(cast, send):
    hidden = cast.article()
    user = section_writer(cast.economy.code)
    mine = cast.article(by=user, section=cast.economy)
    page = send(user, mine, **rows("related", {"kind": "related", "target": hidden.pk}))
    assert hidden.headline not in page.content.decode()
    assert not mine.related_links.exists()


@pytest.mark.parametrize(
    "forged",
    [
        {"stage": "approved"},
        {"created_by": "1"},
        {"public_id": "forged"},
        {"translation_group": "0" * 32},
        {"translated_from": "1"},
        {"bylines-0-id": "1", "sources-0-id": "1", "sources-INITIAL_FORMS": "1"},
        {"ai_uses-0-recorded_by": "1"},
        {"image-role": "other"},
    ],
)
def test_forged_fields_do_nothing(cast, send, forged):
    article = cast.article()
    other = cast.article(by=cast.other_writer)
    cast.revision(article)
    before = Article.objects.filter(pk=article.pk).values(
        "stage", "created_by", "public_id", "translation_group", "translated_from"
    )[0]
    send(cast.writer, article, **forged)
    assert Article.objects.filter(pk=article.pk).values(*before)[0] == before
    assert other.sources.count() == 1
    assert article.ai_uses.get().recorded_by == cast.writer


def test_a_forged_version_cannot_overwrite(cast, as_):
    article = cast.article()
    cast.revision(article)
    form = sheet(article)
    cast.edit(article, by=cast.editor, headline="편집자의 제목")
    for version in ("", "-1", "abc", "9" * 40, "²"):
        response = as_(cast.writer).post(
            address(article), form | {"version": version, "headline": "덮어쓰기"}
        )
        assert is_conflict(response)
    assert Article.objects.get(pk=article.pk).headline == "편집자의 제목"


def test_a_missing_article_and_a_strange_address_are_not_found(cast, as_):
    browser = as_(cast.editor)
    for pk in ("999999", "abc", "9" * 30, "²"):
        assert browser.get(f"/admin/articles/article/{pk}/change/").status_code == 404


def test_a_post_without_a_token_against_forgery_is_refused(cast):
    article = cast.article()
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.writer)
    assert browser.post(address(article), sheet(article)).status_code == 403


def test_nobody_deletes_an_article(cast, as_):
    article = cast.article()
    url = reverse("admin:articles_article_delete", args=[article.pk])
    assert as_(cast.administrator).post(url, {"post": "yes"}).status_code == 403
    assert Article.objects.exists()


def test_a_moderator_uploads_nothing_by_the_way(cast, send, monkeypatch):
    article = cast.article()
    monkeypatch.setattr(intake, "add", lambda *a, **k: pytest.fail("taken in"))
    assert send(cast.moderator, article).status_code == 403
