"""Save what somebody typed, unless somebody else was first: nothing is silently overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from articles.desk.article_sheet import Sheet
from articles.people.models import User
from articles.people.roles import can
from articles.stories import revise
from articles.stories.models import Article
from articles.stories.workflow import NotNow


@dataclass(frozen=True)
class Saved:
    """`article` is what is stored now; `changed` tells whether this save made a revision."""

    article: Article
    changed: bool


@dataclass(frozen=True)
class NotSaved:
    """Nothing was written. `sheet` holds everything typed. `stale`: somebody was first;
    `not_now`: the stage forbids it; neither: something typed is wrong. `mine` is the snapshot the
    save would have made, where what was typed is sound."""

    sheet: Sheet
    stale: revise.Stale | None = None
    not_now: NotNow | None = None
    mine: dict[str, Any] | None = None


def save(
    article_id: int, version: int, data: Mapping[str, Any], by: User, *, refused: str = ""
) -> Saved | NotSaved:
    """Save over `version` of an article.

    The article is locked first, so of two simultaneous saves the second sees the first. A save
    that would change nothing succeeds at any version and in any stage: a double click is no
    conflict. Raises PermissionDenied.
    """
    with transaction.atomic():
        article = revise.lock(article_id)
        if not can(by, "article.change", article):
            raise PermissionDenied
        sheet = Sheet(article, by, data, refused=refused)
        if not sheet.is_valid():
            stale = None
            if article.version != version:
                stale = _stale(article_id, version)
            return NotSaved(sheet, stale=stale)
        mine: dict[str, Any] | None = None
        try:
            with transaction.atomic():
                stored = sheet.save()
                # A section in which this person has no role is no place to move it to.
                if not can(by, "article.change", stored):
                    raise PermissionDenied
                mine = revise.snapshot(stored)
                last = stored.latest_revision()
                if last is not None and last.sha256 == revise.digest(mine):
                    return Saved(stored, changed=False)
                revise.check_version(article_id, version)
                revise.take(article=stored, by=by)
        except revise.Stale as stale:
            return NotSaved(_afresh(article_id, by, data, refused), stale=stale, mine=mine)
        except NotNow as not_now:
            return NotSaved(_afresh(article_id, by, data, refused), not_now=not_now, mine=mine)
    return Saved(Article.objects.get(pk=article_id), changed=True)


def start(token: str, data: Mapping[str, Any], by: User, *, refused: str = "") -> Saved | NotSaved:
    """Save a new article. `token` was made with the form: the same form sent twice is one article.

    Raises PermissionDenied.
    """
    group = _group(token, by)
    there = Article.objects.filter(translation_group=group, created_by=by)
    if not there.exists():
        outcome = _first(group, data, by, refused)
        if isinstance(outcome, Saved) or not there.exists():
            return outcome
    # The form came before, or twice at once and the other one was first.
    return save(there.earliest("pk").pk, 0, data, by, refused=refused)


def _first(group: UUID, data: Mapping[str, Any], by: User, refused: str) -> Saved | NotSaved:
    article = Article(created_by=by, translation_group=group)
    sheet = Sheet(article, by, data, refused=refused)
    try:
        with transaction.atomic():
            if not sheet.is_valid():
                return NotSaved(sheet)
            if not can(by, "article.add", sheet.form.instance):
                raise PermissionDenied
            revise.take(article=sheet.save(), by=by)
    except IntegrityError:
        if not Article.objects.filter(translation_group=group, created_by=by).exists():
            raise
        return NotSaved(sheet)
    return Saved(Article.objects.get(pk=article.pk), changed=True)


def new_token() -> str:
    return uuid4().hex


def _group(token: str, by: User) -> UUID:
    """The token as the group of translations; never the group of somebody else's story."""
    try:
        group = UUID(token)
    except ValueError:
        return uuid4()
    if Article.objects.filter(translation_group=group).exclude(created_by=by).exists():
        return uuid4()
    return group


def _stale(article_id: int, version: int) -> revise.Stale | None:
    try:
        revise.check_version(article_id, version)
    except revise.Stale as stale:
        return stale
    except NotNow:
        return None
    return None


def _afresh(article_id: int, by: User, data: Mapping[str, Any], refused: str) -> Sheet:
    """What was typed, over the article as it is stored: the failed save had touched its objects."""
    sheet = Sheet(revise.lock(article_id), by, data, refused=refused)
    sheet.is_valid()
    return sheet
