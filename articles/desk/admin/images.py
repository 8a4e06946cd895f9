"""The image library: what there is, what each file says of itself, what was declared of it."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.audit.record import record
from articles.desk import files
from articles.desk.base import DeskInline, DeskModelAdmin
from articles.desk.menu import language
from articles.desk.upload import UploadForm, take_in
from articles.disclosure.forms import AIUseFormSet, ImageAIUseForm, save_uses
from articles.disclosure.labels import Use, Words, image_label, words
from articles.disclosure.models import AIUse
from articles.disclosure.stages import ImageStage
from articles.images import intake
from articles.images.models import ImageAsset
from articles.images.says import file_says
from articles.lib.hangul import particles
from articles.people.roles import can


class ImageUseInline(DeskInline, admin.StackedInline):
    verb_view = "image.view"
    verb_add = verb_change = verb_delete = "image.change"
    model = AIUse
    fk_name = "asset"
    form = ImageAIUseForm
    formset = AIUseFormSet
    folded = True
    max_num = len(ImageStage)
    fields = [
        ("stage", "extent"),
        ("system", "digital_source_type"),
        "detail",
        "why",
        "people_unchanged",
        "used_at",
        "prompt",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[AIUse]:
        return super().get_queryset(request).select_related("system", "recorded_by")


@admin.register(ImageAsset)
class ImageAdmin(DeskModelAdmin):
    verb_view = "image.view"
    verb_add = "image.add"
    verb_change = "image.change"
    list_display = ["picture", "name", "label", "credentials", "uploaded_by", "created_at"]
    list_display_links = ["name"]
    list_select_related = ["uploaded_by"]
    list_per_page = 40
    search_fields = ["title", "file_name", "credit"]
    ordering = ["-created_at", "-pk"]
    fields = ["title", "credit", "copyright_notice", "digital_source_type"]
    inlines = [ImageUseInline]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImageAsset]:
        return super().get_queryset(request).prefetch_related("reports", "renditions", "ai_uses")

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, asset: ImageAsset) -> SafeString | str:
        copies = sorted(asset.renditions.all(), key=lambda copy: copy.width)
        if not copies:
            return "—"
        copy = copies[0]
        # The title stands beside it: to a screen reader the picture would say the same again.
        return format_html(
            '<img class="thumb" src="{}" width="{}" height="{}" alt="" loading="lazy">',
            files.url(copy.key),
            copy.width,
            copy.height,
        )

    @admin.display(description=gettext_lazy("title"))
    def name(self, asset: ImageAsset) -> str:
        return str(asset)

    @admin.display(description=gettext_lazy("label"))
    def label(self, asset: ImageAsset) -> SafeString:
        return render_to_string("disclosure/_chip.html", {"words": label_words(asset)})

    @admin.display(description=gettext_lazy("credentials"))
    def credentials(self, asset: ImageAsset) -> str:
        return file_says(asset).state_words

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Upload: what can be taken is taken, and each refusal is a sentence."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = UploadForm(*sent)
        if request.method == "POST" and form.is_valid():
            taken = take_in(form, by=request.user)
            if taken and not form.errors:
                return self._after_upload(request, taken)
            if taken:
                messages.success(request, _taken_words(taken))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Add images"),
            "opts": self.opts,
            "form": form,
            "has_view_permission": self.has_view_permission(request),
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, "admin/images/imageasset/upload.html", context)

    def _after_upload(self, request: HttpRequest, taken: list[ImageAsset]) -> HttpResponse:
        known = [asset for asset in taken if asset.already_there]
        new = len(taken) - len(known)
        if new:
            messages.success(request, _taken_words([a for a in taken if not a.already_there]))
        for asset in known:
            said = _("“%(name)s” was in the library already.") % {"name": asset}
            messages.info(request, particles(said))
        if len(taken) == 1:
            return HttpResponseRedirect(
                reverse("admin:images_imageasset_change", args=[taken[0].pk])
            )
        return HttpResponseRedirect(reverse("admin:images_imageasset_changelist"))

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        asset = kwargs.get("obj")
        if asset is not None:
            from_renditions = sorted(asset.renditions.all(), key=lambda copy: copy.width)
            shown = [copy for copy in from_renditions if copy.kind != "card"] or from_renditions
            context |= {
                "show_save_and_add_another": False,
                "asset": asset,
                "says": file_says(asset),
                "words": label_words(asset),
                "copy": shown[0] if shown else None,
                "copy_url": files.url(shown[0].key) if shown else "",
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: ImageAsset, form: Any, change: bool) -> None:
        intake.amend(
            obj, by=request.user, **{name: form.cleaned_data[name] for name in self.fields}
        )

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        if formset.model is not AIUse:
            super().save_formset(request, form, formset, change)
            return
        if not can(request.user, "image.change"):
            raise PermissionDenied
        done = save_uses(formset, request.user)
        if any(done.values()):
            record(request.user, "image.changed", form.instance, ai_uses=done)

    def log_change(self, request: HttpRequest, obj: ImageAsset, message: Any) -> None:
        """Nothing more to say: the verbs have recorded what they did."""


def label_words(asset: ImageAsset) -> Words:
    """The label that readers get for this picture, in the language of the desk."""
    uses = [
        Use(use.stage, use.extent, use.detail, use.people_unchanged) for use in asset.ai_uses.all()
    ]
    report = asset.report
    label = image_label(uses, report.state if report else "none")
    return words(label, language())


def _taken_words(taken: list[ImageAsset]) -> str:
    said = ngettext(
        "%(n)s image is in the library now.", "%(n)s images are in the library now.", len(taken)
    )
    return said % {"n": len(taken)}
