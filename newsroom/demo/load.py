"""Load the demo newsroom: `LOGINS`, `is_loaded()`, `load(say)`."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.audit.models import Entry
from articles.audit.record import record
from articles.images import files
from articles.lib import aside
from articles.people.roles import Role
from articles.stories.models import Article
from newsroom.demo import copy, staff
from newsroom.demo.days import Desk
from newsroom.demo.passwords import password
from newsroom.demo.stories import PEOPLE, STORIES

# (role in words, user name, password); the words are translated when they are printed.
LOGINS = tuple((Role(each.role).label, each.username, password(each.username)) for each in PEOPLE)
LOADED = "demo.loaded"


def is_loaded() -> bool:
    """Whether this database holds the demo. The audit trail says so, and it cannot be edited."""
    return Entry.objects.filter(verb=LOADED).exists()


def load(say: Callable[[str], None]) -> None:
    """Take in the whole demo, or nothing of it. A second load does nothing.

    The stories take the way any story takes (saved, submitted, reviewed, published), each at a
    moment counted back from now. Raises ImproperlyConfigured in production.
    """
    if settings.PRODUCTION:
        raise ImproperlyConfigured(_("The demo newsroom is never loaded in production."))
    # `start` forks its servers when this is done.
    with aside.held(), files.undone_on_error() as written, transaction.atomic():
        if is_loaded():
            return
        now = timezone.now().replace(microsecond=0)
        say(_("People, sections and pictures …"))
        house = staff.settle(now, written)
        articles = copy.write_all(STORIES, house, now)
        say(_("%(n)s stories on their way through review …") % {"n": len(STORIES)})
        desks = [Desk(story, articles[story.key], house, now) for story in STORIES]
        moves = [move for desk in desks for move in desk.moves()]
        for move in sorted(moves, key=lambda move: move.at):
            move.do(move.at)
        _as_last_saved(articles.values())
        record(house.people["admin"], LOADED, house.people["admin"], at=now, stories=len(STORIES))


def _as_last_saved(articles: Iterable[Article]) -> None:
    """Show each article as saved when its last revision was, not when the demo was loaded."""
    for article in articles:
        Article.objects.filter(pk=article.pk).update(
            updated_at=article.revisions.latest("number").created_at
        )
