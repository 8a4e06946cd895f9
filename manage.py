#!/usr/bin/env python3
"""The way in: ``python3 manage.py start``, ``python3 manage.py test`` and Django's own commands.

Needs nothing but Python and pip; what is missing is put into ``.venv`` beside this file. Keep this
file readable for Python 3.6, so that an old interpreter reaches the sentence that turns it away.
"""

import os
import sys

OLDEST, NEWEST = (3, 11), (3, 13)


def wrong_python(version):
    """Return the sentence that turns `version` (major, minor) away, or None where it fits."""
    if OLDEST <= tuple(version) <= NEWEST:
        return None
    return (
        "파이썬 3.11, 3.12, 3.13 가운데 하나가 필요한데 지금은 %d.%d입니다. "
        "python3.13 manage.py start처럼 실행해 주세요.\n"
        "Newsroom needs Python 3.11, 3.12 or 3.13, and this is %d.%d: "
        "please run it like this: python3.13 manage.py start"
    ) % (tuple(version) * 2)


def _say(text):
    sys.stderr.buffer.write((text + "\n").encode("utf-8"))


def main():
    refusal = wrong_python(sys.version_info[:2])
    if refusal:
        _say(refusal)
        sys.exit(1)
    if os.name == "nt":
        _say("윈도에서는 WSL 안에서 실행해 주세요.\nOn Windows, please run this inside WSL.")
        sys.exit(1)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

    from newsroom import bootstrap

    bootstrap.prepare(sys.argv)

    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
