"""Stories with everything a page can show, made by the product's verbs."""

from collections.abc import Callable
from typing import Any

import pytest

from articles.disclosure.models import AIUse
from articles.editions.models import Edition
from articles.images import intake
from articles.moderation.models import Case
from articles.publishing.publish import publish
from articles.publishing.submit import submit
from articles.stories.models import Article, ImagePlacement
from tests.cast import Cast
from tests.images.make import picture

Story = Callable[..., Article]


@pytest.fixture
def story(cast: Cast) -> Story:
    """Return a function that makes a working copy with an AI image and key points, saved once."""
    sizes = iter(range(700, 1300, 20))

    def make(alt: str = "두 도시를 그린 그림", caption: str = "두 도시", **fields: Any) -> Article:
        image_ai = fields.pop("image_ai", "generation")
        article = cast.article(**{"key_points": "첫째 요점\n둘째 요점"} | fields)
        data = picture(size=(next(sizes), 394))
        asset = intake.add(data, file_name="bay.jpg", by=cast.writer, credit="갈피 그래픽팀")
        if image_ai:
            AIUse.objects.create(asset=asset, stage=image_ai, recorded_by=cast.writer)
        ImagePlacement.objects.create(article=article, asset=asset, alt=alt, caption=caption)
        cast.revision(article)
        return article

    return make


@pytest.fixture
def waiting(cast: Cast, story: Story) -> Callable[..., Case]:
    """Return a function that makes a story which waits for a moderator."""
    return lambda **fields: submit(article=story(**fields), by=cast.writer)


@pytest.fixture
def published(cast: Cast, waiting: Callable[..., Case]) -> Callable[..., Edition]:
    """Return a function that makes a live, illustrated story."""

    def make(now: Any = None, expires_at: Any = None, **fields: Any) -> Edition:
        case = waiting(**fields)
        cast.approve(case)
        article = Article.objects.get(pk=case.article_id)
        return publish(article=article, by=cast.editor, now=now, expires_at=expires_at)

    return make
