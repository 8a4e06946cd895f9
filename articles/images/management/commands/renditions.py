"""``manage.py renditions``: are all copies of all pictures there, and whole?"""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from articles.images import signing
from articles.images.models import ImageAsset
from articles.images.renditions import ensure
from articles.images.renditions.survey import Survey, strays, survey, take_away
from articles.lib import terminal


class Command(BaseCommand):
    help = (
        "Compare the copies of pictures on disk with what the database knows. Changes nothing "
        "unless told to. The exit status is 1 where something is wrong."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--repair",
            action="store_true",
            help="make copies that are missing or out of date, remove files nobody knows of",
        )
        parser.add_argument(
            "--remake",
            action="store_true",
            help="make all copies again, under their names; signs them with a new key",
        )
        parser.add_argument("--asset", metavar="ID", help="only this image: its number or its id")

    def handle(self, *, repair: bool, remake: bool, asset: str | None, **options: Any) -> None:
        with translation.override(terminal.language()):
            found = self._look(asset)
            self._tell(found)
            if repair or remake:
                self._make(found, asset, remake)
                if asset is None:
                    self._clear(found)
                found = self._look(asset)
                self._say(_("Now:"))
                self._tell(found)
            elif not found.sound:
                self._say(_("Nothing was changed. To put it right: manage.py renditions --repair"))
        if not found.sound:
            sys.exit(1)

    def _look(self, name: str | None) -> Survey:
        found = survey(_assets(name))
        if name is None:
            strays(found)
        return found

    def _make(self, found: Survey, name: str | None, remake: bool) -> None:
        lost = {asset.pk for asset in found.lost}
        wrong = _assets(name) if remake else ImageAsset.objects.filter(pk__in=found.outdated)
        for asset in wrong.order_by("pk").iterator(chunk_size=200):
            if asset.pk in lost:
                continue
            try:
                made = ensure(asset, again=remake)
            except Exception as error:  # one bad picture is not to stop the others
                about = {"image": asset, "number": asset.pk, "error": error}
                self._warn(_("Image %(number)s (%(image)s): %(error)s") % about)
            else:
                about = {"image": asset, "number": asset.pk, "n": len(made)}
                self._say(_("Image %(number)s (%(image)s): %(n)s copies") % about)

    def _clear(self, found: Survey) -> None:
        gone = sum(take_away(path) for path in found.strays)
        if gone:
            self._say(_("Files removed: %(n)s") % {"n": gone})

    def _tell(self, found: Survey) -> None:
        about = {"images": found.assets, "copies": found.copies}
        self._say(_("Images: %(images)s, copies: %(copies)s") % about)
        for asset in found.lost:
            about = {"number": asset.pk, "image": asset, "sha256": asset.sha256}
            self._warn(
                _("ORIGINAL LOST: image %(number)s (%(image)s). Put the file %(sha256)s back from "
                  "a backup; nothing that depends on it was touched.") % about
            )  # fmt: skip
        if found.outdated:
            about = {"n": sum(found.outdated.values()), "images": len(found.outdated)}
            self._warn(_("Copies missing or out of date: %(n)s, of images: %(images)s") % about)
        if found.strays:
            self._warn(_("Unknown files: %(n)s") % {"n": len(found.strays)})
        if found.young:
            self._say(
                _("Unknown files, not yet an hour old and left alone: %(n)s") % {"n": found.young}
            )
        if found.unsigned:
            self._warn(
                _("Copies that could not be signed: %(n)s. The log says why; afterwards: "
                  "manage.py renditions --remake") % {"n": found.unsigned}
            )  # fmt: skip
        self._tell_key()
        if found.sound:
            self._say(_("Everything is there."))

    def _tell_key(self) -> None:
        try:
            key = signing.load()
        except signing.KeyUnusable as why:
            self._warn(_("Copies are not signed: %(why)s") % {"why": why})
            return
        if key:
            about = {"signer": key.signer, "day": key.ends.date().isoformat()}
            self._say(_("Copies are signed by “%(signer)s”, until %(day)s.") % about)
        else:
            self._say(_("Copies are not signed: no key is installed."))

    def _say(self, line: str) -> None:
        self.stdout.write(line)

    def _warn(self, line: str) -> None:
        self.stdout.write(self.style.WARNING(line))


def _assets(name: str | None) -> QuerySet[ImageAsset]:
    if name is None:
        return ImageAsset.objects.all()
    chosen = ImageAsset.objects.filter(sha256__startswith=name) if len(name) >= 16 else None
    if chosen is None and name.isdecimal():
        chosen = ImageAsset.objects.filter(pk=name)
    if chosen is None or not chosen.exists():
        raise CommandError(_("There is no image %(name)s.") % {"name": name})
    return chosen
