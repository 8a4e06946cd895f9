"""Notices by mail: plain text, in the person's language, where the operator has set mail up.

Each is sent at most once: it is marked first, and the mark is taken back if sending fails, so that
`manage.py send_notices` tries again, for a day.
"""

import datetime as dt
import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.lib.aside import OneThread, is_held
from articles.notices.models import Notice
from articles.notices.words import words

GIVE_UP_AFTER = dt.timedelta(days=1)
_log = logging.getLogger(__name__)
# One thread, for one connection at a time: a slow mail server never holds up a page.
_post = OneThread("notices")


def soon(to: int, key: str) -> None:
    """Send one notice now, away from the request that told it. What is held back goes out with
    `send_pending`."""
    if is_held():
        return
    if settings.MAIL_IN_BACKGROUND:
        _post.submit(_in_thread, to, key)
    else:
        _send_all(Notice.objects.filter(to=to, key=key), timezone.now())


def send_pending(now: dt.datetime | None = None, limit: int = 500) -> tuple[int, int]:
    """Send what has not been sent and not been read; returns how many went out and how many
    failed. What is older than a day is left alone: it stands in the desk's list."""
    if not settings.MAIL:
        return 0, 0
    now = now or timezone.now()
    return _send_all(Notice.objects.order_by("at"), now, limit)


def _send_all(notices: QuerySet[Notice], now: dt.datetime, limit: int = 1) -> tuple[int, int]:
    wanted = notices.filter(
        Q(to__mail_choice=None) | Q(to__mail_choice__wanted=True),
        mailed_at=None,
        read_at=None,
        at__gt=now - GIVE_UP_AFTER,
        to__is_active=True,
    ).exclude(to__email="")
    sent = failed = 0
    for notice in wanted.select_related("to")[:limit]:
        mine = Notice.objects.filter(pk=notice.pk, mailed_at=None).update(mailed_at=now)
        if not mine:
            continue
        try:
            _message(notice).send()
            sent += 1
        except (OSError, smtplib.SMTPException) as error:
            Notice.objects.filter(pk=notice.pk).update(mailed_at=None)
            _log.warning("A notice could not be mailed: %s", type(error).__name__)
            failed += 1
    return sent, failed


def _message(notice: Notice) -> EmailMessage:
    language = notice.to.language
    said = words(notice.code, notice.data, language)
    with translation.override(language):
        lines = [said.title, said.text]
        if notice.url:
            lines.append(f"{settings.SITE_URL}{notice.url}")
        lines.append(_("You can switch these mails off in the desk, under My settings."))
    return EmailMessage(
        # A header is one line, whatever a headline holds.
        subject=" ".join(said.title.split())[:200],
        body="\n\n".join(line for line in lines if line) + "\n",
        to=[notice.to.email],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _in_thread(to: int, key: str) -> None:
    try:
        _send_all(Notice.objects.filter(to=to, key=key), timezone.now())
    except Exception:
        _log.exception("Mailing a notice failed")
    finally:
        connection.close()
