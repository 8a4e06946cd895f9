"""SQLite drops triggers when a migration rebuilds a table: here each is asked for by name."""

from importlib import import_module

from django.db import connection

from tests.cast import Cast

TRIGGERS = {
    "audit_entry_no_delete",
    "audit_entry_no_update",
    "articles_revision_no_delete",
    "articles_revision_no_update",
    "moderation_decision_no_delete",
    "moderation_decision_no_update",
    "editions_frozen",
    "editions_kept",
    "editions_need_approval",
}
SQLITE_ONLY = {"editions_no_overlap_insert", "editions_no_overlap_update"}


def test_every_guard_stands(db: None) -> None:
    if connection.vendor == "postgresql":
        query, expected = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal", TRIGGERS
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        expected = TRIGGERS | SQLITE_ONLY
    with connection.cursor() as cursor:
        cursor.execute(query)
        assert {name for (name,) in cursor.fetchall()} == expected


def test_postgres_excludes_overlaps_by_a_constraint(db: None) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT contype FROM pg_constraint WHERE conname = 'editions_no_overlap'")
        assert cursor.fetchone()[0] in {"x", b"x"}


def test_the_frozen_columns_are_all_but_the_end_of_the_range(cast: Cast) -> None:
    frozen = import_module("articles.editions.migrations.0002_ranges").FROZEN
    named = {name.strip() for name in frozen.split(",")}
    columns = {f.column for f in type(cast.live(ai="none"))._meta.local_concrete_fields}
    assert columns - named == {"id", "created_at", "live_until", "ended_as", "public_reason"}
