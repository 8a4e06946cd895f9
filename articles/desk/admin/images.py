"""The image library: what there is, what each file says of itself, what was declared of it."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from articles.audit.record import record
from articles.desk import image_sheet, upload_page
from articles.desk.base import DeskInline, DeskModelAdmin
from articles.desk.image_confirm import NotConfirmed, confirm
from articles.desk.image_filters import FILTERS
from articles.desk.image_forms import ImageForm
from articles.desk.image_offers import offers
from articles.disclosure.forms import AIUseFormSet, ImageAIUseForm, save_uses
from articles.disclosure.models import AIUse
from articles.disclosure.stages import ImageStage
from articles.images import recheck
from articles.images.amend import amend
from articles.images.models import ImageAsset
from articles.images.says import file_says
from articles.lib.numbers import row_number
from articles.moderation.open_case import refresh_images
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
    form = ImageForm
    list_display = ["picture", "name", "label", "credentials", "uploaded_by", "created_at"]
    list_display_links = ["name"]
    list_select_related = ["uploaded_by"]
    list_filter = FILTERS
    list_per_page = 40
    search_fields = ["title", "file_name", "credit"]
    ordering = ["-created_at", "-pk"]
    inlines = [ImageUseInline]
    actions: ClassVar = ["check_again"]

    @property
    def media(self) -> forms.Media:
        """For the list's box that chooses all rows."""
        return forms.Media(js=["admin/js/actions.js"])

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImageAsset]:
        found = super().get_queryset(request)
        return found.prefetch_related("reports", "renditions", "ai_uses", "texts")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return image_sheet.fieldsets(writable=self.has_change_permission(request, obj))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("waiting/<str:token>/", view(upload_page.waiting_picture), name="images_waiting"),
            path("<int:pk>/check/", view(require_POST(self.check_view)), name="images_check"),
            path("<int:pk>/confirm/", view(require_POST(self.confirm_view)), name="images_confirm"),
            *super().get_urls(),
        ]

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, asset: ImageAsset) -> SafeString | str:
        copy = image_sheet.shown(asset)
        if copy is None:
            return "—"
        # The title stands beside it: to a screen reader the picture would say the same again.
        return format_html(
            '<img class="thumb" src="{}" width="{}" height="{}" alt="" loading="lazy">', *copy
        )

    @admin.display(description=gettext_lazy("title"))
    def name(self, asset: ImageAsset) -> str:
        return str(asset)

    @admin.display(description=gettext_lazy("label"))
    def label(self, asset: ImageAsset) -> SafeString:
        said = {"words": image_sheet.label_words(asset)}
        return render_to_string("disclosure/_chip.html", said)

    @admin.display(description=gettext_lazy("credentials"))
    def credentials(self, asset: ImageAsset) -> str:
        return file_says(asset).state_words

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        return upload_page.page(request)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        asset = kwargs.get("obj")
        if asset is not None:
            context |= image_sheet.context(asset, request.user)
            context["show_save_and_add_another"] = False
        return super().render_change_form(request, context, *args, **kwargs)

    # --- what is done to a picture --------------------------------------------------------------

    def save_model(self, request: HttpRequest, obj: ImageAsset, form: Any, change: bool) -> None:
        declared = form.declared()
        taken_over = request.POST.get("_use", "")
        for offer in offers(ImageAsset.objects.get(pk=obj.pk)):
            if offer.field == taken_over:
                declared[offer.field] = offer.value
        amend(obj, by=request.user, texts=form.texts(), **declared)
        refresh_images(obj, by=request.user)

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

    def response_change(self, request: HttpRequest, obj: ImageAsset) -> HttpResponse:
        if "_use" in request.POST:
            messages.success(request, _("Taken over from the file, and saved."))
            return self._back(obj)
        return super().response_change(request, obj)

    def check_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Read the file again with what is known today."""
        asset = get_object_or_404(ImageAsset, pk=pk)
        if not can(request.user, "image.check", asset):
            raise PermissionDenied
        self._check(request, [asset])
        return self._back(asset)

    def response_action(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """What is no row's number is left out of what was ticked: a database trips over it."""
        sent = request.POST.copy()
        ticked = sent.getlist(ACTION_CHECKBOX_NAME)
        sent.setlist(ACTION_CHECKBOX_NAME, [each for each in ticked if row_number(each)])
        request.POST = sent
        return super().response_action(request, queryset)

    @admin.action(description=gettext_lazy("Check again what the files say"), permissions=["check"])
    def check_again(self, request: HttpRequest, queryset: QuerySet[ImageAsset]) -> None:
        self._check(request, list(queryset))

    def has_check_permission(self, request: HttpRequest) -> bool:
        return can(request.user, "image.check")

    def confirm_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A person says that what the file suggests is so."""
        asset = get_object_or_404(ImageAsset, pk=pk)
        try:
            confirm(asset=asset, by=request.user, seen=request.POST.get("seen", ""))
        except NotConfirmed as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("Recorded, with your name."))
        return self._back(asset)

    def _check(self, request: HttpRequest, assets: list[ImageAsset]) -> None:
        reports = []
        for asset in assets:
            try:
                reports.append(recheck.recheck(asset, by=request.user))
            except recheck.OriginalMissing as missing:
                messages.error(request, f"{asset}: {missing}")
            else:
                refresh_images(asset, by=request.user)
        if reports:
            said = ngettext("%(n)s image was checked.", "%(n)s images were checked.", len(reports))
            messages.success(request, said % {"n": len(reports)})
        if new := sum(report.is_new for report in reports):
            said = ngettext(
                "What was found is new for %(n)s image: look at it.",
                "What was found is new for %(n)s images: look at them.",
                new,
            )
            messages.warning(request, said % {"n": new})

    def _back(self, asset: ImageAsset) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:images_imageasset_change", args=[asset.pk]))
