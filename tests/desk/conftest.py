"""What the desk's tests share: signing in, pictures, every address of the desk."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import URLPattern, URLResolver

from articles.images import intake
from articles.images.models import ImageAsset
from articles.people.models import User
from tests.images.make import picture


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def image(cast: Any) -> Callable[..., ImageAsset]:
    """Return a function that takes a small picture in, another one with each call."""
    made = iter(range(1, 1000))

    def add(**more: Any) -> ImageAsset:
        data = picture(size=(96 + next(made), 64))
        return intake.add(data, file_name="bay.jpg", by=cast.writer, **more)

    return add


def patterns() -> Iterator[tuple[str, URLPattern]]:
    """(name, pattern) of every address of the desk, also of models that other rooms register."""

    def walk(found: list[Any]) -> Iterator[URLPattern]:
        for each in found:
            if isinstance(each, URLResolver):
                yield from walk(each.url_patterns)
            else:
                yield each

    for pattern in walk(admin.site.urls[0]):
        if pattern.name:
            yield pattern.name, pattern
