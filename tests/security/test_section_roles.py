"""A role in one section opens nothing that reaches beyond it."""

from typing import Any

import pytest
from django.urls import reverse

from articles.people.models import SectionRole, User
from articles.people.roles import WHOLE_PAPER, Role, can
from tests.cast import Cast


@pytest.fixture
def local(cast: Cast) -> User:
    """An administrator of one section."""
    SectionRole.objects.filter(user=cast.administrator).update(section="economy")
    return cast.administrator


@pytest.mark.parametrize("verb", sorted(WHOLE_PAPER))
def test_what_reaches_every_section_needs_a_role_in_every_section(
    cast: Cast, local: User, verb: str
) -> None:
    assert not can(local, verb)
    assert not can(local, verb, cast.economy)
    SectionRole.objects.create(user=cast.visitor, role=Role.ADMINISTRATOR)
    assert can(cast.visitor, verb)


def test_an_administrator_of_one_section_cannot_become_one_of_all(local: User, as_: Any) -> None:
    page = reverse("admin:people_user_change", args=[local.pk])
    sent = {
        "username": local.username,
        "name": local.name,
        "language": "ko",
        "is_active": "on",
        "section_roles-TOTAL_FORMS": "1",
        "section_roles-INITIAL_FORMS": "1",
        "section_roles-0-id": local.section_roles.get().pk,
        "section_roles-0-user": local.pk,
        "section_roles-0-role": Role.ADMINISTRATOR,
        "section_roles-0-section": "",
    }
    assert as_(local).post(page, sent).status_code == 403
    assert local.section_roles.get().section == "economy"


def test_nor_set_the_password_of_somebody_else(cast: Cast, local: User, as_: Any) -> None:
    before = cast.editor.password
    page = reverse("admin:auth_user_password_change", args=[cast.editor.pk])
    sent = {"password1": "new-horse-battery", "password2": "new-horse-battery"}
    assert as_(local).post(page, sent).status_code == 403
    assert User.objects.get(pk=cast.editor.pk).password == before


def test_the_audit_trail_names_no_draft_to_who_cannot_open_it(
    cast: Cast, local: User, as_: Any
) -> None:
    article = cast.article(section=cast.hong_kong, headline="아직 아무도 모르는 제목")
    cast.revision(article)
    response = as_(local).get(reverse("admin:audit_entry_changelist"))
    assert response.status_code == 403
    assert article.headline not in response.content.decode()
