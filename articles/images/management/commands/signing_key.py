"""``manage.py signing_key``: a key for trying out signed copies."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.images.signing import development
from articles.lib import terminal


class Command(BaseCommand):
    help = (
        "Make a development key and certificates, so that copies of pictures are signed. Readers' "
        "tools will call their signer unknown: for production, get a certificate from an authority "
        "on the C2PA trust list and put both files in place of these."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--name", default=settings.SITE_NAME["en"], help="who signs (default: the paper's name)"
        )
        parser.add_argument("--replace", action="store_true", help="replace the key that is there")

    def handle(self, *, name: str, replace: bool, **options: Any) -> None:
        with translation.override(terminal.language()):
            key, chain = Path(settings.SIGNING_KEY), Path(settings.SIGNING_CHAIN)
            there = [str(path) for path in (key, chain) if path.exists()]
            if there and not replace:
                raise CommandError(
                    _("There is a key already: %(files)s. Nothing was changed; --replace makes a "
                      "new one in its place.") % {"files": ", ".join(there)}
                )  # fmt: skip
            made = development.make(name, now=timezone.now())
            try:
                _write(key, made.key)
                _write(chain, made.chain)
            except OSError as error:
                raise CommandError(
                    _("The key cannot be written: %(error)s") % {"error": error}
                ) from error
            for line in _words(key, chain):
                self.stdout.write(line)


def _words(key: Path, chain: Path) -> tuple[str, ...]:
    return (
        _("Private key: %(file)s. Keep it to yourself, and out of what you hand on.")
        % {"file": key},
        _("Certificates: %(file)s, for one year.") % {"file": chain},
        _("This is a development key. Signatures made with it are sound, but readers’ tools will "
          "call their signer unknown."),
        _("New copies are signed from now on. To sign those that are there: "
          "manage.py renditions --remake"),
    )  # fmt: skip


def _write(path: Path, data: bytes) -> None:
    """Readable by nobody else at any moment, and whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)
