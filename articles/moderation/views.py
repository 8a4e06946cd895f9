"""The queue and the review screen. Each view fetches, calls one verb, renders."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.moderation import assign as assigning
from articles.moderation import page
from articles.moderation import queue as waiting
from articles.moderation.decide import AlreadyDecided, Refused, decide
from articles.moderation.decide import dismiss as dismiss_finding
from articles.moderation.filters import QueueFilter, first_choice
from articles.moderation.forms import VERBS, AssignForm, DecisionForm, DismissForm
from articles.moderation.models import Case
from articles.people.roles import can


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The list; under htmx only its rows and its count."""
    _may_view(request)
    cases = waiting.open_for(request.user)
    filtered = QueueFilter(request.GET, cases, request=request)
    start = _case_named(request, "after")
    found, more = waiting.page(filtered.qs, start)
    deciding = can(request.user, "case.decide")
    context = {
        "title": _("Review queue"),
        "filter": filtered,
        "rows": waiting.rows(found, now=timezone.now(), language=_language()),
        "matching": filtered.qs.count(),
        "total": cases.count(),
        "start": start,
        "more": _address(request, found[-1].pk) if more else "",
        "narrowed": _narrowed(filtered),
        "to_decide": deciding and waiting.to_decide(request.user).exists(),
        "may_decide": deciding,
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
    """To the first case this person may decide on; with `after`, to the one that follows it."""
    if not can(request.user, "case.decide"):
        raise PermissionDenied(_("Your role does not allow this decision."))
    cases = waiting.to_decide(request.user)
    start = _case_named(request, "after")
    found = (waiting.after(cases, start) if start else cases).first()
    if found is None and start is not None:
        found = cases.exclude(pk=start.pk).first()
        if found is not None:
            messages.info(request, _("That was the end of the queue. It begins again here."))
    if found is None:
        messages.info(request, _("Nothing else waits for you."))
        return redirect("moderation:queue")
    return redirect("moderation:case", found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """The review screen; a POST decides."""
    shown = _visible(request, pk)
    if request.method != "POST":
        return _page(request, shown)
    form = DecisionForm(request.POST, case=shown)
    if not form.is_valid():
        return _page(request, shown, form.sentence(), 422)
    said = form.cleaned_data
    if said["sha256"] != shown.revision.sha256:
        return _page(
            request, shown, _("This page showed another revision. Read this one, then decide."), 409
        )
    try:
        decide(
            case=shown,
            by=request.user,
            outcome=said["outcome"],
            reason=said["reason"],
            checklist=said["points"],
        )
    except PermissionDenied as error:
        return _page(request, shown, str(error), 403)
    except AlreadyDecided as error:
        return _page(request, _visible(request, pk), str(error), 409)
    except Refused as error:
        return _page(request, shown, str(error), 422)
    messages.success(
        request,
        _("Saved: %(outcome)s · %(headline)s")
        % {"outcome": VERBS[said["outcome"]], "headline": shown.revision.snapshot["headline"]},
    )
    if request.POST.get("go") == "next":
        return HttpResponseRedirect(f"{reverse('moderation:next')}?after={shown.pk}")
    return redirect("moderation:case", shown.pk)


@require_POST
def dismiss(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say that a finding is no problem; under htmx the answer is its row and the new count."""
    shown = _visible(request, pk)
    finding = get_object_or_404(shown.findings, number=number)
    form, problem, status = DismissForm(request.POST), "", 200
    if not form.is_valid():
        problem, status = form.errors["reason"][0], 422
    else:
        try:
            dismiss_finding(finding=finding, by=request.user, reason=form.cleaned_data["reason"])
        except PermissionDenied as error:
            problem, status = str(error), 403
        except Refused as error:
            problem, status = str(error), 409
    if not request.htmx:
        if problem:
            return _page(request, shown, problem, status, {"number": number})
        return HttpResponseRedirect(f"{reverse('moderation:case', args=[pk])}#f{number}")
    context = page.gather(shown, request.user, now=timezone.now(), language=_language())
    context["row"] = next(row for row in context["findings"] if row.number == number)
    context |= {"problem_number": number, "problem": problem, "typed": request.POST, "part": True}
    return render(request, "moderation/_finding_swap.html", context, status=status)


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the case, or give it back."""
    shown = _visible(request, pk)
    form = AssignForm(request.POST)
    if not form.is_valid():
        return _page(request, shown, _("Nothing was changed. Try again."), 422)
    to = request.user if form.cleaned_data["to"] == "me" else None
    try:
        assigning.assign(case=shown, by=request.user, to=to, was=form.cleaned_data["was"])
    except PermissionDenied as error:
        return _page(request, shown, str(error), 403)
    except Refused as error:
        return _page(request, _visible(request, pk), str(error), 409)
    return redirect("moderation:case", shown.pk)


def _page(
    request: HttpRequest,
    shown: Case,
    problem: str = "",
    status: int = 200,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The review screen, with what went wrong on top and everything typed still there."""
    context = page.gather(shown, request.user, now=timezone.now(), language=_language())
    number = (more or {}).get("number")
    typed = request.POST if problem else {}
    context |= {
        "title": _("Review: %(headline)s") % {"headline": shown.revision.snapshot["headline"]},
        "problem": problem,
        "problem_number": number,
        "typed": typed,
        "ticked": request.POST.getlist("points") if problem else [],
        "outcomes": VERBS.items(),
    }
    context = admin.site.each_context(request) | context
    return render(request, "moderation/review.html", context, status=status)


def _may_view(request: HttpRequest) -> None:
    if not can(request.user, "case.view"):
        raise PermissionDenied


def _visible(request: HttpRequest, pk: int) -> Case:
    """The case as it stands now; 404 where it is not this person's to see."""
    _may_view(request)
    cases = Case.objects.visible_to(request.user).select_related(
        "article__section", "revision", "section", "opened_by", "assigned_to"
    )
    return get_object_or_404(cases, pk=pk)


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


def _address(request: HttpRequest, last: int) -> str:
    """This list from the case after `last` on."""
    query = request.GET.copy()
    query["after"] = last
    return f"?{query.urlencode()}"


def _language() -> str:
    return "ko" if (get_language() or "ko").startswith("ko") else "en"
