from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from articles.moderation import checklist
from articles.moderation.models import Case
from articles.people.models import User
from tests.cast import Cast

GRAVE = "<p>선전시는 인공지능을 사회 전반에嵌入하는 계획을 내놓았다.</p>"


class Desk:
    """A browser without JavaScript, for one person; pages in English unless said otherwise."""

    def __init__(self, user: User | None, language: str = "en") -> None:
        self.client = Client()
        if user is not None:
            self.client.force_login(user)
        self.client.cookies["desk_language"] = language

    def get(self, path: str, **query: Any) -> Any:
        return self.client.get(path, query)

    def htmx(self, method: str, path: str, data: dict | None = None) -> Any:
        return getattr(self.client, method)(path, data or {}, headers={"HX-Request": "true"})

    def decide(self, case: Case, outcome: str, **more: Any) -> Any:
        """Send the decision form as the page has it, with the whole checklist ticked."""
        data = {
            "outcome": outcome,
            "reason": "",
            "points": [item.code for item in checklist.for_case(case)],
            "sha256": case.revision.sha256,
            "go": "stay",
        }
        return self.client.post(f"/admin/review/{case.pk}/", data | more)

    def dismiss(self, case: Case, number: int, reason: str = "맞는 표기다") -> Any:
        return self.client.post(f"/admin/review/{case.pk}/findings/{number}/", {"reason": reason})


@pytest.fixture
def desk(cast: Cast) -> type[Desk]:
    return Desk


@pytest.fixture
def grave(cast: Cast) -> Case:
    """A case with one grave finding."""
    return cast.in_review(body=GRAVE, headline="홍콩과 선전, 협력을 넓힌다")


@pytest.fixture
def in_english() -> Iterator[None]:
    """The sentences of refusals, compared in one language."""
    with translation.override("en"):
        yield
