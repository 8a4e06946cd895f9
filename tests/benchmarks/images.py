"""How long reading and making take, against plain Pillow doing the same without provenance.

Run by itself, from the project's folder:

    python -m tests.benchmarks.images [--rounds 5]

Prints how many ms reading takes by size, the time for six renditions (w640, w1280 and w1920, each as
AVIF and WebP) of a 24-megapixel JPEG, the peak memory, and the bytes that XMP and signature add. All
ways take turns, so that a busy machine slows all of them. The exit status is 1 where our way takes
more than AIM times plain Pillow's. Two plain ways are measured: "as lean" decodes small and scales
down step by step, as we do; "straight" decodes whole and scales each from there, as most code does.
"""

import argparse
import datetime as dt
import gc
import hashlib
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

AIM = 1.15
SIZE = (6000, 4000)
KINDS = ("w640", "w1280", "w1920")
FORMATS = ("avif", "webp")
WAYS = ("as lean", "straight", "ours, unsigned parent", "ours, signed parent")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        plain, signed = _pictures(Path(folder))
        ways = _ways(plain, signed, Path(folder))
        if options.memory:
            _reset_peak()
            before = _status("VmRSS")
            ways[options.memory]()
            print(_status("VmHWM"), before)
            return 0
        _reading()
        slow = _making(ways, options.rounds)
        _memory()
        _added(ways)
    return slow


def _pictures(folder: Path) -> tuple[bytes, bytes]:
    """A photograph-like JPEG of 24 megapixels, and the same with Content Credentials."""
    from tests.images import make

    kept = Path(tempfile.gettempdir()) / "newsroom-benchmark-24-megapixels.jpg"
    if not kept.is_file():
        _draw(kept)
    plain = kept.read_bytes()
    return plain, make.signed(plain, make.created("digitalCapture"))


def _draw(path: Path) -> None:
    from PIL import Image, ImageFilter

    coarse = Image.effect_noise((SIZE[0] // 40, SIZE[1] // 40), 160).resize(SIZE)
    fine = Image.effect_noise(SIZE, 24).filter(ImageFilter.GaussianBlur(1))
    slope = Image.linear_gradient("L").resize(SIZE)
    bands = (Image.blend(coarse, slope, 0.5), Image.blend(coarse, fine, 0.4), coarse)
    Image.merge("RGB", bands).save(path, "JPEG", quality=92)


def _ways(plain: bytes, signed: bytes, folder: Path) -> dict[str, Callable[[], dict[str, bytes]]]:
    from django.conf import settings

    from articles.images import intake, pixels
    from articles.images.models import ImageAsset
    from articles.images.provenance.read import read
    from articles.images.renditions.make import make, wanted
    from articles.images.signing import development

    settings.SIGNING_KEY, settings.SIGNING_CHAIN = folder / "key.pem", folder / "chain.pem"
    pair = development.make("Benchmark", now=dt.datetime.now(dt.UTC))
    settings.SIGNING_KEY.write_bytes(pair.key)
    settings.SIGNING_CHAIN.write_bytes(pair.chain)

    def ours(data: bytes) -> Callable[[], dict[str, bytes]]:
        said = intake.report_of(read(data, "JPEG"))

        about = {"sha256": hashlib.sha256(data).hexdigest(), "format": "JPEG", "credit": "갈피"}
        asset = ImageAsset(width=SIZE[0], height=SIZE[1], **about)
        copies = [c for c in wanted(asset) if c.kind in KINDS and c.format in FORMATS]
        return lambda: {
            f"{c.kind}.{c.format}": c.data
            for c in make(asset, said, copies, data, pixels.decode(data))
        }

    return {
        "as lean": lambda: _lean(plain),
        "straight": lambda: _straight(plain),
        "ours, unsigned parent": ours(plain),
        "ours, signed parent": ours(signed),
    }


def _lean(data: bytes) -> dict[str, bytes]:
    from PIL import Image

    made = {}
    with Image.open(io.BytesIO(data)) as image:
        image.draft(None, _size("w1920"))
        image.load()
        small = image
        for kind in reversed(KINDS):
            small = small.resize(_size(kind), Image.Resampling.LANCZOS)
            made |= {f"{kind}.{format}": _encoded(small, format) for format in FORMATS}
    return made


def _straight(data: bytes) -> dict[str, bytes]:
    from PIL import Image

    made = {}
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        for kind in KINDS:
            small = image.resize(_size(kind), Image.Resampling.LANCZOS)
            made |= {f"{kind}.{format}": _encoded(small, format) for format in FORMATS}
    return made


def _size(kind: str) -> tuple[int, int]:
    width = int(kind[1:])
    return width, round(width * SIZE[1] / SIZE[0])


def _encoded(image: object, format: str) -> bytes:
    from articles.images.renditions.encode import OPTIONS

    out = io.BytesIO()
    image.save(out, format.upper(), **OPTIONS[format])
    return out.getvalue()


def _reading() -> None:
    from PIL import Image

    from articles.images.provenance.read import read
    from tests.images import make

    print("Reading a signed JPEG (credentials and metadata together)")
    for side in (500, 1500, 3400):
        out = io.BytesIO()
        Image.effect_noise((side, side), 90).convert("RGB").save(out, "JPEG", quality=95)
        data = make.signed(out.getvalue(), make.created("digitalCapture"))
        read(data, "JPEG")
        times = [_timed(lambda data=data: read(data, "JPEG"))[0] for _ in range(9)]
        print(f"  {len(data) / 1e6:6.1f} MB {statistics.median(times) * 1000:8.1f} ms")


def _making(ways: dict[str, Callable[[], object]], rounds: int) -> int:
    for way in ways.values():
        way()
    walls: dict[str, list[float]] = {name: [] for name in ways}
    cpus: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            wall, cpu = _timed(way)
            walls[name].append(wall)
            cpus[name].append(cpu)
    print(f"\nSix renditions of a 24-megapixel JPEG, median of {rounds} rounds that took turns")
    base = statistics.median(cpus["as lean"])
    for name in ways:
        wall, cpu = statistics.median(walls[name]), statistics.median(cpus[name])
        print(f"  {name:24} {wall:6.2f} s, CPU {cpu:6.2f} s, {cpu / base:5.2f} of plain as lean")
    # By round, so that what slows a round slows both sides of its ratio.
    worst = max(_ratio(cpus[name], cpus["as lean"]) for name in WAYS[2:])
    print(f"  the worse of ours to plain as lean, by rounds: {worst:.2f} (aim {AIM})")
    return 0 if worst <= AIM else 1


def _ratio(ours: list[float], theirs: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def _memory() -> None:
    print(
        "\nPeak memory of a process of its own that makes them once, Django and both files included"
    )
    for name in WAYS:
        command = [sys.executable, "-m", "tests.benchmarks.images", "--memory", name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        peak, before = (int(kilobytes) / 1024 for kilobytes in done.stdout.split()[-2:])
        print(f"  {name:24} {peak:4.0f} MB, {peak - before:4.0f} MB above Django and the files")


def _reset_peak() -> None:
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # Linux: the peak begins anew


def _status(name: str) -> int:
    """A line of /proc/self/status, in kB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


def _added(ways: dict[str, Callable[[], dict[str, bytes]]]) -> None:
    plain = ways["as lean"]()
    print("\nBytes that XMP and signature add to a copy")
    for name in WAYS[2:]:
        added = {each: len(data) - len(plain[each]) for each, data in ways[name]().items()}
        told = ", ".join(f"{each} {count:,}" for each, count in sorted(added.items()))
        print(f"  {name}:\n    {told}")


if __name__ == "__main__":
    sys.exit(main())
