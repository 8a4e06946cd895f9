import re
from pathlib import Path

from django.db import connection
from django.urls import reverse

from articles.audit.models import Entry
from articles.desk.deeds import DEEDS
from articles.lib.appendonly import lifted

ROOT = Path(__file__).parents[2]
RECORDED = re.compile(r'\brecord\(\s*[\w.]+,\s*"([a-z_]+\.[a-z_]+)"')
LIST = "/admin/audit/entry/"
HOLDS, BROKEN = "msg ok", "msg err"


def test_the_trail_says_that_its_chain_holds(cast, signed_in):
    cast.revision(cast.article())
    page = signed_in(cast.moderator).get(LIST).content.decode()
    assert HOLDS in page and BROKEN not in page and "홍콩과 선전" in page


def test_the_trail_says_where_its_chain_breaks(cast, signed_in):
    cast.revision(cast.article())
    entry = Entry.objects.get()
    with lifted(connection), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER")
        cursor.execute("UPDATE audit_entry SET actor_name = 'nobody'")
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER")
    client = signed_in(cast.editor)
    page = client.get(LIST).content.decode()
    assert BROKEN in page and str(entry.pk) in page
    checked = client.post(reverse("admin:audit_check"), follow=True).content.decode()
    assert 'class="error"' in checked


def test_a_long_trail_is_checked_when_somebody_asks(cast, signed_in, monkeypatch):
    cast.revision(cast.article())
    monkeypatch.setattr("articles.desk.admin.audit.CHECKED_AT_ONCE", 0)
    client = signed_in(cast.editor)
    assert HOLDS not in client.get(LIST).content.decode()
    checked = client.post(reverse("admin:audit_check"), follow=True).content.decode()
    assert 'class="success"' in checked


def test_an_entry_is_read_and_never_changed(cast, signed_in):
    cast.revision(cast.article())
    entry = Entry.objects.get()
    client = signed_in(cast.administrator)
    address = reverse("admin:audit_entry_change", args=[entry.pk])
    page = client.get(address).content.decode()
    assert entry.sha256 in page and '<input type="text"' not in page
    assert client.post(address, {"actor_name": "x"}).status_code == 403
    assert client.get(LIST + "add/").status_code == 403


def test_the_list_is_narrowed_by_what_was_done(cast, signed_in):
    cast.approved()
    page = signed_in(cast.editor).get(LIST, {"verb": "case.approve"}).content.decode()
    assert page.count('class="field-deed"') == 1


def test_what_is_done_at_the_desk_is_in_the_trail_and_in_the_history(cast, signed_in):
    client = signed_in(cast.editor)
    sent = {"code": "culture", "name_ko": "문화", "name_en": "Culture", "position": "3"}
    client.post("/admin/articles/section/add/", sent)
    entry = Entry.objects.get(verb="section.added")
    assert entry.actor_id == cast.editor.pk
    history = client.get(f"/admin/articles/section/{entry.object_id}/history/").content.decode()
    assert "김서연" in history and 'class="log"' in history


def test_every_deed_that_the_program_records_has_words():
    recorded = set()
    for file in (ROOT / "articles").rglob("*.py"):
        recorded |= set(RECORDED.findall(file.read_text("utf-8")))
    assert {"article.published", "image.added", "person.changed"} <= recorded
    assert recorded - set(DEEDS) == set()
