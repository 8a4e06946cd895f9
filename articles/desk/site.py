from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.views import PasswordChangeView
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.audit.record import record
from articles.desk import dashboard, files, language, me, overview
from articles.desk.menu import home, menu
from articles.desk.menu import language as desk_language
from articles.notices.listing import unread
from articles.people.roles import can


class DeskAuthenticationForm(AuthenticationForm):
    """Lets in who has a role here. Anybody else hears what a wrong password hears."""

    error_messages = AuthenticationForm.error_messages | {
        "invalid_login": gettext_lazy(
            "The user name or the password is wrong. Capitals count in both."
        )
    }

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        if not can(user, "desk.enter"):
            raise self.get_invalid_login_error()


class DeskPasswordChangeForm(PasswordChangeForm):
    def save(self, commit: bool = True) -> Any:
        with transaction.atomic():
            user = super().save(commit)
            record(user, "person.changed", user, fields=["password"])
        return user


class DeskSite(AdminSite):
    """The desk: Django's admin with our shell, our menu, and the newsroom's roles."""

    login_form = DeskAuthenticationForm
    enable_nav_sidebar = False
    site_url = "/"

    def has_permission(self, request: HttpRequest) -> bool:
        return can(request.user, "desk.enter")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        name = _("%(site)s desk") % {"site": settings.SITE_NAME[desk_language()]}
        allowed = self.has_permission(request)
        return {
            "site_title": name,
            "site_header": name,
            "site_url": self.site_url,
            "has_permission": allowed,
            "available_apps": [],
            "is_popup": False,
            "is_nav_sidebar_enabled": False,
            "desk_name": name,
            "desk_nav": menu(request) if allowed else [],
            "notices_unread": unread(request.user) if allowed else 0,
        }

    def get_urls(self) -> list[URLPattern]:
        own = [
            path("work/", self.admin_view(self._page(dashboard.work)), name="work"),
            path("overview/", self.admin_view(self._page(overview.overview)), name="overview"),
            path("me/", self.admin_view(self._page(me.settings_page)), name="me"),
            path("language/", language.switch, name="language"),
            path(
                "images/file/<str:key>",
                self.admin_view(files.image_file, cacheable=True),
                name="image_file",
            ),
        ]
        return own + super().get_urls()

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        request.current_app = self.name
        return PasswordChangeView.as_view(
            form_class=DeskPasswordChangeForm,
            success_url=reverse("admin:password_change_done"),
            extra_context=self.each_context(request) | (extra_context or {}),
        )(request)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The page this person's day begins on."""
        page = {"admin:work": dashboard.work, "admin:overview": overview.overview}
        name = home(request.user)
        if name not in page:
            return HttpResponseRedirect(reverse(name))
        return self._page(page[name])(request)

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Rooms of the program mean nothing to a newsroom: the menu is the only index."""
        if not self.get_app_list(request, app_label):
            raise PermissionDenied
        return HttpResponseRedirect(reverse("admin:index"))

    def _page(
        self, gather: Callable[[HttpRequest], tuple[str, dict[str, Any]] | HttpResponse]
    ) -> Callable[[HttpRequest], HttpResponse]:
        """A view from a function that gathers (template, context), or answers itself."""

        def view(request: HttpRequest) -> HttpResponse:
            gathered = gather(request)
            if isinstance(gathered, HttpResponse):
                return gathered
            template, context = gathered
            request.current_app = self.name
            return TemplateResponse(request, template, self.each_context(request) | context)

        return view
