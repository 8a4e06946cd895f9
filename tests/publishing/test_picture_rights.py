"""A picture whose rights do not allow it, or whose file reads worse now, does not go out."""

import pytest

from articles.audit.models import Entry
from articles.editions.models import Edition
from articles.images import files
from articles.images.models import Rendition
from articles.lib.moments import utc_second
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.refusal import Refused
from articles.publishing.schedule import schedule
from articles.publishing.submit import submit
from articles.stories import revise
from articles.stories.models import Article
from articles.stories.workflow import Stage
from tests.cast import Cast, ago, ahead
from tests.images.placed import change, generated, place, reread


@pytest.fixture
def story(cast: Cast) -> Article:
    """A story without AI, and with a picture, that may go out as it is."""
    article = cast.article(ai="none")
    place(article)
    cast.revision(article)
    return article


def lead(article: Article):
    return article.placements.get().asset


def refused(verb, **how) -> list[tuple[str, str]]:
    before = Edition.objects.count()
    with pytest.raises(Refused) as refusal:
        verb(**how)
    assert Edition.objects.count() == before
    return [(problem.code, problem.field) for problem in refusal.value.problems]


def test_a_picture_with_rights_in_order_goes_out(cast: Cast, story: Article) -> None:
    change(lead(story), rights_from=ago(days=1), rights_until=ahead(days=90))
    edition = publish(article=story, by=cast.editor)
    assert edition.image["asset"] == lead(story).pk


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"rights_until": ago(minutes=1)}, "rights_ended"),
        ({"rights_from": ahead(minutes=10)}, "rights_not_begun"),
    ],
)
def test_ended_rights_and_an_embargo_stop_it(cast: Cast, story: Article, facts, code) -> None:
    change(lead(story), **facts)
    assert refused(publish, article=story, by=cast.editor) == [(code, "image")]
    assert not Entry.objects.filter(verb="article.published").exists()
    assert Article.objects.get(pk=story.pk).stage == Stage.DRAFT


def test_rights_that_end_after_the_approval_count(cast: Cast) -> None:
    article = cast.article()
    place(article, recorded="generation", rights_until=ahead(days=30))
    cast.revision(article)
    cast.approve(submit(article=article, by=cast.writer))
    change(lead(article), rights_until=ago(seconds=1))
    assert refused(publish, article=article, by=cast.editor) == [("rights_ended", "image")]


def test_rights_that_end_later_do_not_stop_it(cast: Cast, story: Article) -> None:
    change(lead(story), rights_until=ahead(hours=2))
    publish(article=story, by=cast.editor, expires_at=ahead(days=3))


def test_a_missing_credit_or_release_does_not_stop_it(cast: Cast, story: Article) -> None:
    change(lead(story), credit="", model_release="MR-NON")
    publish(article=story, by=cast.editor)


def test_a_schedule_is_judged_at_the_moment_it_goes_live(cast: Cast, story: Article) -> None:
    change(lead(story), rights_from=ahead(hours=2), rights_until=ahead(days=2))
    how = {"article": story, "by": cast.editor}
    assert refused(schedule, at=ahead(hours=1), **how) == [("rights_not_begun", "image")]
    assert refused(schedule, at=ahead(days=3), **how) == [("rights_ended", "image")]
    schedule(at=ahead(hours=3), **how)


def test_a_refused_schedule_leaves_the_one_before_it(cast: Cast, story: Article) -> None:
    change(lead(story), rights_until=ahead(days=2))
    waiting = schedule(article=story, by=cast.editor, at=ahead(days=1))
    refused(schedule, article=story, by=cast.editor, at=ahead(days=3))
    waiting.refresh_from_db()
    assert (waiting.ended_as, waiting.live_until) == ("", None)


def test_a_correction_asks_too(cast: Cast, story: Article) -> None:
    publish(article=story, by=cast.editor, now=ago(hours=1))
    cast.edit(story, standfirst="고친 부제")
    change(lead(story), rights_until=ago(minutes=1))
    how = {"article": story, "by": cast.editor, "notice": "부제를 고쳤습니다."}
    assert refused(correct, **how) == [("rights_ended", "image")]


