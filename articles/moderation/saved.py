"""Filters of the queue that a person keeps under a name."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.db import transaction
from django.utils.translation import gettext as _

from articles.moderation.hands import Refused
from articles.moderation.models import SavedFilter
from articles.people.models import User

MOST = 20
LONGEST = 600


def listed(user: User) -> list[SavedFilter]:
    return list(SavedFilter.objects.filter(user=user)[:MOST])


@transaction.atomic
def save(*, user: User, name: str, chosen: Mapping[str, str], allowed: Iterable[str]) -> None:
    """Keep what is `chosen` among the `allowed` filters; a name that is there is replaced.

    Raises Refused for an empty name and for more than twenty.
    """
    # PostgreSQL keeps no NUL.
    name = " ".join(name.replace("\x00", "").split())[:60]
    if not name:
        raise Refused(_("Give the filter a name."))
    query = urlencode({key: chosen[key] for key in allowed if chosen.get(key)})
    if len(query) > LONGEST:
        raise Refused(_("This filter is too long to keep."))
    # The person's row is the lock: two tabs cannot both make the twenty-first.
    User.objects.select_for_update().get(pk=user.pk)
    mine = SavedFilter.objects.filter(user=user)
    if not mine.filter(name=name).exists() and mine.count() >= MOST:
        raise Refused(_("You have kept 20 filters, which is the most. Remove one first."))
    mine.update_or_create(user=user, name=name, defaults={"query": query})


def forget(*, user: User, pk: int) -> None:
    SavedFilter.objects.filter(user=user, pk=pk).delete()
