"""``manage.py recheck_images``: read originals again with today's verifier and trust lists.

It stands here, and not with the images, because open cases are told of what it finds.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.images import renditions
from articles.images.models import ImageAsset
from articles.images.recheck import Checked, OriginalMissing, recheck, recheck_all
from articles.lib import terminal
from articles.lib.hangul import particles
from articles.moderation.open_case import refresh_images

LONGEST = 3600  # seconds to wait for copies that have to be made again


class Command(BaseCommand):
    help = "Check images again: the originals are read anew, and what differs becomes a new report."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ids", nargs="*", type=int, metavar="ID")
        parser.add_argument("--all", action="store_true", help="every image of the library")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(terminal.language()):
            if bool(options["ids"]) == options["all"]:
                raise CommandError(_("Give the numbers of images, or use --all."))
            checks = recheck_all(by=None) if options["all"] else map(_one, options["ids"])
            self._tell(checks)
            renditions.settled(LONGEST)

    def _tell(self, checks: Any) -> None:
        done = changed = worse = missing = 0
        for check in checks:
            done += 1
            changed += check.changed
            worse += check.got_worse
            missing += check.report is None
            if check.report is None:
                self.stdout.write(f"{check.asset.pk} {check.asset}: {OriginalMissing()}")
            elif check.changed:
                refresh_images(check.asset)
                said = _("%(image)s is now: %(state)s")
                state = check.report.get_state_display()
                line = particles(said % {"image": check.asset, "state": state})
                self.stdout.write(f"{check.asset.pk} {line}")
        said = ngettext("%(n)s image checked", "%(n)s images checked", done) % {"n": done}
        rest = _("%(changed)s with a new report, %(worse)s worse than before, %(missing)s missing")
        values = {"changed": changed, "worse": worse, "missing": missing}
        self.stdout.write(f"{said}: {rest % values}.")


def _one(number: int) -> Checked:
    asset = ImageAsset.objects.filter(pk=number).first()
    if asset is None:
        raise CommandError(_("There is no image number %(n)s.") % {"n": number})
    try:
        return Checked(asset, recheck(asset, by=None))
    except OriginalMissing:
        return Checked(asset, None)
