"""The page where pictures are uploaded: as one form, or file by file with JavaScript."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from articles.desk.image_sheet import shown
from articles.desk.upload import Outcome, UploadForm, anyway, opened, take_in, taken
from articles.images import waiting
from articles.images.models import ImageAsset
from articles.lib.numbers import row_number
from articles.people.roles import can


def page(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: files, or a person's word on one that waits. What can be taken is
    taken, and each refusal is a sentence. Asked for JSON it answers for each file by itself."""
    if not can(request.user, "image.add"):
        raise PermissionDenied
    if request.method != "POST":
        return _shown(request, UploadForm(), [])
    if "token" in request.POST:
        return _answer(request, UploadForm(), [_decided(request)])
    form = UploadForm(request.POST, request.FILES)
    return _answer(request, form, take_in(form, by=request.user) if form.is_valid() else [])


@require_safe
def waiting_picture(request: HttpRequest, token: str) -> HttpResponse:
    """What a file looks like that waits for the word of the person who sent it."""
    if not can(request.user, "image.add"):
        raise PermissionDenied
    waits = opened(token, request.user)
    data = waiting.preview_of(waits["sha256"]) if waits else None
    if data is None:
        raise Http404
    return HttpResponse(data, content_type="image/webp", headers={"Cache-Control": "no-store"})


def _decided(request: HttpRequest) -> Outcome:
    token = request.POST["token"]
    chosen = row_number(request.POST.get("use", ""))
    if not chosen:
        return anyway(token, by=request.user)
    asset = ImageAsset.objects.filter(pk=chosen).first()
    waits = opened(token, request.user)
    if waits:
        waiting.drop(waits["sha256"])
    if asset is None:
        return Outcome("", "refused", _("That picture is no longer there."))
    asset.already_there = True
    return taken(waits["name"] if waits else "", asset)


def _answer(request: HttpRequest, form: UploadForm, outcomes: list[Outcome]) -> HttpResponse:
    if request.headers.get("Accept") == "application/json":
        errors = [str(error) for found in form.errors.values() for error in found]
        said = [Outcome("", "refused", error) for error in errors] + outcomes
        return JsonResponse({"files": [_as_json(request, outcome) for outcome in said]})
    done = [outcome for outcome in outcomes if outcome.done]
    if outcomes and len(done) == len(outcomes):
        return _away(request, done)
    for outcome in outcomes:
        if outcome.state == "refused" and not form.is_bound:
            messages.error(request, outcome.sentence)
        elif outcome.state == "refused":
            said = {"file": outcome.name, "why": outcome.sentence}
            form.add_error("files", _("%(file)s: %(why)s") % said)
    return _shown(request, form, outcomes)


def _away(request: HttpRequest, done: list[Outcome]) -> HttpResponse:
    """Everything is in: to the picture, or to the list."""
    new = [outcome for outcome in done if outcome.state == "taken"]
    if len(new) == 1:
        messages.success(request, new[0].sentence)
    elif new:
        said = ngettext(
            "%(n)s image is in the library now.", "%(n)s images are in the library now.", len(new)
        )
        messages.success(request, said % {"n": len(new)})
    for outcome in done:
        if outcome.state == "known":
            messages.info(request, outcome.sentence)
    return HttpResponseRedirect(_url(done[0].asset) if len(done) == 1 else _list())


def _shown(request: HttpRequest, form: UploadForm, outcomes: list[Outcome]) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": _("Add images"),
        "opts": ImageAsset._meta,
        "form": form,
        "outcomes": [_for_template(outcome) for outcome in outcomes if outcome.state != "refused"],
        "library": _list(),
    }
    request.current_app = admin.site.name
    return TemplateResponse(request, "admin/images/imageasset/upload.html", context)


def _as_json(request: HttpRequest, outcome: Outcome) -> dict[str, Any]:
    """`html` is what the page shows below the file's name."""
    html = render_to_string(
        "admin/images/imageasset/_outcome.html", _for_template(outcome), request=request
    )
    url = _url(outcome.asset) if outcome.asset else ""
    return {"state": outcome.state, "sentence": outcome.sentence, "url": url, "html": html}


def _for_template(outcome: Outcome) -> dict[str, Any]:
    waits = reverse("admin:images_waiting", args=[outcome.token]) if outcome.token else ""
    return {
        "outcome": outcome,
        "url": _url(outcome.asset) if outcome.asset else "",
        "picture_url": waits,
        "twins": [(twin, _url(twin), shown(twin)) for twin in outcome.twins],
    }


def _url(asset: ImageAsset) -> str:
    return reverse("admin:images_imageasset_change", args=[asset.pk])


def _list() -> str:
    return reverse("admin:images_imageasset_changelist")
