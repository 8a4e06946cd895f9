"""A key to sign with, and a look at the copies as a browser gets them."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from articles.images import files, signing
from articles.images.models import ImageAsset
from articles.images.signing import development


@pytest.fixture
def key(settings: Any, tmp_path: Path) -> signing.Key:
    """The newsroom signs, with a development key of its own."""
    settings.SIGNING_KEY, settings.SIGNING_CHAIN = tmp_path / "key.pem", tmp_path / "chain.pem"
    install(settings, development.make("Galpi", now=dt.datetime.now(dt.UTC)))
    return signing.installed()


def install(settings: Any, pair: development.Pair) -> None:
    settings.SIGNING_KEY.write_bytes(pair.key)
    settings.SIGNING_CHAIN.write_bytes(pair.chain)


@pytest.fixture
def shown() -> Callable[[ImageAsset], dict[str, bytes]]:
    """Return a function: the bytes of an asset's copies, by "kind.format"."""

    def read(asset: ImageAsset) -> dict[str, bytes]:
        rows = asset.renditions.model.objects.filter(asset=asset)
        return {str(row): files.rendition_path(row.key).read_bytes() for row in rows}

    return read
