"""Count a visit: one browser, one day, one language; only after consent, and never a person."""

import logging

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from articles.reader import consent
from articles.reader.models import VisitDay

logger = logging.getLogger(__name__)


def count(request: HttpRequest, response: HttpResponse, language: str, chosen: str) -> None:
    """Add this browser to the day's visits, unless its `visit` cookie says it was added already.

    The cookie holds the date and nothing else: it tells no two browsers apart. A page is never
    lost to its statistics, so a database that will not count is only noted.
    """
    today = timezone.localdate()
    if chosen != consent.YES or request.COOKIES.get(consent.VISIT) == today.isoformat():
        return
    try:
        VisitDay.add(today, language)
    except DatabaseError:
        logger.warning("A visit could not be counted.", exc_info=True)
        return
    consent.put(response, consent.VISIT, today.isoformat())
