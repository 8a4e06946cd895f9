"""Somebody else saved first: who, when, what differs, with everything that was typed kept."""

from django.http import HttpRequest, HttpResponse

from articles.desk.article_render import render as render_page
from articles.desk.article_save import NotSaved
from articles.desk.article_state import standing
from articles.desk.article_verbs import VerbForm
from articles.desk.changes import changes
from articles.stories.models import Article, Revision


def render(request: HttpRequest, outcome: NotSaved, *, verb_form: VerbForm) -> HttpResponse:
    """The form with what was typed, above it what stands there now. Its version is now the
    current one, so pressing save again puts this text on top, knowingly.

    Where what was typed is not sound, what the other person changed is shown instead: there is
    nothing yet that could be compared.
    """
    current = Article.objects.select_related("section", "created_by").get(
        pk=outcome.stale.current.pk
    )
    on = standing(current)
    theirs: Revision = on.latest
    if outcome.mine is not None:
        found = changes(theirs.snapshot, outcome.mine)
    else:
        sent = request.POST.get("version", "")
        # The version counts from 1 and grows with each revision, so it is one ahead of them.
        number = int(sent) - 1 if sent.isdecimal() and len(sent) < 10 else 0
        base = current.revisions.filter(number=number).first() or theirs
        found = changes(base.snapshot, theirs.snapshot)
    return render_page(
        request,
        on,
        outcome.sheet,
        verb_form=verb_form,
        template="admin/articles/article/conflict.html",
        changes=found,
        mine_is_compared=outcome.mine is not None,
        theirs=theirs,
        by_myself=theirs.created_by_id == request.user.pk,
    )