def test_what_is_live_already_is_given_back_whatever_became_of_its_rights(
    cast: Cast, story: Article
) -> None:
    edition = publish(article=story, by=cast.editor)
    change(lead(story), rights_until=ago(seconds=1))
    assert publish(article=story, by=cast.editor) == edition


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("valid_untrusted", {"state": "invalid_tampered"}),
        ("trusted", {"state": "invalid_expired"}),
        ("none", {"state": "invalid_other"}),
        ("valid_untrusted", {"ai_evidence": "fully"}),
        ("none", {"ai_evidence": "partly"}),
    ],
)
def test_a_worse_reading_since_the_save_needs_a_new_review(
    cast: Cast, before: str, now: dict
) -> None:
    article = cast.article(ai="none")
    asset = place(article)
    reread(asset, state=before)
    cast.revision(article)
    reread(asset, **{"state": before} | now)
    assert refused(publish, article=article, by=cast.editor) == [("image_worse", "image")]


@pytest.mark.parametrize(
    ("before", "now", "recorded"),
    [
        ("valid_untrusted", {"state": "trusted"}, "none"),
        ("invalid_other", {"state": "invalid_expired"}, "generation"),
        ("invalid_expired", {"state": "valid_untrusted"}, "generation"),
        ("none", {"state": "unsupported"}, "none"),
        ("none", {"ai_evidence": "fully"}, "generation"),
        ("none", {"ai_evidence": "possibly"}, "none"),
    ],
)
def test_another_reading_that_is_no_worse_changes_nothing(
    cast: Cast, before: str, now: dict, recorded: str
) -> None:
    article = cast.article()
    asset = place(article, recorded=recorded)
    reread(asset, state=before)
    cast.revision(article)
    cast.approve(submit(article=article, by=cast.writer))
    reread(asset, **{"state": before} | now)
    publish(article=article, by=cast.editor)


def test_saving_and_a_new_review_put_it_right(cast: Cast) -> None:
    article = cast.article(ai="none")
    asset = place(article)
    cast.revision(article)
    reread(asset, ai_evidence="fully")
    refused(publish, article=article, by=cast.editor)
    revision = cast.revision(article)
    assert (revision.number, revision.needs_review) == (2, True)
    case = submit(article=article, by=cast.writer)
    found = case.findings.filter(field="image:lead")
    assert [finding.code for finding in found] == ["image_ai_undeclared"]


def test_submitting_takes_the_picture_as_it_stands(cast: Cast, story: Article) -> None:
    reread(lead(story), ai_evidence="partly")
    case = submit(article=story, by=cast.writer)
    assert case.revision.number == 2
    assert (
        case.revision.snapshot["ai_uses"]["images"][str(lead(story).pk)]["ai_evidence"] == "partly"
    )


def test_reading_again_and_finding_the_same_makes_no_new_revision(
    cast: Cast, story: Article
) -> None:
    first = story.latest_revision()
    reread(lead(story), verifier_version="9.9", raw={"another": "report"})
    assert revise.take(article=story, by=cast.writer) == first


def test_a_change_of_the_rights_is_a_change_of_the_story(cast: Cast, story: Article) -> None:
    first = story.latest_revision()
    until = ahead(days=3)
    change(lead(story), rights_until=until, usage_terms="한 번만")
    second = revise.take(article=story, by=cast.writer)
    assert second.number == first.number + 1
    kept = second.snapshot["ai_uses"]["images"][str(lead(story).pk)]["rights"]
    assert (kept["until"], kept["usage_terms"]) == (utc_second(until), "한 번만")


def test_what_goes_live_has_all_its_copies(cast: Cast, story: Article) -> None:
    gone = lead(story).renditions.order_by("pk").first()
    files.rendition_path(gone.key).unlink()
    publish(article=story, by=cast.editor)
    for row in Rendition.objects.filter(asset=lead(story)):
        assert files.rendition_path(row.key).is_file()


def test_a_picture_without_any_copy_stops_it(cast: Cast, story: Article) -> None:
    asset = lead(story)
    files.original_path(asset.sha256).unlink()
    asset.renditions.all().delete()
    assert refused(publish, article=story, by=cast.editor) == [("no_copies", "image")]


def test_a_lost_original_with_copies_does_not(cast: Cast, story: Article) -> None:
    files.original_path(lead(story).sha256).unlink()
    publish(article=story, by=cast.editor)


def test_ai_evidence_without_a_record_is_never_ready(cast: Cast) -> None:
    article = cast.article(ai="none")
    place(article, generated(), recorded="none")
    assert cast.revision(article).needs_review
    with pytest.raises(Refused, match="not been approved|승인"):
        publish(article=article, by=cast.editor)
