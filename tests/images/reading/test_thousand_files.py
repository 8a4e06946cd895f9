"""A thousand broken files through every reader: an answer each time, and nothing left behind."""

import json
import random
import resource
import tempfile
from dataclasses import asdict

import pytest

from articles.images.provenance import tc260
from articles.images.provenance.claim import State
from articles.images.provenance.read import read
from articles.images.provenance.trust import Trust
from tests.images import make
from tests.images.test_mutations import _mutate, _seeds

FILES = 1_000
MEGABYTES = 150  # that the process may grow by; one reading takes a few


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """A folder of our own for temporary files, Rust's too."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


def _all_seeds() -> list[tuple[str, bytes]]:
    chained = make.signed(
        make.picture(),
        make.opened(),
        parent=make.signed(make.picture(), make.created("trainedAlgorithmicMedia")),
    )
    seeds = _seeds() | {
        "JPEG chain": chained,
        "JPEG mark": make.picture(xmp=tc260.packet(make.aigc())),
        "PNG mark": make.png_with_xmp(tc260.packet(make.aigc("2"))),
    }
    return [(name.split()[0].upper(), data) for name, data in seeds.items()]


@pytest.mark.filterwarnings("ignore")
def test_a_thousand_mutated_files_are_all_answered(temporary):
    seeds, chance = _all_seeds(), random.Random(20261122)
    trust, states = Trust(signers=make.authority().decode()), set()
    for format, data in seeds:
        read(data, format, trust=trust)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(FILES):
        format, data = seeds[number % len(seeds)]
        claim = read(_mutate(data, chance), format, trust=trust)
        states.add(claim.state)
        json.dumps([asdict(link) for link in claim.manifests] + [asdict(claim.xmp)])
    assert states >= {State.NONE, State.TRUSTED, State.INVALID_TAMPERED, State.UNREADABLE}
    assert list(temporary.iterdir()) == []
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    assert grown < MEGABYTES
