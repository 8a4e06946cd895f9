"""The database refuses an edition of a revision that needs review and has no approval of its hash."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from articles.lib import appendonly

UNAPPROVED = """
EXISTS (
  SELECT 1 FROM articles_revision r
  WHERE r.id = NEW.revision_id AND (
    r.sha256 <> NEW.revision_sha256 OR r.article_id <> NEW.article_id OR (
      r.needs_review AND NOT EXISTS (
        SELECT 1 FROM moderation_decision d
        WHERE d.revision_id = r.id AND d.revision_sha256 = r.sha256 AND d.outcome = 'approve')))
)
"""
SQLITE = f"""
CREATE TRIGGER editions_need_approval BEFORE INSERT ON editions_edition WHEN {UNAPPROVED}
BEGIN SELECT RAISE(ABORT, 'this revision has no approval'); END
"""
POSTGRES = [
    f"""
    CREATE OR REPLACE FUNCTION newsroom_edition_approved() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF {UNAPPROVED} THEN
        RAISE EXCEPTION 'this revision has no approval'
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER editions_need_approval BEFORE INSERT ON editions_edition
    FOR EACH ROW EXECUTE FUNCTION newsroom_edition_approved()
    """,
]


def forwards(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    postgres = editor.connection.vendor == "postgresql"
    for statement in POSTGRES if postgres else [SQLITE]:
        editor.execute(statement, params=None)


def backwards(apps: object, editor: BaseDatabaseSchemaEditor) -> None:
    on = " ON editions_edition" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER editions_need_approval{on}")


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0001_initial"),
        ("editions", "0002_ranges"),
        ("articles", "0002_append_only"),
    ]
    operations = [
        appendonly.operation("moderation_decision"),
        migrations.RunPython(forwards, backwards),
    ]
