"""What no browser sends is told to be wrong; it never stops the page, and costs nothing typed."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.audit.models import Entry
from articles.images import intake
from articles.lib.numbers import row_number
from articles.stories.models import Article
from tests.cast import Cast
from tests.desk_article.sheets import rows

TYPED = "방금 입력한 제목"
STRANGE = ["²", "٣", "-1", "1.0", "9" * 19, "9" * 25, "9" * 5000, "1 OR 1=1"]


@pytest.mark.parametrize("text", ["", "0", *STRANGE])
def test_only_plain_digits_that_fit_a_column_are_a_row_number(text: str) -> None:
    assert row_number(text) == 0
    assert row_number("9" * 18) == int("9" * 18)


@pytest.mark.parametrize("number", STRANGE)
@pytest.mark.parametrize(
    "fields",
    [("image-asset",), ("related-0-target",), ("bylines-0-byline",), ("ai_uses-0-system",)],
)
def test_a_strange_row_number_keeps_what_was_typed(
    cast: Cast, send: Any, number: str, fields: tuple[str, ...]
) -> None:
    article = cast.article()
    cast.revision(article)
    before = Entry.objects.count()
    sent = rows("related", {"kind": "related"}) | dict.fromkeys(fields, number)
    response = send(cast.writer, article, headline=TYPED, **sent)
    assert response.status_code == 200
    assert TYPED in response.content.decode()
    assert Article.objects.get(pk=article.pk).headline == article.headline
    assert Entry.objects.count() == before


@pytest.mark.parametrize("total", STRANGE)
def test_a_strange_count_of_rows_is_no_rows(cast: Cast, send: Any, total: str) -> None:
    article = cast.article()
    cast.revision(article)
    response = send(cast.writer, article, **{"related-TOTAL": total})
    assert response.status_code == 302


@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_a_moment_at_the_end_of_the_calendar_is_told_to_be_wrong(
    cast: Cast, send: Any, moment: str
) -> None:
    article = cast.article()
    cast.revision(article)
    sent = rows("sources", {"outlet": "한 신문", "kind": "secondary", "checked_at": moment})
    response = send(cast.writer, article, headline=TYPED, **sent)
    assert response.status_code == 200
    assert TYPED in response.content.decode()
    assert article.sources.get().outlet != "한 신문"


@pytest.mark.parametrize("origin", ["http://[bad", "http://[::1", "null", "http://evil.example"])
def test_consent_given_elsewhere_is_refused(client: Client, db: None, origin: str) -> None:
    response = client.post("/ko/privacy/consent/", {"analytics": "yes"}, headers={"origin": origin})
    assert response.status_code == 403
    assert not response.cookies


def test_a_file_that_is_too_big_is_refused_unread_and_costs_no_text(
    cast: Cast, send: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.IMAGE_MAX_BYTES = 10
    monkeypatch.setattr(intake, "add", lambda *a, **k: pytest.fail("it was read"))
    article = cast.article()
    cast.revision(article)
    file = SimpleUploadedFile("big.png", b"x" * 11, "image/png")
    response = send(cast.writer, article, headline=TYPED, **{"image-upload": file})
    assert response.status_code == 200
    assert TYPED in response.content.decode()
