"""Every address of the desk, asked for by every kind of person."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import NoReverseMatch, reverse

from articles.people.roles import can
from tests.desk.conftest import patterns
from tests.images.make import authority

PEOPLE = ["anonymous", "visitor", "writer", "editor", "moderator", "administrator"]
STAFF = PEOPLE[2:]
# Answered without a person: the way in, and the language switch beside it (POST only).
OPEN = {"login": 200, "language": 405}
VERBS = {
    "articles_article": ("article.view", "article.add"),
    "articles_section": ("section.view", "section.change"),
    "articles_tag": ("tag.view", "tag.add"),
    "images_imageasset": ("image.view", "image.add"),
    "people_byline": ("byline.view", "byline.change"),
    "people_user": ("people.view", "people.change"),
    "people_pipeline": ("people.view", "people.change"),
    "disclosure_aisystem": ("ai_system.view", "ai_system.change"),
    "images_trustlist": ("trust_list.view", "trust_list.change"),
    "audit_entry": ("audit.view", ""),
    "moderation_reviewpolicy": ("review_policy.view", "review_policy.change"),
    "moderation_checksetting": ("review_policy.view", "review_policy.change"),
    "moderation_glossaryterm": ("review_policy.view", "review_policy.change"),
}
# What only says how the desk works can be taken back; nothing points at it.
DELETES = dict.fromkeys(
    ("moderation_reviewpolicy", "moderation_checksetting", "moderation_glossaryterm"),
    "review_policy.change",
) | {"images_trustlist": "trust_list.change"}
POST_ONLY = {"audit_check"}


@pytest.fixture
def things(cast, image):
    """One object of every model the desk knows, by the name its addresses begin with."""
    from articles.audit.models import Entry
    from articles.images.models import TrustList
    from articles.moderation.models import CheckSetting, GlossaryTerm, ReviewPolicy
    from articles.people.models import Pipeline
    from articles.stories.models import Tag

    article = cast.article()
    cast.revision(article)
    return {
        "articles_article": article,
        "articles_section": cast.hong_kong,
        "articles_tag": Tag.objects.create(name="금융", language="ko"),
        "images_imageasset": image(),
        "people_byline": cast.byline,
        "people_user": cast.writer,
        "people_pipeline": Pipeline.objects.create(name="통신"),
        "disclosure_aisystem": cast.system,
        "moderation_checksetting": CheckSetting.objects.create(code="names"),
        "moderation_glossaryterm": GlossaryTerm.objects.create(
            language="ko", preferred="선전", variants="심천"
        ),
        "moderation_reviewpolicy": ReviewPolicy.objects.create(section=cast.hong_kong),
        "images_trustlist": TrustList.objects.create(
            kind="signers",
            name="공식 목록",
            pem=authority().decode(),
            sha256="0" * 64,
            certificates=1,
        ),
        "audit_entry": Entry.objects.latest("pk"),
    }


def addresses(things):
    """(pattern name, address) of everything that can be asked for."""
    key = things["images_imageasset"].renditions.first().key
    for name, pattern in patterns():
        model = next((m for m in things if name.startswith(m)), None)
        pk = things[model].pk if model else things["articles_article"].pk
        for args in ([], [pk], [key], ["articles"], [1, pk]):
            if name == "auth_user_password_change":
                args = [things["people_user"].pk]
            if name == "image_file":
                args = [key]
            try:
                yield name, reverse(f"admin:{name}", args=args), pattern
            except NoReverseMatch:
                continue
            break
        else:
            raise AssertionError(f"no address for {name}: teach this test about it")


def client_of(cast, who):
    client = Client(raise_request_exception=True)
    if who != "anonymous":
        client.force_login(getattr(cast, who))
    return client


@pytest.mark.parametrize("who", ["anonymous", "visitor"])
def test_without_a_role_every_address_leads_to_the_login(cast, things, who):
    client = client_of(cast, who)
    wrong = []
    for name, address, _ in addresses(things):
        for ask in (client.get, client.post):
            response = ask(address)
            to_login = response.status_code == 302 and "/admin/login/" in response.url
            home = name == "logout" and response.status_code == 302
            if not to_login and not home and name not in OPEN:
                wrong.append((name, response.status_code))
    assert wrong == []


@pytest.mark.parametrize("who", STAFF)
def test_each_page_opens_for_exactly_those_whose_role_allows_it(cast, things, who):
    user, client = getattr(cast, who), client_of(cast, who)
    wrong = []
    for model, (view, add) in VERBS.items():
        pk = things[model].pk
        expected = {
            f"{model}_changelist": (can(user, view), []),
            f"{model}_add": (bool(add) and can(user, add), []),
            f"{model}_change": (can(user, view), [pk]),
            f"{model}_history": (can(user, view) and model != "audit_entry", [pk]),
            f"{model}_delete": (model in DELETES and can(user, DELETES[model]), [pk]),
        }
        for name, (allowed, args) in expected.items():
            status = client.get(reverse(f"admin:{name}", args=args)).status_code
            if status != (200 if allowed else 403):
                wrong.append((name, status, allowed))
    assert wrong == []


@pytest.mark.parametrize("who", STAFF)
def test_no_address_fails_whatever_the_role(cast, things, who):
    client = client_of(cast, who)
    seen = {}
    for name, address, _ in addresses(things):
        if name != "logout":
            seen[name] = client.get(address).status_code
    assert {n: s for n, s in seen.items() if s not in {200, 302, 403, 404, 405}} == {}
    assert seen["audit_check"] == 405


@pytest.mark.parametrize("who", STAFF)
def test_a_forged_post_changes_nothing_that_the_role_forbids(cast, things, who):
    user, client = getattr(cast, who), client_of(cast, who)
    wrong = []
    for model, (_view, add) in VERBS.items():
        if model == "articles_article":
            continue  # its own tests
        change = add if add != "tag.add" else "tag.change"
        change = "image.change" if change == "image.add" else change
        for name, args, verb in (
            (f"{model}_add", [], add),
            (f"{model}_change", [things[model].pk], change),
            (f"{model}_delete", [things[model].pk], DELETES.get(model, "")),
        ):
            forbidden = not verb or not can(user, verb)
            status = client.post(reverse(f"admin:{name}", args=args), {"post": "yes"}).status_code
            if forbidden and status != 403:
                wrong.append((name, status))
    assert wrong == []


def test_the_password_of_somebody_else_is_set_by_administrators_alone(cast, things):
    address = reverse("admin:auth_user_password_change", args=[cast.writer.pk])
    said = {"password1": "another-horse-77", "password2": "another-horse-77", "set-password": "1"}
    for who in ("writer", "editor", "moderator"):
        assert client_of(cast, who).post(address, said).status_code == 403
    assert client_of(cast, "administrator").post(address, said).status_code == 302
    cast.writer.refresh_from_db()
    assert cast.writer.check_password("another-horse-77")


def test_autocomplete_answers_only_whom_the_list_would_answer(cast, things):
    address = reverse("admin:autocomplete")
    asked = {"app_label": "people", "model_name": "byline", "field_name": "user", "term": "a"}
    assert client_of(cast, "editor").get(address, asked).status_code == 403
    assert client_of(cast, "writer").get(address, asked).status_code == 403


def test_an_unknown_number_leads_back_and_says_so(cast):
    client = client_of(cast, "editor")
    response = client.get(reverse("admin:articles_section_change", args=[987654]))
    assert response.status_code == 302
    assert response.url == reverse("admin:index")


def test_every_model_of_the_desk_is_in_this_matrix(cast):
    known = {f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry}
    assert known == set(VERBS)
