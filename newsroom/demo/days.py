"""The days before the demo opens: each story's way through the desk, by the product's verbs."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from articles.moderation import checklist
from articles.moderation.decide import decide, dismiss
from articles.moderation.models import Decision, Finding, Severity
from articles.people.models import User
from articles.publishing.correct import correct
from articles.publishing.publish import publish
from articles.publishing.schedule import schedule
from articles.publishing.submit import submit
from articles.publishing.withdraw import withdraw
from articles.stories import revise
from articles.stories.models import Article
from newsroom.demo.copy import final, first_edition
from newsroom.demo.staff import House
from newsroom.demo.stories.shapes import Story

NO_PAGE = "공개된 주소나 날짜가 없는 자료입니다. 편집국이 보관한 사본과 대조했습니다."


@dataclass(frozen=True)
class Move:
    """One deed and its moment. Moves of all stories run in the order of time."""

    at: dt.datetime
    do: Callable[[dt.datetime], object]


@dataclass(frozen=True)
class Desk:
    """One story on its way: who does what to it."""

    story: Story
    article: Article
    house: House
    now: dt.datetime

    def moves(self) -> Iterator[Move]:
        """Everything that happens to the story until it stands where `story.state` says."""
        moment = self.now - dt.timedelta(hours=self.story.hours_ago)
        match self.story.state:
            case "draft":
                yield Move(moment, self.save)
            case "in_review" | "changes_requested":
                yield Move(moment - dt.timedelta(minutes=4), self.save)
                yield Move(moment, self.submit)
                if self.story.state == "changes_requested":
                    yield Move(moment + dt.timedelta(minutes=33), self.send_back)
            case "live" | "withdrawn":
                yield from self.approved_by(moment)
                yield Move(moment, self.publish)
            case "scheduled":
                moment = moment.replace(minute=0, second=0)
                done = self.now - dt.timedelta(hours=2)
                yield from self.approved_by(done)
                yield Move(done, lambda at: self.schedule(at, moment))
        if self.story.state == "withdrawn":
            yield Move(moment + dt.timedelta(hours=2, minutes=5), self.withdraw)
        if self.story.correction:
            noticed = self.now - dt.timedelta(hours=self.story.correction.hours_ago)
            yield Move(noticed - dt.timedelta(minutes=14), self.put_right)
            yield Move(noticed - dt.timedelta(minutes=12), self.submit_as_editor)
            yield Move(noticed - dt.timedelta(minutes=3), self.decide)
            yield Move(noticed, self.correct)

    def approved_by(self, moment: dt.datetime) -> Iterator[Move]:
        """Saved, submitted and, where it opened a case, approved a little before `moment`."""
        yield Move(moment - dt.timedelta(minutes=56), self.save)
        if self.story.edits:
            yield Move(moment - dt.timedelta(minutes=43), self.edit)
        yield Move(moment - dt.timedelta(minutes=40), self.submit)
        yield Move(moment - dt.timedelta(minutes=9), self.decide)

    def person(self, username: str) -> User:
        return self.house.people[username]

    def fresh(self) -> Article:
        return Article.objects.get(pk=self.article.pk)

    def save(self, at: dt.datetime) -> None:
        revise.take(article=self.fresh(), by=self.person(self.story.author), now=at)

    def edit(self, at: dt.datetime) -> None:
        self.rewrite(first_edition(self.story), "", at)

    def rewrite(self, body: str, note: str, at: dt.datetime) -> None:
        """The editor saves another body."""
        article = self.fresh()
        article.body = body
        article.save(update_fields=["body", "updated_at"])
        revise.take(article=article, by=self.person("editor"), note=note, now=at)

    def submit(self, at: dt.datetime) -> None:
        submit(article=self.fresh(), by=self.person(self.story.author), now=at)

    def submit_as_editor(self, at: dt.datetime) -> None:
        submit(article=self.fresh(), by=self.person("editor"), now=at)

    def decide(self, at: dt.datetime) -> None:
        """Approve, with every point of the checklist; a text that needs no review has no case."""
        case = self.article.cases.open().select_related("revision").first()
        if case is None:
            return
        moderator = self.person("moderator")
        for finding in case.findings.filter(
            state=Finding.State.OPEN, severity=Severity.MEDIUM, code="source_incomplete"
        ):
            dismiss(finding=finding, by=moderator, reason=NO_PAGE, now=at - dt.timedelta(minutes=2))
        decide(
            case=case,
            by=moderator,
            outcome=Decision.Outcome.APPROVE,
            checklist=[item.code for item in checklist.for_case(case)],
            now=at,
        )

    def send_back(self, at: dt.datetime) -> None:
        decide(
            case=self.article.cases.open().get(),
            by=self.person("moderator"),
            outcome=Decision.Outcome.CHANGES,
            reason=self.story.reason,
            now=at,
        )

    def publish(self, at: dt.datetime) -> None:
        publish(article=self.fresh(), by=self.person("editor"), now=at)

    def schedule(self, at: dt.datetime, moment: dt.datetime) -> None:
        schedule(article=self.fresh(), by=self.person("editor"), at=moment, now=at)

    def withdraw(self, at: dt.datetime) -> None:
        withdraw(article=self.fresh(), by=self.person("editor"), reason=self.story.reason, now=at)

    def put_right(self, at: dt.datetime) -> None:
        self.rewrite(final(self.story), self.story.correction.notice, at)

    def correct(self, at: dt.datetime) -> None:
        correct(
            article=self.fresh(),
            by=self.person("editor"),
            notice=self.story.correction.notice,
            now=at,
        )
