"""Published files, where they are at hand. Read without any network."""

from pathlib import Path

import pytest

from articles.images.answer import answer
from articles.images.pem import parse
from articles.images.provenance.trust import Trust
from tests.images import make

LISTS = make.REAL.parent / "trust"


@pytest.mark.parametrize(
    ("name", "state", "found", "label"),
    [
        ("Firefly_tabby_cat.jpg", "valid_untrusted", "fully", "generated"),
        ("car-es-Ps-Cr.jpg", "valid_untrusted", "none_declared", None),
        # Its manifest lies at an address, and nothing is fetched.
        ("crater-lake-cr.jpg", "remote_unfetched", "none_declared", None),
        ("adobe-20220124-CA.jpg", "valid_untrusted", "none_declared", None),
        ("adobe-20220124-E-sig-CA.jpg", "invalid_tampered", "none_declared", "invalid"),
        ("adobe-20220124-E-uri-CA.jpg", "invalid_tampered", "none_declared", "invalid"),
        ("adobe-20220124-A.jpg", "none", "none_declared", None),
    ],
)
def test_the_answer_about(name, state, found, label):
    said = answer(make.real(name), Trust())
    assert (said["state"], said["ai_evidence"], said["suggested_label"]) == (state, found, label)


def _list(name: str) -> bytes:
    path = Path(LISTS / name)
    if not path.is_file():
        pytest.skip(f"{name} is not here")
    return path.read_bytes()


def test_the_official_lists_are_read_whole():
    assert parse(_list("C2PA-TRUST-LIST.pem")).count == 30
    assert parse(_list("C2PA-TSA-TRUST-LIST.pem")).count == 22


def test_with_the_official_lists_nothing_gets_worse():
    lists = Trust(
        parse(_list("C2PA-TRUST-LIST.pem")).pem, parse(_list("C2PA-TSA-TRUST-LIST.pem")).pem
    )
    said = answer(make.real("Firefly_tabby_cat.jpg"), lists)
    assert said["state"] in ("valid_untrusted", "trusted")
    assert said["trust_list_digest"] == lists.digest
    assert answer(make.real("adobe-20220124-E-uri-CA.jpg"), lists)["state"] == "invalid_tampered"
