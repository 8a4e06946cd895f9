"""Stories in the states that the demo lacks, told by the product's own verbs."""

from typing import Any

from django.utils import timezone

from articles.audit.models import Entry
from articles.disclosure.models import AISystem, AIUse
from articles.editions.models import Edition
from articles.images import intake, trust
from articles.images.models import ImageAsset
from articles.moderation.decide import decide, dismiss
from articles.moderation.models import (
    Case,
    CheckSetting,
    Decision,
    Finding,
    GlossaryTerm,
    ReviewPolicy,
    Severity,
)
from articles.people.models import Byline, Pipeline, User
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.schedule import schedule
from articles.publishing.submit import submit
from articles.publishing.withdraw import withdraw
from articles.reader.addresses import article_address
from articles.stories.models import Article, ImagePlacement, Section, Tag
from newsroom.demo.stories import STORIES
from tests.browser.pictures import drawing, tampered
from tests.cast import Cast, ago, ahead
from tests.images.make import authority

ENGLISH = {
    "language": "en",
    "headline": "Two cities, one plan",
    "standfirst": "Two cities will set up a joint body within the year.",
    "body": (
        "<p>Hong Kong and Shenzhen will widen their cooperation in financial technology, the city "
        "authorities said.[1]</p><p>A joint body is to be set up within the year.</p>"
    ),
}


def demo_cast() -> Cast:
    """The people and rows of the demo, under the names the cast knows them by."""
    people = {user.username: user for user in User.objects.all()}
    return Cast(
        {
            "writer": people["writer"],
            "other_writer": people["writer2"],
            "editor": people["editor"],
            "moderator": people["moderator"],
            "administrator": people["admin"],
            "hong_kong": Section.objects.get(code="hong-kong"),
            "economy": Section.objects.get(code="economy"),
            "byline": Byline.objects.get(user__username="writer"),
            "system": AISystem.objects.order_by("pk").first(),
        }
    )


def add() -> dict[str, Any]:
    """Add them; return the ids that `pages.py` speaks of."""
    cast = demo_cast()
    ids = _rows(cast) | _demo_rows()
    pictures = _pictures(cast)
    yesterday = ago(days=2)
    # Older than the demo's own stories, so that its front page stays as it is.
    for state, ai, image in (
        ("none", "none", "none"),
        ("assisted", "copy_edit", "edited"),
        ("generated", "draft", "composite"),
        ("unknown", "", "invalid"),
    ):
        ids[f"en_{state}"] = _live(
            cast, pictures[image], ai=ai, **ENGLISH | {"headline": f"Two cities, one plan: {state}"}
        )
    ids["ko_unknown"] = _live(cast, pictures["invalid"], ai="")
    ids["ko_assisted_photo"] = _live(cast, pictures["photo"], ai="research")
    for language, fields in (("ko", {}), ("en", ENGLISH)):
        article = cast.approved(**fields)
        publish(article=article, by=cast.editor, now=yesterday, expires_at=ago(days=1))
        ids[f"{language}_expired"] = _address(article)
        article = cast.live(now=ago(days=9), **fields).article
        withdraw(article=article, by=cast.editor, reason="We could not confirm it.")
        ids[f"{language}_withdrawn"] = _address(article)
    ids["en_corrected"] = _corrected(cast)
    ids["tampered"] = pictures["invalid"].pk
    ids["image_tampered"] = pictures["invalid"].public_id
    ids["entry"] = Entry.objects.order_by("pk").last().pk
    return ids


def _live(cast: Cast, picture: ImageAsset, *, ai: str, **fields: Any) -> str:
    article = cast.article(ai=ai, **fields)
    english = article.language == "en"
    ImagePlacement.objects.create(
        article=article,
        asset=picture,
        alt="A drawing of two towers by the water." if english else "물가에 선 두 탑을 그린 그림.",
        caption="A drawing." if english else "협력을 나타낸 그림.",
    )
    cast.revision(article)
    case = submit(article=article, by=cast.writer)
    if isinstance(case, Case):
        for finding in case.findings.filter(state=Finding.State.OPEN, severity=Severity.HIGH):
            dismiss(finding=finding, by=cast.moderator, reason="원본을 받아 확인했습니다.")
        cast.approve(case)
    publish(article=Article.objects.get(pk=article.pk), by=cast.editor, now=ago(days=10))
    return _address(article)


