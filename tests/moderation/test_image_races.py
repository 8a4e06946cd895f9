"""A picture that reads worse while its story is being approved: with real threads on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from articles.audit.record import first_break
from articles.editions.models import Edition
from articles.moderation.decide import Refused
from articles.moderation.models import Case, Decision
from articles.moderation.open_case import refresh_images
from articles.publishing import refusal
from articles.publishing.publish import publish
from articles.stories.models import Article
from tests.cast import Cast
from tests.images.placed import reread
from tests.moderation.test_image_findings import images, submitted

ROUNDS = 20


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_whoever_comes_first_what_reads_worse_is_not_published(cast: Cast) -> None:
    moderator, editor = cast.moderator, cast.editor
    for _ in range(ROUNDS):
        case = submitted(cast, recorded="generation")
        asset = case.article.placements.get().asset
        start = Barrier(2)

        def check_again(asset=asset, start=start) -> None:
            start.wait(10)
            reread(asset, state="invalid_tampered")
            refresh_images(asset)
            connection.close()

        def approve(case=case, start=start) -> None:
            start.wait(10)
            try:
                cast.approve(case, by=moderator)
            except Refused:
                pass
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            for done in [pool.submit(check_again), pool.submit(approve)]:
                done.result(30)
        case.refresh_from_db()
        if case.state == Case.State.OPEN:
            assert ("image_tampered", "high") in images(case, state="open")
            assert not Decision.objects.filter(case=case).exists()
        with pytest.raises(refusal.Refused):
            publish(article=Article.objects.get(pk=case.article_id), by=editor)
    assert not Edition.objects.exists()
    assert first_break() is None
