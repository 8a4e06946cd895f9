"""The queue's views. Each fetches, calls one verb, renders."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.moderation import narrowing, saved
from articles.moderation import queue as waiting
from articles.moderation.filters import QueueFilter, first_choice
from articles.moderation.late import tell_late
from articles.moderation.models import Case
from articles.moderation.moderators import moderators
from articles.moderation.review import language, may_view
from articles.people.roles import can


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The list; under htmx only its rows and its count."""
    may_view(request)
    user, now = request.user, timezone.now()
    tell_late(now)
    cases = waiting.open_for(user)
    people = moderators()
    filtered = QueueFilter(request.GET, cases, request=request, moderators=people)
    start = _case_named(request, "after")
    found, more = waiting.page(filtered.qs, start)
    total = cases.count_up_to(waiting.MOST_COUNTED)
    narrowed = _narrowed(filtered)
    matching = filtered.qs.count_up_to(waiting.MOST_COUNTED) if total else 0
    deciding = can(user, "case.decide")
    context = {
        "title": _("Review queue"),
        "filter": filtered,
        "rows": waiting.rows(found, user, now=now, language=language()),
        "matching": waiting.many(matching),
        "matching_n": matching,
        "total": waiting.many(total),
        "total_n": total,
        "all_shown": matching == total,
        "start": start,
        "more": _address(request, after=found[-1].pk) if more else "",
        "narrowed": narrowed,
        "to_decide": deciding and waiting.to_decide(user, now).exists(),
        "may_decide": deciding,
        "may_assign": can(user, "case.assign"),
        "people": people,
        "saved": saved.listed(user),
        "query": _kept(request, filtered),
        "all_url": _address(request, tick="all"),
        "all_ticked": request.GET.get("tick") == "all",
    }
    part = request.htmx and not request.htmx.history_restore_request
    template = "moderation/_queue.html" if part else "moderation/queue.html"
    if not part:
        context = admin.site.each_context(request) | context
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def next_case(request: HttpRequest) -> HttpResponse:
    """To the first case this person may decide on; with `after`, to the one that follows it; where
    the address narrows the queue, among those."""
    if not can(request.user, "case.decide"):
        raise PermissionDenied(_("Your role does not allow this decision."))
    cases = waiting.to_decide(request.user)
    narrowed, query = narrowing.cases(request), narrowing.query(request.GET)
    if narrowed is not None:
        cases = cases.filter(pk__in=narrowed.order_by().values("pk"))
    query = f"?{query}" if query else ""
    start = _case_named(request, "after")
    found = (waiting.after(cases, start) if start else cases).first()
    if found is None and start is not None:
        found = cases.exclude(pk=start.pk).first()
        if found is not None:
            messages.info(request, _("That was the end of the queue. It begins again here."))
    if found is None:
        messages.info(request, _("Nothing else waits for you."))
        return redirect(reverse("moderation:queue") + query)
    return redirect(reverse("moderation:case", args=[found.pk]) + query)


def _case_named(request: HttpRequest, name: str) -> Case | None:
    """The case a parameter names, if this person may see it; anything else counts as nothing."""
    value = request.GET.get(name, "")
    if not (value.isascii() and value.isdigit() and len(value) < 19):
        return None
    return Case.objects.visible_to(request.user).filter(pk=int(value)).first()


def _narrowed(filtered: QueueFilter) -> bool:
    """Whether the list shows less than it does at first."""
    usual = {"who": first_choice(filtered.request.user)}
    return any(
        value and value != usual.get(name)
        for name, value in filtered.form.data.items()
        if name in filtered.filters
    )


def _address(request: HttpRequest, **more: object) -> str:
    """This list, with something else in its address."""
    query = request.GET.copy()
    for name, value in more.items():
        query[name] = str(value)
    return f"?{query.urlencode()}"


def _kept(request: HttpRequest, filtered: QueueFilter) -> str:
    """The filters of this page as a query string, as they are kept under a name."""
    query = QueryDict(mutable=True)
    for name in filtered.filters:
        if request.GET.get(name):
            query[name] = request.GET[name][:100]
    return query.urlencode()
