"""What is said about a text in review: each view calls one verb and shows the thread."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.moderation import comments, narrowing
from articles.moderation.forms import CommentForm
from articles.moderation.hands import Refused
from articles.moderation.models import Case, Comment
from articles.moderation.review import gathered, screen, visible


@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a thread."""
    shown = visible(request, pk)
    form, made, problem, status = CommentForm(request.POST), None, "", 200
    if not form.is_valid():
        problem, status = next(iter(form.errors.values()))[0], 422
    else:
        said = form.cleaned_data
        try:
            made = comments.comment(
                case=shown,
                by=request.user,
                text=said["text"],
                quote=said["quote"],
                field=said["field"],
                before=said["before"],
                seen=said["sha256"] or None,
            )
        except PermissionDenied as error:
            problem, status = str(error), 403
        except Refused as error:
            problem, status = str(error), 422
    return _answer(request, pk, made, problem, status, None)


@require_POST
def answer(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    thread = _thread(visible(request, pk), comment)
    problem, status = "", 200
    try:
        comments.answer(comment=thread, by=request.user, text=request.POST.get("text", ""))
    except PermissionDenied as error:
        problem, status = str(error), 403
    except Refused as error:
        problem, status = str(error), 422
    return _answer(request, pk, thread, problem, status, thread.pk)


@require_POST
def resolve(request: HttpRequest, pk: int, comment: int) -> HttpResponse:
    thread = _thread(visible(request, pk), comment)
    problem, status = "", 200
    try:
        comments.resolve(comment=thread, by=request.user)
    except PermissionDenied as error:
        problem, status = str(error), 403
    return _answer(request, pk, thread, problem, status, thread.pk)


def _thread(shown: Case, comment: int) -> Comment:
    """A thread that this review screen shows; 404 for any other."""
    return get_object_or_404(comments.of(shown), pk=comment, parent=None)


def _answer(
    request: HttpRequest, pk: int, made: Comment | None, problem: str, status: int, old: int | None
) -> HttpResponse:
    """The thread under htmx, the whole page without; with what was typed where it was refused."""
    shown = visible(request, pk)
    # -1 is the form for something new.
    more = {"problem_comment": (old or -1) if problem else 0}
    if not request.htmx:
        if problem:
            return screen(request, shown, problem, status, more)
        query = narrowing.query(request.GET)
        address = reverse("moderation:case", args=[pk]) + (f"?{query}" if query else "")
        return HttpResponseRedirect(f"{address}#t{made.pk}")
    context = gathered(request, shown) | more
    threads = context["threads"]
    context |= {
        "thread": next(
            (each for each in threads if made and each.first.comment.pk == made.pk), None
        ),
        "begun": made is not None and old is None,
        "problem": problem,
        "typed": request.POST if problem else {},
        "part": True,
    }
    return render(request, "moderation/_comment_swap.html", context, status=status)
