"""From a really signed, and then tampered, file to the moderator's decision."""

import pytest

from articles.audit.models import Entry
from articles.disclosure.models import AIUse
from articles.moderation.decide import Refused, dismiss
from articles.moderation.models import Case, Finding
from articles.moderation.open_case import refresh_images
from articles.publishing.publish import publish
from articles.publishing.submit import submit
from articles.stories.models import Article
from tests.cast import Cast, ago, ahead
from tests.images import make
from tests.images.placed import change, generated, place, reread


def submitted(cast: Cast, data: bytes | None = None, **more: object) -> Case | None:
    """A story that says "no AI" of its text, with this picture."""
    article = cast.article(ai="none")
    place(article, data, **more)
    cast.revision(article)
    return submit(article=article, by=cast.writer)


def images(case: Case, **more: object) -> list[tuple[str, str]]:
    rows = case.findings.filter(field="image:lead", **more)
    return [(row.code, row.severity) for row in rows]


def test_a_plain_picture_without_ai_needs_nobody(cast: Cast) -> None:
    assert submitted(cast) is None


def test_a_signed_photograph_needs_nobody(cast: Cast) -> None:
    data = make.signed(make.picture(), make.created("digitalCapture"))
    assert submitted(cast, data) is None


def test_a_tampered_file_opens_a_case_although_no_ai_is_recorded(cast: Cast) -> None:
    case = submitted(cast, generated(tampered=True))
    assert case.image_label == "invalid"
    assert ("image_tampered", "high") in images(case)
    assert case.risk == Case.Risk.HIGH


def test_ai_in_the_file_opens_a_case_although_no_ai_is_recorded(cast: Cast) -> None:
    case = submitted(cast, generated())
    assert images(case) == [("image_ai_undeclared", "high")]


def test_what_the_file_and_the_record_agree_on_is_no_finding(cast: Cast) -> None:
    case = submitted(cast, generated(), recorded="generation")
    assert images(case) == []


def test_our_own_source_type_against_our_own_record_opens_a_case(cast: Cast) -> None:
    case = submitted(cast, digital_source_type="trainedAlgorithmicMedia")
    assert images(case) == [("image_ai_undeclared", "high")]


def test_it_stands_in_the_way_until_somebody_says_why_it_may_pass(cast: Cast) -> None:
    case = submitted(cast, generated(tampered=True), recorded="generation")
    with pytest.raises(Refused, match="1"):
        cast.approve(case)
    finding = case.findings.get(code="image_tampered")
    dismiss(finding=finding, by=cast.moderator, reason="통신사가 줄여 보낸 파일임을 확인했다")
    cast.approve(case)
    edition = publish(article=Article.objects.get(pk=case.article_id), by=cast.editor)
    assert edition.image_label_state == "invalid"
    assert Entry.objects.get(verb="finding.dismissed").data["code"] == "image_tampered"


def test_recording_the_use_of_ai_and_saving_resolves_it(cast: Cast) -> None:
    article = cast.article()
    asset = place(article, generated(), recorded="")
    assert images(submit_again(cast, article)) == [("image_ai_undeclared", "high")]
    AIUse.objects.create(asset=asset, stage="generation", recorded_by=cast.writer)
    case = article.cases.get()
    Case.objects.filter(pk=case.pk).update(state="recalled")
    Article.objects.filter(pk=article.pk).update(stage="draft")
    assert images(submit_again(cast, article)) == []


def submit_again(cast: Cast, article: Article) -> Case:
    cast.revision(Article.objects.get(pk=article.pk))
    return submit(article=article, by=cast.writer)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"rights_until": ago(days=1)}, ("image_rights_ended", "high")),
        ({"rights_from": ahead(days=1)}, ("image_rights_not_begun", "high")),
        ({"rights_until": ahead(days=3)}, ("image_rights_end_soon", "medium")),
        ({"credit": ""}, ("image_no_credit", "medium")),
        ({"model_release": "MR-NON"}, ("image_no_release", "medium")),
    ],
)
def test_the_rights_are_looked_at(cast: Cast, facts: dict, found: tuple) -> None:
    case = submitted(cast, recorded="generation", **facts)
    assert images(case) == [found]


def test_a_picture_that_reads_worse_adds_to_the_open_case(cast: Cast) -> None:
    case = submitted(cast, recorded="generation")
    asset = case.article.placements.get().asset
    reread(asset, state="invalid_tampered")
    assert refresh_images(asset, by=cast.editor) == [case]
    assert images(case) == [("image_checked_again", "high"), ("image_tampered", "high")]
    case.refresh_from_db()
    assert case.risk == Case.Risk.HIGH
    entry = Entry.objects.get(verb="case.images_checked")
    assert entry.data["found"] == ["image_checked_again", "image_tampered"]
    with pytest.raises(Refused):
        cast.approve(case)


def test_asked_again_it_adds_nothing(cast: Cast) -> None:
    case = submitted(cast, recorded="generation")
    asset = case.article.placements.get().asset
    reread(asset, state="invalid_tampered")
    refresh_images(asset)
    numbers = list(case.findings.values_list("number", "code"))
    assert refresh_images(asset) == []
    assert list(case.findings.values_list("number", "code")) == numbers
    assert Entry.objects.filter(verb="case.images_checked").count() == 1


def test_what_is_put_right_goes_and_what_was_dismissed_stays(cast: Cast) -> None:
    case = submitted(cast, recorded="generation", rights_until=ago(days=1), credit="")
    asset = case.article.placements.get().asset
    dismissed = case.findings.get(code="image_no_credit")
    dismiss(finding=dismissed, by=cast.moderator, reason="자사 그래픽이다")
    change(asset, rights_until=None)
    refresh_images(asset)
    assert images(case) == [("image_no_credit", "medium")]
    assert case.findings.get(code="image_no_credit").state == Finding.State.DISMISSED


def test_another_end_of_the_rights_is_another_finding(cast: Cast) -> None:
    case = submitted(cast, recorded="generation", rights_until=ahead(days=3))
    asset = case.article.placements.get().asset
    finding = case.findings.get(code="image_rights_end_soon")
    dismiss(finding=finding, by=cast.moderator, reason="그때까지만 싣는다")
    change(asset, rights_until=ahead(days=1))
    refresh_images(asset)
    assert images(case, state="dismissed") == images(case, state="open")


def test_closed_cases_and_other_pictures_are_left_alone(cast: Cast) -> None:
    case, other = submitted(cast, recorded="generation"), submitted(cast, recorded="generation")
    asset = case.article.placements.get().asset
    cast.approve(case)
    reread(asset, state="invalid_tampered")
    assert refresh_images(asset) == []
    assert images(case) == images(other) == []