def _corrected(cast: Cast) -> str:
    article = cast.live(now=ago(days=9), **ENGLISH).article
    cast.edit(article, standfirst="Two cities will set up a joint body next year.")
    cast.approve(submit(article=Article.objects.get(pk=article.pk), by=cast.writer))
    correct(
        article=Article.objects.get(pk=article.pk),
        by=cast.editor,
        notice="We had the year wrong.",
    )
    return _address(article)


def _pictures(cast: Cast) -> dict[str, ImageAsset]:
    """One picture for each label an image can have."""
    made = {}
    for number, (name, use) in enumerate(
        {"none": "none", "edited": "editing", "composite": "composite", "photo": ""}.items()
    ):
        made[name] = intake.add(drawing(number), file_name=f"{name}.png", by=cast.writer)
        if use:
            system = None if use == "none" else cast.system
            AIUse.objects.create(
                asset=made[name], stage=use, system=system, recorded_by=cast.writer
            )
    made["invalid"] = intake.add(tampered(), file_name="tampered.jpg", by=cast.writer)
    return made


def _rows(cast: Cast) -> dict[str, Any]:
    """Articles at the desk in stages the demo has none of."""
    approved = cast.approved()
    rejected = cast.in_review()
    decide(
        case=rejected, by=cast.moderator, outcome=Decision.Outcome.REJECT, reason="자료가 없습니다."
    )
    edited = cast.article()
    cast.revision(edited)
    cast.edit(edited, standfirst="두 도시가 올해 공동 기구를 세운다.")
    soon = cast.approved(**ENGLISH)
    schedule(article=soon, by=cast.editor, at=ahead(days=3).replace(microsecond=0))
    return {
        "approved": approved.pk,
        "rejected": rejected.article_id,
        "rejected_case": rejected.pk,
        "two_revisions": edited.pk,
        "pipeline": Pipeline.objects.create(name="통신사 연결").pk,
        "trust_list": trust.install(authority(), kind="signers", name="Tests", by=None).pk,
        "check_setting": CheckSetting.objects.create(code="claims", severity="medium").pk,
        "glossary_term": GlossaryTerm.objects.create(
            language="ko", preferred="선전", variants="심천\n선쩐", source_form="深圳"
        ).pk,
        "review_policy": ReviewPolicy.objects.create(due_minutes=90, reach=2).pk,
        "en_scheduled": soon.pk,
    }


def _demo_rows() -> dict[str, Any]:
    """Rows of the demo by what they stand for."""
    slugs = {story.key: story.slug for story in STORIES}
    languages = {story.key: story.language for story in STORIES}

    def article(key: str) -> Article:
        return Article.objects.get(slug=slugs[key], language=languages[key])

    ids: dict[str, Any] = {
        name: article(key).pk
        for name, key in {
            "draft": "d-glossary",
            "sent_back": "d-fort",
            "in_review": "q-qianhai",
            "live": "hk",
            "scheduled": "numbers",
            "withdrawn": "withdrawn",
        }.items()
    }
    ids["ko_corrected"] = _address(article("hk"))
    for edition in Edition.objects.filter(live_until=None, live_from__lte=timezone.now()):
        ids.setdefault(f"{edition.language}_{edition.label['state']}", _address(edition.article))
        image = (edition.image_label or {}).get("state")
        ids.setdefault(f"{edition.language}_image_{image}", _address(edition.article))
    for key in (story.key for story in STORIES if story.state == "in_review"):
        ids[f"case_{key}"] = Case.objects.get(article=article(key)).pk
    ids["in_review_case"] = ids["case_q-qianhai"]
    ids["decided_case"] = Case.objects.filter(state=Case.State.DECIDED).order_by("pk").first().pk
    for name, model in (("image", ImageAsset), ("byline", Byline), ("system", AISystem)):
        ids[name] = model.objects.order_by("pk").first().pk
    for name, file in (("signed", "bay"), ("unsigned", "econ"), ("by_hand", "homes")):
        ids[f"image_{name}"] = ImageAsset.objects.get(file_name__startswith=file).public_id
    ids["section"] = Section.objects.get(code="hong-kong").pk
    ids["tag"] = Tag.objects.order_by("pk").first().pk
    ids["person"] = User.objects.get(username="writer").pk
    return ids


def _address(article: Article) -> str:
    return article_address(Edition.objects.filter(article=article).latest("number"))
