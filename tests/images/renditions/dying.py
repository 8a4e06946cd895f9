"""Run by itself: begins a piece of work on a real database and is killed in the middle of it.

python -m tests.images.renditions.dying POINT NUMBER ARGUMENT: the process ends, as by a power cut,
when it has done files.POINT for the NUMBERth time. ARGUMENT is an asset's id, whose copies are made,
or a file, which is taken in.
"""

import os
import signal
import sys
from pathlib import Path

import django


def main(point: str, number: int, argument: str) -> None:
    django.setup()
    from articles.images import files, intake, renditions
    from articles.images.models import ImageAsset

    real, done = getattr(files, point), []

    def dying(*arguments):
        answer = real(*arguments)
        done.append(point)
        if len(done) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    setattr(files, point, dying)
    if argument.isdecimal():
        renditions.ensure(ImageAsset.objects.get(pk=argument))
    else:
        intake.add(Path(argument).read_bytes(), file_name="a.jpg", by=None)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
