"""The queue's filters, carried along from one review screen to the next in the address."""

from django.http import HttpRequest, QueryDict

from articles.moderation import queue
from articles.moderation.filters import QueueFilter
from articles.moderation.moderators import moderators
from articles.moderation.querysets import CaseQuerySet


def query(sent: QueryDict) -> str:
    """The filters in an address as a query string; what is no filter is left out."""
    kept = QueryDict(mutable=True)
    for name in QueueFilter.base_filters:
        if sent.get(name):
            kept[name] = sent[name][:100]
    return kept.urlencode()


def cases(request: HttpRequest) -> CaseQuerySet | None:
    """The open cases that the address narrows the queue to; None where it says nothing."""
    if not query(request.GET):
        return None
    every = queue.open_for(request.user)
    return QueueFilter(request.GET, every, request=request, moderators=moderators()).qs
