"""A test that commits leaves the database as it found it, tables that only grow included."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, connection, transaction

from articles.audit.models import Entry
from articles.audit.record import record
from articles.people.models import User


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_committed_rows_are_gone_and_migrated_rows_stay(time):
    assert not User.objects.exists()
    assert not Entry.objects.exists()
    assert ContentType.objects.filter(app_label="people", model="user").exists()
    _commit(time)


@pytest.mark.django_db(transaction=True)
def test_the_guards_are_back_afterwards():
    _commit("jiwoo")
    with pytest.raises(DatabaseError, match="append-only"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM audit_entry")


def _commit(username):
    with transaction.atomic():
        user = User.objects.create(username=username)
        record(user, "test.done", user)
