"""What the database itself holds about editions: they never change but for their end, are never
removed, and the ranges of one article never overlap."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# Everything but the end of the range and why it ended.
FROZEN = (
    "article_id, revision_id, revision_sha256, number, kind, public_id, language, "
    "translation_group, section_code, section_name, slug, headline, standfirst, key_points, "
    "body_html, bylines, tags, sources, image, related, label, label_state, image_label, "
    "image_label_state, record, corrections, notice, reading_minutes, review_minutes, "
    "first_published_at, live_from, planned_until, published_by_id"
)
SQLITE_OVERLAP = """
CREATE TRIGGER editions_no_overlap_{verb} BEFORE {verb} ON editions_edition
WHEN (NEW.live_until IS NULL OR NEW.live_until > NEW.live_from) AND EXISTS (
  SELECT 1 FROM editions_edition e
  WHERE e.article_id = NEW.article_id AND e.id IS NOT NEW.id
    AND (e.live_until IS NULL OR e.live_until > e.live_from)
    AND (e.live_until IS NULL OR e.live_until > NEW.live_from)
    AND (NEW.live_until IS NULL OR NEW.live_until > e.live_from))
BEGIN SELECT RAISE(ABORT, 'two editions of one article cannot be live at once'); END
"""
SQLITE_FROZEN = f"""
CREATE TRIGGER editions_frozen BEFORE UPDATE OF {FROZEN} ON editions_edition
BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END
"""
SQLITE_KEPT = """
CREATE TRIGGER editions_kept BEFORE DELETE ON editions_edition
BEGIN SELECT RAISE(ABORT, 'an edition is never removed'); END
"""
POSTGRES = [
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    """
    ALTER TABLE editions_edition ADD CONSTRAINT editions_no_overlap
    EXCLUDE USING gist (article_id WITH =, tstzrange(live_from, live_until) WITH &&)
    """,
    """
    CREATE OR REPLACE FUNCTION newsroom_edition_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'an edition never changes'
        USING ERRCODE = 'integrity_constraint_violation';
    END $$
    """,
    f"""
    CREATE TRIGGER editions_frozen BEFORE UPDATE OF {FROZEN} ON editions_edition
    FOR EACH ROW EXECUTE FUNCTION newsroom_edition_frozen()
    """,
    """
    CREATE TRIGGER editions_kept BEFORE DELETE ON editions_edition
    FOR EACH ROW EXECUTE FUNCTION newsroom_edition_frozen()
    """,
]


def forwards(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        statements = POSTGRES
    else:
        statements = [SQLITE_OVERLAP.format(verb=verb) for verb in ("insert", "update")]
        statements += [SQLITE_FROZEN, SQLITE_KEPT]
    for statement in statements:
        editor.execute(statement, params=None)


def backwards(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE editions_edition DROP CONSTRAINT editions_no_overlap")
        for name in ("editions_frozen", "editions_kept"):
            editor.execute(f"DROP TRIGGER {name} ON editions_edition")
        return
    for name in ("no_overlap_insert", "no_overlap_update", "frozen", "kept"):
        editor.execute(f"DROP TRIGGER editions_{name}")


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
