"""Tell somebody something, once."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from articles.notices import mail
from articles.notices.models import Notice
from articles.people.models import User


def tell(
    *,
    to: User,
    code: str,
    key: str,
    data: dict[str, Any] | None = None,
    url: str = "",
    at: dt.datetime | None = None,
) -> None:
    """Leave a notice for `to`, in the transaction that is open.

    `key` says what it is about: told again under the same key, nothing happens. `code` is one of
    `words.CODES`; `data` is JSON and fills its places. `url` is a path of ours. Who can no longer
    sign in is told nothing. A mail goes out after the commit, where mail is set up.
    """
    if not to.is_active:
        return
    notice = Notice(
        to=to, code=code, key=key[:120], data=data or {}, url=url, at=at or timezone.now()
    )
    # Not get_or_create: whoever comes second must not break the transaction that tells.
    Notice.objects.bulk_create([notice], ignore_conflicts=True)
    if settings.MAIL:
        transaction.on_commit(lambda: mail.soon(to.pk, notice.key))
