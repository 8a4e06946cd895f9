"""What is done from the queue and about it: hand cases over, keep a claim alive, keep filters."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.moderation import assign as assigning
from articles.moderation import bulk, claim, saved
from articles.moderation.filters import QueueFilter
from articles.moderation.hands import Refused
from articles.moderation.queue_forms import BulkForm, HandForm, person, ticked
from articles.moderation.review import may_view, screen, visible
from articles.people.roles import can


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the case, take it over, give it back or assign it."""
    shown = visible(request, pk)
    form = HandForm(request.POST)
    if not form.is_valid():
        return screen(request, shown, _("Nothing was changed. Try again."), 422)
    said = form.cleaned_data
    to = person(said["to"], request.user)
    if said["to"] and to is None:
        return screen(request, shown, _("Choose to whom the case goes."), 422)
    try:
        assigning.assign(case=shown, by=request.user, to=to, was=said["was"], held=said["held"])
    except PermissionDenied as error:
        return screen(request, shown, str(error), 403)
    except Refused as error:
        return screen(request, visible(request, pk), str(error), 409)
    return redirect("moderation:case", shown.pk)


@require_POST
def stay(request: HttpRequest, pk: int) -> HttpResponse:
    """The screen's sign of life while somebody works on it: renews their claim, and answers with
    how things stand."""
    shown = visible(request, pk)
    claim.look(case=shown, by=request.user)
    context = {
        "case": shown,
        "is_open": shown.state == shown.State.OPEN,
        "claim": claim.shown(shown, request.user, timezone.now()),
    }
    if not request.htmx:
        return redirect("moderation:case", shown.pk)
    return render(request, "moderation/_claim.html", context)


@require_POST
def several(request: HttpRequest) -> HttpResponse:
    """Take, give back or assign the ticked cases; the answer says of each what became of it."""
    may_view(request)
    if not can(request.user, "case.assign"):
        raise PermissionDenied(_("Your role does not allow you to assign cases."))
    form, cases = BulkForm(request.POST), ticked(request.POST.getlist("case"))
    problem = ""
    to = None
    if not form.is_valid():
        problem = _("Nothing was changed. Try again.")
    elif not cases:
        problem = _("Tick the cases first.")
    elif form.cleaned_data["act"] == "take":
        to = request.user
    elif form.cleaned_data["act"] == "assign":
        to = person(form.cleaned_data["to"], request.user)
        problem = "" if to else _("Choose to whom the cases go.")
    if problem:
        messages.error(request, problem)
        return redirect(_back(request))
    results = bulk.hand_over(cases, by=request.user, to=to)
    context = admin.site.each_context(request) | {
        "title": _("Result for each item"),
        "results": results,
        "done": sum(each.done for each in results),
        "left_out": max(0, len(cases) - bulk.MOST),
        "most": bulk.MOST,
        "back": _back(request),
    }
    return render(request, "moderation/bulk.html", context)


@require_POST
def keep_filter(request: HttpRequest) -> HttpResponse:
    """Keep the filters of the page under a name, and show the list through them."""
    may_view(request)
    # Only what the filters accept is kept: the rest of an address is nobody's filter.
    chosen = QueryDict(request.POST.get("query", "")[:1000])
    try:
        saved.save(
            user=request.user,
            name=request.POST.get("name", ""),
            chosen=chosen.dict(),
            allowed=QueueFilter.base_filters,
        )
        messages.success(request, _("The filter is saved."))
    except Refused as error:
        messages.error(request, str(error))
    return redirect(_back(request))


@require_POST
def forget_filter(request: HttpRequest, pk: int) -> HttpResponse:
    may_view(request)
    saved.forget(user=request.user, pk=pk)
    messages.success(request, _("The filter is removed."))
    return redirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The list as it was filtered, if the form says so."""
    queue = reverse("moderation:queue")
    query = request.POST.get("query", "")[:1000]
    address = f"{queue}?{QueryDict(query).urlencode()}" if query else queue
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else queue
