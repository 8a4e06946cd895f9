"""A file may name any address: none is ever asked."""

import socket
import threading
from collections.abc import Iterator

import pytest

from articles.images import intake
from articles.images.provenance import c2pa
from articles.images.provenance.claim import State
from tests.images import make


class Listener:
    def __init__(self) -> None:
        self.calls = 0
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.socket.getsockname()[1]}/manifest.c2pa"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                caller, _ = self.socket.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.socket.close()


def test_the_listener_hears(listener):
    with socket.create_connection(listener.socket.getsockname()) as caller:
        caller.recv(1)
    assert listener.calls == 1


def test_a_manifest_at_an_address_is_not_fetched(listener, jiwoo):
    data = make.signed(make.picture(), make.created("digitalCapture"), remote=listener.url)
    assert listener.url.encode() in data
    asset = intake.add(data, file_name="a.jpg", by=jiwoo)
    assert asset.report.state == State.REMOTE_UNFETCHED
    assert listener.calls == 0


@pytest.mark.parametrize("format", ["JPEG", "WEBP", "AVIF", "PNG"])
def test_an_address_in_the_xmp_is_not_fetched(format, listener):
    packet = make.packet(f'dcterms:provenance="{listener.url}"')
    data = make.png_with_xmp(packet) if format == "PNG" else make.picture(format, xmp=packet)
    assert c2pa.read(data, format).state in (State.REMOTE_UNFETCHED, State.NONE)
    assert listener.calls == 0
