"""The list of notices. Everybody sees their own, and nobody else's."""

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.notices import listing
from articles.notices.models import Notice


@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    before = request.GET.get("before", "")
    number = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
    language = "ko" if (get_language() or "ko").startswith("ko") else "en"
    rows, following = listing.page(request.user, language, number)
    context = admin.site.each_context(request) | {
        "title": _("Notices"),
        "rows": rows,
        "following": following,
        "later": number is not None,
    }
    return render(request, "notices/notices.html", context)


@require_safe
def go(request: HttpRequest, pk: int) -> HttpResponse:
    """To what the notice is about; it counts as read from then on."""
    notice = get_object_or_404(Notice, pk=pk, to=request.user)
    if request.method == "GET":
        listing.read(request.user, pk)
    local = url_has_allowed_host_and_scheme(notice.url, allowed_hosts=None)
    return redirect(notice.url if local else "notices:list")


@require_POST
def read(request: HttpRequest, pk: int) -> HttpResponse:
    get_object_or_404(Notice, pk=pk, to=request.user)
    listing.read(request.user, pk)
    return redirect("notices:list")


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    n = listing.read(request.user)
    messages.success(
        request,
        ngettext("%(n)s notice marked as read.", "%(n)s notices marked as read.", n) % {"n": n},
    )
    return redirect("notices:list")
