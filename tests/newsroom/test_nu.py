"""The Nu HTML checker is asked, and its answer is read."""

import pytest

GOOD = (
    "<!doctype html><html lang=ko><head><title>갈피</title></head><body><h1>갈피</h1></body></html>"
)


@pytest.mark.nu
def test_only_the_faulty_document_is_named(nu):
    bad = GOOD.replace("<h1>", "<h1 id=a><p id=a>")
    messages = nu({"good": GOOD, "bad": bad})
    assert messages
    assert all(message.startswith("bad:") for message in messages)
