"""Tables that only grow: triggers that refuse UPDATE and DELETE, on SQLite and PostgreSQL.

A database owner can drop a trigger; the hash chain of the audit trail is what shows that somebody
did. The triggers stop everything that comes through the application's own connection.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_SQLITE = (
    "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
    "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
)
_POSTGRES = (
    "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION newsroom_append_only()"
)
_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION newsroom_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
VERBS = ("update", "delete")


def guard(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Make `table` append-only."""
    if editor.connection.vendor == "postgresql":
        editor.execute(_POSTGRES_FUNCTION, params=None)
        template = _POSTGRES
    else:
        template = _SQLITE
    for verb in VERBS:
        editor.execute(template.format(table=table, verb=verb), params=None)


def unguard(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Take the guard away again (a migration backwards, a test database being emptied)."""
    on = f" ON {table}" if editor.connection.vendor == "postgresql" else ""
    for verb in VERBS:
        editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb}{on}", params=None)


def operation(table: str) -> migrations.RunPython:
    """A migration step that makes `table` append-only. It must be the table's last rebuild:
    SQLite drops triggers when a later ALTER copies the table."""
    return migrations.RunPython(
        lambda apps, editor: guard(editor, table),
        lambda apps, editor: unguard(editor, table),
    )


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Empty a test database: SQLite has no TRUNCATE, so its DELETE would meet the triggers."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            yield
        finally:
            for _, sql in triggers:
                cursor.execute(sql)
