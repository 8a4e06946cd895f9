"""Notices by mail: where it is set up, in the person's language, once."""

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from articles.moderation.assign import assign
from articles.notices import mail
from articles.notices.models import MailChoice, Notice
from articles.notices.tell import tell
from tests.cast import Cast


def test_without_a_mail_server_nothing_is_sent(cast: Cast, mailoutbox: list) -> None:
    tell(to=cast.writer, code="late", key="1")
    assert mail.send_pending() == (0, 0) and mailoutbox == []


def test_a_mail_goes_out_after_the_commit(
    cast: Cast, mail_on: None, mailoutbox: list, django_capture_on_commit_callbacks: Any
) -> None:
    case = cast.in_review()
    cast.moderator.language = "en"
    cast.moderator.save()
    with django_capture_on_commit_callbacks(execute=True):
        assign(case=case, by=cast.editor, to=cast.moderator, was=None)
        assert mailoutbox == []
    (sent,) = mailoutbox
    assert sent.to == ["hajun@galpi.example"]
    assert sent.subject == f"To review: {case}"
    assert f"https://galpi.example/admin/review/{case.pk}/" in sent.body
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    assert Notice.objects.get().mailed_at is not None


def test_each_reads_their_own_language(cast: Cast, mail_on: None, mailoutbox: list) -> None:
    cast.editor.language = "en"
    cast.editor.save()
    for person in (cast.writer, cast.editor):
        tell(to=person, code="late", key="1", data={"headline": "제목"})
    mail.send_pending()
    subjects = {m.to[0].split("@")[0]: m.subject for m in mailoutbox}
    assert subjects["seoyeon"] == "Overdue: 제목" and set(subjects) == {"seoyeon", "doyun"}


def test_it_is_sent_once(cast: Cast, mail_on: None, mailoutbox: list) -> None:
    tell(to=cast.writer, code="late", key="1")
    assert [mail.send_pending(), mail.send_pending()] == [(1, 0), (0, 0)]
    assert len(mailoutbox) == 1


def test_what_could_not_be_sent_is_tried_again(
    cast: Cast, mail_on: None, mailoutbox: list, settings: Any
) -> None:
    tell(to=cast.writer, code="late", key="1")
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    assert mail.send_pending() == (0, 1)
    with pytest.raises(SystemExit):
        call_command("send_notices")
    settings.EMAIL_BACKEND = works
    call_command("send_notices")
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("why", ["read", "old", "unwanted", "left", "no address"])
def test_what_is_not_wanted_is_not_sent(
    cast: Cast, mail_on: None, mailoutbox: list, why: str
) -> None:
    tell(to=cast.writer, code="late", key="1")
    if why == "read":
        Notice.objects.update(read_at=timezone.now())
    elif why == "old":
        Notice.objects.update(at=timezone.now() - dt.timedelta(days=2))
    elif why == "unwanted":
        MailChoice.objects.create(user=cast.writer, wanted=False)
    else:
        field = {"left": {"is_active": False}, "no address": {"email": ""}}[why]
        type(cast.writer).objects.filter(pk=cast.writer.pk).update(**field)
    assert mail.send_pending() == (0, 0) and mailoutbox == []


def test_a_headline_cannot_write_headers(cast: Cast, mail_on: None, mailoutbox: list) -> None:
    tell(to=cast.writer, code="late", key="1", data={"headline": "하나\r\nBcc: all@galpi.example"})
    mail.send_pending()
    assert "\n" not in mailoutbox[0].subject and mailoutbox[0].recipients() == [
        "doyun@galpi.example"
    ]


def test_a_person_switches_mails_off_in_their_settings(cast: Cast, mail_on: None) -> None:
    client = Client()
    client.force_login(cast.writer)
    data = {"name": "박도윤", "name_en": "", "language": "ko"}
    assert b"by_mail" in client.get("/admin/me/").content
    client.post("/admin/me/", data)
    assert not MailChoice.objects.get(user=cast.writer).wanted
    client.post("/admin/me/", data | {"by_mail": "on"})
    assert MailChoice.objects.get(user=cast.writer).wanted


def test_where_no_mail_is_sent_there_is_no_switch(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.writer)
    assert b"by_mail" not in client.get("/admin/me/").content
