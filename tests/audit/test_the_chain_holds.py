import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from articles.audit.models import Entry, Head
from articles.audit.record import first_break, record
from tests.cast import Cast

REFUSED = (IntegrityError, InternalError)


def test_each_entry_names_the_one_before(cast: Cast) -> None:
    one = record(cast.editor, "test.one", cast.hong_kong, note="하나")
    two = record(None, "test.two", cast.hong_kong)
    assert two.previous == one.sha256
    assert (two.actor_kind, two.actor_name) == ("system", "system")
    assert first_break() is None


def test_an_entry_without_a_transaction_is_refused(transactional_db: None) -> None:
    cast = Cast()
    with pytest.raises(transaction.TransactionManagementError):
        record(cast.editor, "test.alone", cast.hong_kong)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET verb = 'x'", "DELETE FROM audit_entry"])
def test_the_database_refuses_to_change_the_trail(cast: Cast, sql: str) -> None:
    record(cast.editor, "test.one", cast.hong_kong)
    with pytest.raises(REFUSED, match="append-only"), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(sql)
    assert Entry.objects.get().verb == "test.one"


def test_a_trail_cut_at_its_end_is_noticed(cast: Cast) -> None:
    record(cast.editor, "test.one", cast.hong_kong)
    Head.objects.update(sha256="f" * 64)
    assert first_break() is not None


def test_an_entry_that_was_forged_is_noticed(cast: Cast) -> None:
    entry = record(cast.editor, "test.one", cast.hong_kong)
    Entry.objects.bulk_create(
        [
            Entry(
                at=entry.at,
                actor_kind="user",
                actor_name="x",
                verb="forged",
                object_kind="x",
                object_id="1",
                object_name="x",
                previous=entry.sha256,
                sha256="a" * 64,
            )
        ]
    )
    assert first_break().verb == "forged"
