from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles.people.models import User
from articles.stories.models import Article
from tests.cast import Cast
from tests.desk_article.sheets import sheet


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


@pytest.fixture
def as_(client: Client) -> Callable[[User], Client]:
    """Sign in as somebody, in a browser of their own."""

    def sign_in(user: User) -> Client:
        own = Client()
        own.force_login(user)
        return own

    return sign_in


@pytest.fixture
def send(as_: Callable[[User], Client]) -> Callable[..., Any]:
    """Open an article's form as somebody and send it back with changes."""

    def go(user: User, article: Article, *, follow: bool = False, **changes: Any) -> Any:
        data = sheet(Article.objects.get(pk=article.pk)) | changes
        return as_(user).post(address(article), data, follow=follow)

    return go


def address(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def is_conflict(response: Any) -> bool:
    """Whether somebody was told that another save came first."""
    return response.status_code == 200 and "theirs" in response.context
