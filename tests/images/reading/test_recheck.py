"""Check again: what today's verifier and lists say of yesterday's pictures."""

import io

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command

from articles.audit.models import Entry
from articles.images import files, intake, recheck, trust
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.provenance.claim import State
from articles.images.says import file_says
from articles.people.models import SectionRole, User
from articles.people.roles import Role
from tests.images import make


@pytest.fixture
def minseo(db) -> User:
    user = User.objects.create_user("minseo", "minseo@galpi.example", "x", name="박민서")
    SectionRole.objects.create(user=user, role=Role.EDITOR)
    return user


@pytest.fixture
def asset(jiwoo) -> ImageAsset:
    data = make.signed(make.picture(), make.created("digitalCapture"))
    return intake.add(data, file_name="a.jpg", by=jiwoo)


def test_what_has_not_changed_makes_no_new_report(asset, minseo):
    report = recheck.recheck(asset, by=minseo)
    assert (report.is_new, report.got_worse) == (False, False)
    assert asset.reports.count() == 1
    entry = Entry.objects.get(verb="image.checked")
    assert entry.data == {
        "state": "valid_untrusted",
        "before": "valid_untrusted",
        "changed": False,
        "worse": False,
    }


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF", "GIF"])
def test_reading_twice_gives_the_same(format, jiwoo, minseo):
    data = (
        make.picture(format)
        if format == "GIF"
        else make.signed(
            make.picture(format), make.created("trainedAlgorithmicMedia"), format=format
        )
    )
    asset = intake.add(data, file_name="a", by=jiwoo)
    assert not recheck.recheck(asset, by=minseo).is_new


def test_a_new_trust_list_makes_a_new_report(asset, minseo):
    trust.install(make.authority(), kind="signers", name="Tests", by=None)
    assert recheck.outdated(asset.report)
    assert file_says(asset, installed=trust.installed().digest).outdated
    report = recheck.recheck(asset, by=minseo)
    assert (report.is_new, report.got_worse, report.state) == (True, False, "trusted")
    asset = ImageAsset.objects.get()
    assert asset.report == report and not recheck.outdated(report)
    assert not file_says(asset, installed=trust.installed().digest).outdated


def test_a_list_that_is_taken_away_makes_it_worse(asset, minseo):
    row = trust.install(make.authority(), kind="signers", name="Tests", by=None)
    recheck.recheck(asset, by=minseo)
    trust.remove(row, by=None)
    report = recheck.recheck(asset, by=minseo)
    assert (report.got_worse, report.state) == (True, "valid_untrusted")
    assert Entry.objects.filter(verb="image.checked").latest("pk").data["worse"] is True


def test_a_writer_cannot_check_again(asset, jiwoo):
    with pytest.raises(PermissionDenied):
        recheck.recheck(asset, by=jiwoo)
    assert not Entry.objects.filter(verb="image.checked").exists()


def test_an_original_that_is_gone_or_damaged_is_told(asset, minseo):
    path = files.original_path(asset.sha256)
    path.chmod(0o600)
    path.write_bytes(b"else")
    with pytest.raises(recheck.OriginalMissing, match="."):
        recheck.recheck(asset, by=minseo)
    path.unlink()
    with pytest.raises(recheck.OriginalMissing):
        recheck.recheck(asset, by=minseo)
    assert asset.reports.count() == 1


def test_the_command_checks_all_and_counts(asset, jiwoo, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    intake.add(make.picture("PNG"), file_name="b.png", by=jiwoo)
    gone = intake.add(make.picture("GIF"), file_name="c.gif", by=jiwoo)
    files.original_path(gone.sha256).unlink()
    trust.install(make.authority(), kind="signers", name="Tests", by=None)
    out = io.StringIO()
    call_command("recheck_images", "--all", stdout=out)
    # The digest of the lists belongs to a verdict, so both readings are new ones.
    assert (
        "3 images checked: 2 with a new report, 0 worse than before, 1 missing." in out.getvalue()
    )
    assert ProvenanceReport.objects.count() == 5


def test_the_command_wants_to_know_which(asset, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    for arguments in ([], ["999"], ["--all", "1"]):
        with pytest.raises(CommandError):
            call_command("recheck_images", *arguments, stdout=io.StringIO())
    call_command("recheck_images", str(asset.pk), stdout=io.StringIO())


def test_every_state_has_its_place_in_the_order():
    assert set(recheck.ORDER) == set(State)
    assert recheck.worse("trusted", "invalid_tampered")
    assert not recheck.worse("invalid_tampered", "trusted")
    assert not recheck.worse("none", "none")
