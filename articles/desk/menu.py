"""The desk's menu: what this person may see, and what waits there."""

import datetime as dt
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.moderation.models import Case
from articles.moderation.queue import MOST_COUNTED, many
from articles.people.models import User
from articles.people.roles import can
from articles.stories.models import Article
from articles.stories.workflow import Stage


@dataclass(frozen=True)
class Item:
    """One line. `current` is what aria-current says: "page", "true" (a page below it) or ""."""

    title: str
    url: str
    count: int = 0
    hot: bool = False
    current: str = ""

    @property
    def counted(self) -> str:
        """The count in words: beyond a thousand nobody counts on."""
        return many(self.count)


@dataclass(frozen=True)
class Group:
    title: str
    items: tuple[Item, ...]


def language() -> str:
    """The language of the desk's words: "ko" or "en"."""
    return "ko" if (get_language() or "ko").startswith("ko") else "en"


def home(user: User) -> str:
    """The name of the page somebody starts on: who writes sees their work, else the overview."""
    if can(user, "article.add"):
        return "admin:work"
    return "admin:overview" if can(user, "case.decide") else "admin:articles_article_changelist"


def menu(request: HttpRequest) -> list[Group]:
    """The groups that hold anything for this person. Three queries at most, none of which counts
    a long queue to its end."""
    user, now = request.user, timezone.now()
    groups = [
        Group(_("Today"), _today(user, now)),
        Group(_("Content"), _content(user)),
        Group(_("Settings"), _settings(user)),
    ]
    here = request.path
    if here == reverse("admin:index"):
        here = reverse(home(user))
    # The longest address that begins this page's: a case lies below the queue.
    match = max(
        (i.url for g in groups for i in g.items if here.startswith(i.url)), key=len, default=""
    )
    return [_marked(group, match, here) for group in groups if group.items]


def _today(user: User, now: dt.datetime) -> tuple[Item, ...]:
    items = []
    if can(user, "article.add"):
        sent_back = Article.objects.filter(created_by=user, stage=Stage.CHANGES_REQUESTED).count()
        items.append(Item(_("My work"), reverse("admin:work"), sent_back))
    if can(user, "case.decide"):
        items.append(Item(_("Review overview"), reverse("admin:overview")))
    if can(user, "case.view"):
        waiting = Case.objects.open().visible_to(user)
        late = waiting.overdue(now).exists()
        items.append(
            Item(
                _("Review queue"),
                reverse("moderation:queue"),
                waiting.count_up_to(MOST_COUNTED),
                late,
            )
        )
    return tuple(items)


def _content(user: User) -> tuple[Item, ...]:
    return _allowed(
        user,
        ("article.view", _("Articles"), "admin:articles_article_changelist"),
        ("image.view", _("Images"), "admin:images_imageasset_changelist"),
        ("section.view", _("Sections"), "admin:articles_section_changelist"),
        ("tag.view", _("Tags"), "admin:articles_tag_changelist"),
        ("byline.view", _("Bylines"), "admin:people_byline_changelist"),
    )


def _settings(user: User) -> tuple[Item, ...]:
    return _allowed(
        user,
        ("ai_system.view", _("AI systems"), "admin:disclosure_aisystem_changelist"),
        ("review_policy.view", _("Review policies"), "admin:moderation_reviewpolicy_changelist"),
        ("review_policy.view", _("Checks"), "admin:moderation_checksetting_changelist"),
        ("review_policy.view", _("Glossary"), "admin:moderation_glossaryterm_changelist"),
        ("trust_list.view", _("Trust lists"), "admin:images_trustlist_changelist"),
        ("people.view", _("People and roles"), "admin:people_user_changelist"),
        ("people.view", _("Pipelines"), "admin:people_pipeline_changelist"),
        ("audit.view", _("Audit trail"), "admin:audit_entry_changelist"),
        ("desk.enter", _("My settings"), "admin:me"),
    )


def _allowed(user: User, *lines: tuple[str, str, str]) -> tuple[Item, ...]:
    return tuple(Item(title, reverse(name)) for verb, title, name in lines if can(user, verb))


def _marked(group: Group, match: str, here: str) -> Group:
    said = "page" if match == here else "true"
    return replace(
        group,
        items=tuple(replace(i, current=said) if i.url == match else i for i in group.items),
    )
