"""What is declared of a picture, changed: the row, the audit entry, the copies."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.audit.models import Entry
from articles.images import intake, renditions
from articles.images.amend import Text, amend
from articles.images.refusal import ImageRefused
from articles.people.models import User
from tests.images import make

NOW = timezone.now().replace(microsecond=0)
SOON = NOW + dt.timedelta(days=3)


@pytest.fixture
def asset(jiwoo):
    return intake.add(make.picture(size=(960, 640)), file_name="a.jpg", by=jiwoo)


def test_the_copies_carry_what_was_declared_under_the_same_names(
    asset, jiwoo, django_capture_on_commit_callbacks
):
    keys = set(asset.renditions.values_list("key", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        amend(asset, by=jiwoo, credit="연합", digital_source_type="trainedAlgorithmicMedia")
    assert set(asset.renditions.values_list("key", flat=True)) == keys
    file, _, _ = renditions.open(asset.renditions.get(kind="card").key)
    with file:
        shown = file.read()
    assert b"trainedAlgorithmicMedia" in shown
    assert "연합".encode() in shown


def test_rights_are_kept_and_the_entry_says_what_changed(asset, jiwoo):
    asset = amend(
        asset,
        by=jiwoo,
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        usage_terms="신문에만",
        rights_from=NOW,
        rights_until=SOON,
        model_release="MR-UMR",
        data_mining="DMI-PROHIBITED",
        original_public=True,
    )
    asset.refresh_from_db()
    assert (asset.licence, asset.rights_until, asset.original_public) == ("CC BY 4.0", SOON, True)
    changed = Entry.objects.get(verb="image.changed").data["changed"]
    assert changed["usage_terms"] == ["", "신문에만"]
    assert changed["rights_until"] == [None, SOON.isoformat()]
    assert "credit" not in changed


def test_words_are_kept_for_each_language(asset, jiwoo):
    amend(asset, by=jiwoo, texts={"ko": Text("바다", "밤바다"), "en": Text("", "")})
    amend(asset, by=jiwoo, texts={"ko": Text("바다와 배", "밤바다")})
    row = asset.texts.get()
    assert (row.language, row.alt, row.caption) == ("ko", "바다와 배", "밤바다")
    entry = Entry.objects.filter(verb="image.changed").latest("pk")
    assert entry.data == {
        "texts": {"ko": {"alt": ["바다", "바다와 배"], "caption": ["밤바다", "밤바다"]}}
    }


def test_nothing_changed_leaves_no_entry(asset, jiwoo):
    amend(asset, by=jiwoo, title=asset.title, crops={}, texts={"ko": Text("", "")})
    assert not Entry.objects.filter(verb="image.changed").exists()
    assert not asset.texts.exists()


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ({"digital_source_type": "digitalArt"}, "source_type"),
        ({"rights_from": SOON, "rights_until": NOW}, "rights_backwards"),
        ({"rights_from": NOW, "rights_until": NOW}, "rights_backwards"),
        ({"crops": {"wide": [0.5, 0, 0.9, 0.76]}}, "crop"),
        ({"crops": {"wide": [0, 0, 0.5, 0.5]}}, "crop"),
        ({"crops": {"tall": [0, 0, 0.5, 0.5]}}, "crop"),
        ({"crops": {"card": [0, 0, 0.01, 0.008]}}, "crop"),
        ({"crops": {"card": ["x", None, 1, 1]}}, "crop"),
        ({"focal_x": 1.2}, "crop"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(declared, code, asset, jiwoo):
    with pytest.raises(ImageRefused) as refused:
        amend(asset, by=jiwoo, title="neu", **declared)
    assert refused.value.code == code
    asset.refresh_from_db()
    assert asset.title == "a"


def test_an_end_is_held_against_the_beginning_that_is_kept(asset, jiwoo):
    amend(asset, by=jiwoo, rights_from=SOON)
    with pytest.raises(ImageRefused):
        amend(asset, by=jiwoo, rights_until=NOW)


def test_a_field_that_is_no_declaration_cannot_be_set(asset, jiwoo):
    with pytest.raises(TypeError):
        amend(asset, by=jiwoo, sha256="0" * 64)


def test_somebody_without_a_role_changes_nothing(asset):
    stranger = User.objects.create_user("nobody", name="Nobody")
    with pytest.raises(PermissionDenied):
        amend(asset, by=stranger, title="mine")
