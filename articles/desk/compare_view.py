"""Two revisions of one article side by side."""

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk.article_page import find
from articles.desk.changes import changes, with_edition
from articles.editions.models import Edition
from articles.stories.models import Article, Revision


@require_safe
def compare_page(request: HttpRequest, pk: int) -> HttpResponse:
    """`?a=1&b=3`: revision 1 against revision 3; the two newest where nothing is said."""
    article = find(request, pk)
    revisions = list(
        article.revisions.select_related("created_by").defer("snapshot").order_by("-number")
    )
    if not revisions:
        raise Http404
    newest = revisions[0].number
    after = _chosen(article, request.GET.get("b"), newest)
    before = _chosen(article, request.GET.get("a"), max(1, after.number - 1))
    published = {
        edition.revision_id: edition
        for edition in Edition.objects.filter(revision__in=[before, after]).order_by("number")
    }
    found = changes(before.snapshot, after.snapshot)
    found = with_edition(found, published.get(before.pk), published.get(after.pk))
    context = {
        **admin.site.each_context(request),
        "title": _("Revisions %(a)s and %(b)s compared") % {"a": before.number, "b": after.number},
        "article": article,
        "revisions": revisions,
        "before": before,
        "after": after,
        "changes": found,
        "one": request.GET.get("view") == "one",
    }
    request.current_app = admin.site.name
    return TemplateResponse(request, "admin/articles/article/compare.html", context)


def _chosen(article: Article, sent: str | None, otherwise: int) -> Revision:
    number = int(sent) if sent and sent.isdecimal() and len(sent) < 10 else otherwise
    revision = article.revisions.select_related("created_by").filter(number=number).first()
    if revision is None:
        raise Http404
    return revision
