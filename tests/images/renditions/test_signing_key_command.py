"""``manage.py signing_key``: a key to try with, made once, kept to oneself."""

import io
import stat

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtensionOID
from django.core.management import CommandError, call_command

from articles.images import signing
from articles.images.provenance.c2pa import read
from articles.images.provenance.claim import State
from tests.images import make


@pytest.fixture(autouse=True)
def paths(settings, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    folder = tmp_path / "signing"
    settings.SIGNING_KEY, settings.SIGNING_CHAIN = folder / "key.pem", folder / "chain.pem"
    return settings.SIGNING_KEY, settings.SIGNING_CHAIN


def run(**options) -> str:
    out = io.StringIO()
    call_command("signing_key", stdout=out, **options)
    return out.getvalue()


def test_it_makes_a_key_and_says_that_nobody_knows_its_signer(paths):
    said = run()
    assert "development key" in said and "signer unknown" in said
    assert "renditions --remake" in said
    assert signing.load().algorithm == "es256"


def test_nobody_else_may_read_the_files(paths):
    run()
    assert [stat.S_IMODE(path.stat().st_mode) for path in paths] == [0o600, 0o600]
    assert stat.S_IMODE(paths[0].parent.stat().st_mode) == 0o700
    assert {path.name for path in paths[0].parent.iterdir()} == {"key.pem", "chain.pem"}


@pytest.mark.parametrize("there", [0, 1])
def test_a_key_that_is_there_is_never_overwritten_unasked(there, paths):
    paths[0].parent.mkdir()
    paths[there].write_text("precious")
    with pytest.raises(CommandError, match="--replace"):
        run()
    assert paths[there].read_text() == "precious"
    assert not paths[1 - there].exists()


def test_it_is_replaced_when_asked_and_used_from_then_on(paths):
    run()
    first = signing.load()
    run(replace=True, name="New")
    assert signing.load().id != first.id
    assert signing.load().signer == "New development"


def test_the_signers_certificate_is_as_c2pa_wants_it(paths):
    run()
    leaf, root = x509.load_pem_x509_certificates(paths[1].read_bytes())
    leaf.verify_directly_issued_by(root)
    found = {extension.oid: extension for extension in leaf.extensions}
    usage = found[ExtensionOID.KEY_USAGE].value
    assert usage.digital_signature and usage.content_commitment and not usage.key_cert_sign
    assert found[ExtensionOID.BASIC_CONSTRAINTS].value.ca is False
    uses = [use.dotted_string for use in found[ExtensionOID.EXTENDED_KEY_USAGE].value]
    assert uses == ["1.3.6.1.5.5.7.3.4", "1.3.6.1.4.1.62558.2.1"]
    assert ExtensionOID.AUTHORITY_KEY_IDENTIFIER in found
    assert ExtensionOID.SUBJECT_KEY_IDENTIFIER in found


@pytest.mark.parametrize("format", make.MIME)
def test_what_it_signs_is_valid(format, paths):
    run()
    key = signing.load()
    parent = signing.parent(b"", format, "0" * 64, "none", key)
    data = signing.sign(
        make.picture(format), make.MIME[format], parent=parent, steps=(), source_type="", key=key
    )
    assert read(data, format).state is State.VALID_UNTRUSTED
