"""Which room answers which address."""

from django.contrib import admin
from django.urls import include, path

from newsroom import health, icon

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("favicon.ico", icon.favicon),
    path("admin/review/", include("articles.moderation.urls")),
    path("admin/notices/", include("articles.notices.urls")),
    path("admin/", admin.site.urls),
    path("", include("articles.reader.urls")),
]
handler400 = "newsroom.errors.bad_request"
handler403 = "newsroom.errors.forbidden"
handler404 = "newsroom.errors.not_found"
handler500 = "newsroom.errors.server_error"
