"""The review screen in its states, as valid HTML."""

from collections.abc import Callable

import pytest

from articles.moderation.apply import apply
from articles.moderation.comments import answer, comment, resolve
from articles.moderation.models import Case
from articles.publishing.submit import submit
from tests.cast import Cast
from tests.images.placed import place
from tests.moderation.conftest import Desk

BODY = "<p>홍콩과 선\u200b전이 손잡는다.[1] 시 당국이 밝혔다.</p><p>전반에嵌入하는 일이다.</p>"


def filled(cast: Cast) -> Case:
    article = cast.article(body=BODY, key_points="첫째\n둘째")
    place(article)
    article.placements.update(alt="언덕 위의 탑", caption="탑")
    article.sources.update(text="Hong Kong said so.\nIn 2026.", language="en")
    cast.revision(article)
    case = submit(article=article, by=cast.writer)
    first = comment(case=case, by=cast.moderator, text="누가요? @박도윤", quote="당국이")
    answer(comment=first, by=cast.writer, text="부산시요")
    resolve(comment=comment(case=case, by=cast.writer, text="다 봤습니다"), by=cast.moderator)
    comment(case=case, by=cast.moderator, text="탑인가요?", quote="위의 탑")
    return case


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_state_of_the_screen_is_valid(
    cast: Cast, desk: type[Desk], nu: Callable[..., list[str]], language: str
) -> None:
    case, browser = filled(cast), desk(cast.moderator, language)
    path, found = f"/admin/review/{case.pk}/", {}
    found["open"] = browser.get(path).text
    found["writer"] = desk(cast.writer, language).get(path).text
    found["refused comment"] = browser.client.post(f"{path}comments/", {"quote": "마카오"}).text
    found["refused dismissal"] = browser.dismiss(case, 1, " ").text
    found["source"] = browser.get(f"{path}beside/", **{"with": "source-1"}).text
    apply(finding=case.findings.get(code="invisible_character"), by=cast.moderator)
    found["applied"] = browser.get(path).text
    found["old page"] = browser.decide(case, "reject", reason="x").text
    case = Case.objects.select_related("revision").get(pk=case.pk)
    browser.decide(case, "changes", reason="고쳐 주세요")
    found["closed"] = browser.get(path).text
    found["nothing beside"] = browser.get(f"/admin/review/{cast.in_review().pk}/beside/").text
    assert nu(found) == []
