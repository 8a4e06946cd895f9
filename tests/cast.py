"""The cast: people with names, a paper, and stories in every state, made by the product's verbs."""

import datetime as dt
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django.utils import timezone

from articles.disclosure.models import AISystem, AIUse
from articles.editions.models import Edition
from articles.moderation import checklist
from articles.moderation.decide import decide
from articles.moderation.models import Case, Decision
from articles.people.models import Byline, SectionRole, User
from articles.people.roles import Role
from articles.publishing.publish import publish
from articles.publishing.submit import submit
from articles.stories import revise
from articles.stories.models import Article, ArticleByline, Revision, Section, Source

PASSWORD = "correct-horse-battery"  # noqa: S105
_numbers = count(1)
BODY = (
    "<p>홍콩과 선전이 금융 기술 협력을 넓힌다고 시 당국이 밝혔다.[1]</p>"
    "<p>두 도시는 올해 안에 공동 기구를 세우기로 했다.</p>"
)


def person(username: str, name: str, *roles: Role, **more: Any) -> User:
    """A member of staff; `name` in Korean, the user name as Latin name."""
    user = User.objects.create_user(
        username=username,
        password=PASSWORD,
        name=name,
        name_en=username.title(),
        email=f"{username}@galpi.example",
        is_staff=True,
        **more,
    )
    SectionRole.objects.bulk_create(SectionRole(user=user, role=role) for role in roles)
    return user


@dataclass
class Cast:
    """A small newsroom. Everybody is made when first asked for."""

    _made: dict[str, Any] = field(default_factory=dict)

    def _once(self, key: str, make: Any) -> Any:
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    @property
    def writer(self) -> User:
        return self._once("writer", lambda: person("doyun", "박도윤", Role.WRITER))

    @property
    def other_writer(self) -> User:
        return self._once("other_writer", lambda: person("haneul", "정하늘", Role.WRITER))

    @property
    def editor(self) -> User:
        return self._once("editor", lambda: person("seoyeon", "김서연", Role.EDITOR))

    @property
    def moderator(self) -> User:
        return self._once("moderator", lambda: person("hajun", "이하준", Role.MODERATOR))

    @property
    def other_moderator(self) -> User:
        return self._once("other_moderator", lambda: person("minseo", "한민서", Role.MODERATOR))

    @property
    def administrator(self) -> User:
        return self._once("administrator", lambda: person("eunji", "최은지", Role.ADMINISTRATOR))

    @property
    def visitor(self) -> User:
        """Signed in, but without any role."""
        return self._once("visitor", lambda: person("guest", "손님"))

    @property
    def hong_kong(self) -> Section:
        return self._once(
            "hong_kong",
            lambda: Section.objects.create(
                code="hongkong", name_ko="홍콩", name_en="Hong Kong", position=1
            ),
        )

    @property
    def economy(self) -> Section:
        return self._once(
            "economy",
            lambda: Section.objects.create(
                code="economy", name_ko="경제", name_en="Economy", position=2
            ),
        )

    @property
    def byline(self) -> Byline:
        return self._once(
            "byline",
            lambda: Byline.objects.create(
                slug="park-doyun",
                name_ko="박도윤",
                name_en="Park Do-yun",
                title_ko="기자",
                title_en="reporter",
                user=self.writer,
            ),
        )

    @property
    def system(self) -> AISystem:
        return self._once(
            "system",
            lambda: AISystem.objects.create(
                name="요약 모델", name_en="Summary model", version="3.2"
            ),
        )

    def article(self, *, by: User | None = None, ai: str = "draft", **fields: Any) -> Article:
        """A complete working copy with one source and one recorded AI use (`ai`; "" for none
        recorded at all, "none" for the recorded statement that there was none)."""
        by = by or self.writer
        values = {
            "language": "ko",
            "section": self.hong_kong,
            "headline": f"홍콩과 선전, 협력을 넓힌다 {next(_numbers)}",
            "standfirst": "두 도시가 공동 기구를 세운다.",
            "body": BODY,
            "created_by": by,
        }
        article = Article.objects.create(**values | fields)
        ArticleByline.objects.create(article=article, byline=self.byline)
        Source.objects.create(
            article=article,
            outlet="사우스 차이나 모닝 포스트",
            url="https://www.scmp.com/news/1",
            published_on=dt.date(2026, 1, 15),
        )
        if ai:
            system = None if ai == "none" else self.system
            AIUse.objects.create(
                article=article,
                stage=ai,
                extent="" if ai == "none" else "whole",
                system=system,
                recorded_by=by,
            )
        return article

    def revision(self, article: Article, *, by: User | None = None) -> Revision:
        return revise.take(article=article, by=by or self.writer)

    def in_review(self, **more: Any) -> Case:
        """An article that waits for a moderator."""
        article = self.article(**more)
        self.revision(article)
        return submit(article=article, by=self.writer)

    def approve(self, case: Case, *, by: User | None = None) -> Decision:
        return decide(
            case=case,
            by=by or self.moderator,
            outcome="approve",
            checklist=[item.code for item in checklist.for_case(case)],
        )

    def approved(self, **more: Any) -> Article:
        case = self.in_review(**more)
        self.approve(case)
        return Article.objects.get(pk=case.article_id)

    def live(self, *, now: dt.datetime | None = None, **more: Any) -> Edition:
        """A story that readers see."""
        if more.get("ai") == "none":
            article = self.article(**more)
            self.revision(article)
        else:
            article = self.approved(**more)
        return publish(article=article, by=self.editor, now=now)

    def edit(self, article: Article, *, by: User | None = None, **fields: Any) -> Revision:
        """Change the working copy and save it, as the desk does."""
        Article.objects.filter(pk=article.pk).update(**fields)
        return revise.take(article=article, by=by or self.writer)


def ago(**span: float) -> dt.datetime:
    return timezone.now() - dt.timedelta(**span)


def ahead(**span: float) -> dt.datetime:
    return timezone.now() + dt.timedelta(**span)
