"""The review screen's views. Each fetches, calls one verb, renders."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from articles.moderation import claim, compare, narrowing, page
from articles.moderation.apply import apply as apply_finding
from articles.moderation.decide import AlreadyDecided, Changed, Refused, decide
from articles.moderation.decide import dismiss as dismiss_finding
from articles.moderation.forms import VERBS, DecisionForm, DismissForm
from articles.moderation.hands import Held
from articles.moderation.models import Case, Finding
from articles.people.roles import can


@require_http_methods(["GET", "HEAD", "POST"])
def case(request: HttpRequest, pk: int) -> HttpResponse:
    """The review screen; a POST decides."""
    shown = visible(request, pk)
    if request.method != "POST":
        if request.method == "GET":
            claim.look(case=shown, by=request.user)
        return screen(request, shown)
    form = DecisionForm(request.POST, case=shown)
    if not form.is_valid():
        return screen(request, shown, form.sentence(), 422)
    said = form.cleaned_data
    try:
        decide(
            case=shown,
            by=request.user,
            outcome=said["outcome"],
            reason=said["reason"],
            checklist=said["points"],
            seen=said["sha256"],
        )
    except PermissionDenied as error:
        return screen(request, shown, str(error), 403)
    except (AlreadyDecided, Changed, Held) as error:
        return screen(request, visible(request, pk), str(error), 409)
    except Refused as error:
        return screen(request, shown, str(error), 422)
    messages.success(
        request,
        _("Saved: %(outcome)s · %(headline)s")
        % {"outcome": VERBS[said["outcome"]], "headline": shown.revision.snapshot["headline"]},
    )
    if request.POST.get("go") == "next":
        query = narrowing.query(request.GET)
        after = f"{reverse('moderation:next')}?after={shown.pk}"
        return HttpResponseRedirect(f"{after}&{query}" if query else after)
    return redirect("moderation:case", shown.pk)


@require_POST
def dismiss(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say that a finding is no problem; under htmx the answer is its row, and the text anew."""
    shown = visible(request, pk)
    finding = _finding(shown, number)
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
    return _row(request, visible(request, pk), number, problem, status, "dismiss")


@require_POST
def apply(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Put a finding's suggestion into the text; under htmx every part that this changes is new."""
    shown = visible(request, pk)
    before = set(shown.findings.values_list("number", flat=True))
    finding, problem, status = _finding(shown, number), "", 200
    try:
        apply_finding(finding=finding, by=request.user, seen=request.POST.get("sha256", ""))
    except PermissionDenied as error:
        problem, status = str(error), 403
    except Refused as error:
        problem, status = str(error), 409
    return _row(request, visible(request, pk), number, problem, status, "apply", before)


@require_safe
def beside(request: HttpRequest, pk: int) -> HttpResponse:
    """The text beside what was approved before, or beside one it is made from (`?with=`)."""
    shown = visible(request, pk)
    originals = compare.originals(shown, request.user)
    before = compare.approved_before(shown)
    wanted = request.GET.get("with") or ("approved" if before or not originals else "")
    original = next((each for each in originals if each.key == wanted), None)
    if original is None and wanted != "approved":
        original = next(iter(originals), None)
    snapshot = shown.revision.snapshot
    change = None
    if original is None and before is not None:
        change = compare.difference(before.snapshot, snapshot)
    context = admin.site.each_context(request) | {
        "title": _("Compare: %(headline)s") % {"headline": snapshot["headline"]},
        "case": shown,
        "snapshot": snapshot,
        "originals": originals,
        "original": original,
        "before": before,
        "change": change,
        "paragraphs": compare.whole(snapshot),
    }
    return render(request, "moderation/beside.html", context)


def screen(
    request: HttpRequest,
    shown: Case,
    problem: str = "",
    status: int = 200,
    more: dict[str, Any] | None = None,
) -> HttpResponse:
    """The review screen, with what went wrong on top and everything typed still there."""
    context = gathered(request, shown)
    context |= {
        "title": _("Review: %(headline)s") % {"headline": shown.revision.snapshot["headline"]},
        "problem": problem,
        "typed": request.POST if problem else {},
        "ticked": request.POST.getlist("points") if problem else [],
        "outcomes": VERBS.items(),
    }
    context = admin.site.each_context(request) | context | (more or {})
    return render(request, "moderation/review.html", context, status=status)


def gathered(request: HttpRequest, shown: Case) -> dict[str, Any]:
    """What the page shows; among the cases that the address narrows the queue to."""
    context = page.gather(
        shown,
        request.user,
        now=timezone.now(),
        language=language(),
        cases=narrowing.cases(request),
    )
    query = narrowing.query(request.GET)
    return context | {"query": f"?{query}" if query else ""}


def may_view(request: HttpRequest) -> None:
    if not can(request.user, "case.view"):
        raise PermissionDenied


def visible(request: HttpRequest, pk: int) -> Case:
    """The case as it stands now; 404 where it is not this person's to see."""
    may_view(request)
    cases = Case.objects.visible_to(request.user).select_related(
        "article__section",
        "revision__created_by",
        "section",
        "opened_by",
        "assigned_to",
        "claimed_by",
    )
    return get_object_or_404(cases, pk=pk)


def language() -> str:
    return "ko" if (get_language() or "ko").startswith("ko") else "en"


def _finding(shown: Case, number: int) -> Finding:
    """A finding by its number; one that a change of the text has settled meanwhile is given as
    gone, so that the verb can say so."""
    found = shown.findings.filter(number=number).first()
    if found is None and not shown.revision.from_suggestion:
        raise Http404
    return found or Finding(case=shown, number=number)


def _row(
    request: HttpRequest,
    shown: Case,
    number: int,
    problem: str,
    status: int,
    deed: str,
    before: set[int] | None = None,
) -> HttpResponse:
    """The answer to a deed on a finding: its row under htmx, the whole page without."""
    more = {"problem_number": number, "problem_deed": deed}
    if not request.htmx:
        if problem:
            known = shown.findings.filter(number=number).exists()
            return screen(request, shown, problem, status, more if known else None)
        query = narrowing.query(request.GET)
        address = reverse("moderation:case", args=[shown.pk]) + (f"?{query}" if query else "")
        return HttpResponseRedirect(f"{address}#f{number}")
    context = gathered(request, shown)
    numbers = {row.number for row in context["findings"]}
    context |= more | {
        "row": next((row for row in context["findings"] if row.number == number), None),
        "new": [row for row in context["findings"] if row.number not in (before or numbers)],
        "gone": sorted((before or set()) - numbers - {number}),
        "number": number,
        "problem": problem,
        "typed": request.POST,
        "part": True,
        "applied": deed == "apply" and not problem,
    }
    return render(request, "moderation/_finding_swap.html", context, status=status)
