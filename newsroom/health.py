"""Two addresses for machines: is the process up, and can it serve."""

from functools import cache

from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers. Asks nothing of the database."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and has every migration, else 503. Never says why in detail."""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
    except Error:
        return JsonResponse({"status": "unavailable", "database": "unreachable"}, status=503)
    if not needed() <= applied:
        return JsonResponse({"status": "unavailable", "database": "not migrated"}, status=503)
    return JsonResponse({"status": "ok", "database": "ok"})


@cache
def needed() -> frozenset[tuple[str, str]]:
    """The last migration of each app, read from disk once: code does not change under a process."""
    loader = MigrationLoader(None)
    return frozenset(loader.graph.leaf_nodes())
