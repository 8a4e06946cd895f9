"""Trust lists: what is one, how it is installed, and that readings follow it."""

import io
import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from articles.audit.models import Entry
from articles.images import intake, pem, trust
from articles.images.models import TrustList
from articles.people.models import SectionRole, User
from articles.people.roles import Role
from tests.images import make

ROOT = make.authority()
COMMENTS = b"# Issued: 2026-08-05\n# Next update: 2027-08-05\nSubject\tCN=Test root\n"


@pytest.fixture
def hana(db) -> User:
    user = User.objects.create_user("hana", "hana@galpi.example", "x", name="최하나")
    SectionRole.objects.create(user=user, role=Role.ADMINISTRATOR)
    return user


@pytest.fixture
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def run(*arguments: object) -> str:
    out = io.StringIO()
    call_command("trust_list", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_certificates_are_counted_once_and_comments_tell_the_days():
    found = pem.parse(COMMENTS + ROOT + b"\n" + ROOT)
    assert (found.count, found.issued.date().isoformat()) == (1, "2026-08-05")
    assert found.next_update.date().isoformat() == "2027-08-05"
    assert found.pem == ROOT.decode()
    assert pem.subjects(found.pem) == ["Test root · Tests"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no_certificate"),
        (b"hello", "no_certificate"),
        (make.picture(), "no_certificate"),
        (ROOT + b"-----BEGIN EC PRIVATE KEY-----\nAA\n", "private_key"),
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "broken"),
        (ROOT[:300], "broken"),
        (ROOT + ROOT[:200], "broken"),
        (ROOT.replace(b"M", b"!", 1), "broken"),
        (b" " * (pem.MAX_BYTES + 1), "too_long"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(data, code):
    with pytest.raises(pem.NotATrustList) as refused:
        pem.parse(data)
    assert refused.value.code == code and str(refused.value).endswith(".")


def test_an_installed_list_makes_its_signers_trusted(jiwoo, hana):
    data = make.signed(make.picture(), make.created("digitalCapture"))
    row = trust.install(ROOT, kind="signers", name="Tests", by=hana)
    report = intake.add(data, file_name="a.jpg", by=jiwoo).report
    assert (report.state, report.trust_list_digest) == ("trusted", trust.installed().digest)
    entry = Entry.objects.get(verb="trust_list.installed")
    assert (entry.actor_name, entry.data["sha256"]) == (str(hana), row.sha256)


def test_the_same_name_is_replaced_and_the_entry_says_what_was_there(hana):
    first = trust.install(ROOT, kind="signers", name="Tests", by=hana)
    second = trust.install(make.authority(90_000), kind="signers", name="Tests", by=None)
    assert TrustList.objects.count() == 1 and second.pk == first.pk
    assert Entry.objects.latest("pk").data["replaced"] == first.sha256
    assert second.installed_by is None


def test_only_an_administrator_changes_lists(jiwoo, hana):
    with pytest.raises(PermissionDenied):
        trust.install(ROOT, kind="signers", name="Tests", by=jiwoo)
    row = trust.install(ROOT, kind="signers", name="Tests", by=hana)
    with pytest.raises(PermissionDenied):
        trust.remove(row, by=jiwoo)
    assert TrustList.objects.count() == 1


def test_the_digest_tells_lists_apart_and_not_their_names(db):
    nothing = trust.installed().digest
    trust.install(ROOT, kind="signers", name="A", by=None)
    one = trust.installed().digest
    TrustList.objects.update(kind="timestamps")
    assert len({nothing, one, trust.installed().digest}) == 3
    assert nothing == ""


def test_the_command_installs_lists_and_removes(db, tmp_path, english):
    path = tmp_path / "MY-TSA-LIST.pem"
    path.write_bytes(COMMENTS + ROOT)
    assert "MY-TSA-LIST · Timestamps · 1 certificate" in run(path)
    assert "next issue 2027-08-05" in run("--list")
    run(path, "--kind", "signers", "--name", "Ours", "--issued", "2026-01-02")
    row = TrustList.objects.get(name="Ours")
    assert (row.kind, row.issued_at.date().isoformat()) == ("signers", "2026-01-02")
    assert "Removed: Ours" in run("--remove", "Ours")
    assert list(TrustList.objects.values_list("name", flat=True)) == ["MY-TSA-LIST"]
    assert Entry.objects.filter(verb="trust_list.removed").count() == 1


def test_the_command_says_what_is_wrong(db, tmp_path, english):
    (tmp_path / "a.txt").write_text("hello")
    for arguments in ([tmp_path / "a.txt"], [tmp_path / "none"], ["--remove", "x"], []):
        with pytest.raises(CommandError, match=re.compile(r"[.”]$")):
            run(*arguments)
    assert "No trust list is installed" in run("--list")
    assert not TrustList.objects.exists()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("C2PA-TRUST-LIST", "signers"),
        ("C2PA-TSA-TRUST-LIST", "timestamps"),
        ("timestamps", "timestamps"),
        ("Utsav news", "signers"),
    ],
)
def test_the_kind_is_told_by_the_files_name(name, kind):
    assert trust.kind_of(name) == kind
