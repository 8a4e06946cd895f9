"""How long the intake takes for files made to break it, and how much memory.

    NEWSROOM_DATA=/tmp/x python -m tests.benchmarks.hostile_files [MEGABYTES]

Each file is read in a process of its own, after one ordinary picture has been.
"""

import multiprocessing
import os
import resource
import sys
import time
import warnings

BUDGET = 2.0, 400  # seconds, MB


def _read(name: str, size: int, answers: multiprocessing.Queue) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django

    django.setup()
    from articles.images import alike, pixels
    from articles.images.provenance.read import read
    from tests.images import hostile, make

    warnings.simplefilter("ignore")
    pixels.decode(make.picture())
    data = hostile.MAKERS[name](size)
    # The peak so far is that of making the file: only what is above it belongs to reading.
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    try:
        picture = pixels.decode(data)
        alike.fingerprint(picture.image)
        read(data, picture.format, picture.xmp)
        said = "taken"
    except Exception as refused:
        said = getattr(refused, "code", repr(refused))
    spent = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answers.put((spent, after / 1024, (after - before) / 1024, len(data), said))


def main() -> None:
    from tests.images import hostile

    size = int(sys.argv[1] if len(sys.argv) > 1 else 39) * 1024 * 1024
    start = multiprocessing.get_context("spawn")
    for name in hostile.MAKERS:
        answers = start.Queue()
        process = start.Process(target=_read, args=(name, size, answers))
        process.start()
        spent, peak, more, length, said = answers.get(timeout=300)
        process.join()
        mark = "  <-- over" if spent > BUDGET[0] or more > BUDGET[1] else ""
        print(f"{spent:6.2f} s {peak:5.0f} MB (+{more:4.0f}) {length:>9} B  {name}: {said}{mark}")


if __name__ == "__main__":
    main()
