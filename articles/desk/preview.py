"""The article exactly as its readers would meet it, composed by what publishes it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk import files
from articles.desk.article_page import address, find
from articles.moderation.decide import approval_of
from articles.publishing.compose import compose
from articles.reader.page import article_page


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The latest revision as an edition that is written nowhere. Nobody but this person's browser
    keeps it, and no search engine."""
    article = find(request, pk)
    revision = article.latest_revision()
    if revision is None:
        messages.error(request, _("Save the article first."))
        return HttpResponseRedirect(address(article))
    now = timezone.now()
    edition = compose(revision, approval_of(revision), now=now)
    context = article_page(
        edition,
        language=edition.language,
        absolute=request.build_absolute_uri,
        image_url=files.url,
        preview=True,
        at=now,
    )
    context["preview_back"] = reverse("admin:articles_article_change", args=[article.pk])
    with translation.override(edition.language):
        response = render(request, "reader/article.html", context)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    response.headers["Content-Language"] = edition.language
    return response
