"""``manage.py trust_list FILE``: install, list and remove lists of trusted certificates."""

import datetime as dt
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.images import trust
from articles.images.models import TrustList
from articles.images.pem import NotATrustList
from articles.lib import terminal


class Command(BaseCommand):
    help = (
        "Install a trust list (certificates in PEM) that readings of Content Credentials rely on. "
        "A list of the same name and kind is replaced."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?")
        parser.add_argument(
            "--kind",
            choices=TrustList.Kind.values,
            help="whom the list is about; where left out, told by the file's name",
        )
        parser.add_argument("--name", help="what it is called; where left out, the file's name")
        parser.add_argument("--issued", type=_day, help="day of issue, YYYY-MM-DD")
        parser.add_argument("--next-update", type=_day, help="day of the next issue, YYYY-MM-DD")
        parser.add_argument("--list", action="store_true", help="show what is installed")
        parser.add_argument("--remove", metavar="NAME", help="remove the lists of this name")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(terminal.language()):
            if options["remove"]:
                self._remove(options["remove"], options["kind"])
            elif options["file"]:
                self._install(Path(options["file"]), options)
            elif not options["list"]:
                raise CommandError(_("Name a file with certificates, or say --list."))
            if options["list"]:
                self._list()

    def _install(self, path: Path, options: dict[str, Any]) -> None:
        try:
            row = trust.install(
                path.read_bytes(),
                kind=options["kind"] or trust.kind_of(path.stem),
                name=(options["name"] or path.stem)[:120],
                by=None,
                issued_at=options["issued"],
                next_update_at=options["next_update"],
            )
        except OSError as error:
            said = _("%(file)s cannot be read: %(why)s.")
            raise CommandError(said % {"file": path, "why": error.strerror}) from None
        except NotATrustList as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(_("Installed: %(list)s") % {"list": _line(row)})
        self.stdout.write(
            _("Readings from now on use it; recheck_images --all brings older ones up to date.")
        )

    def _remove(self, name: str, kind: str | None) -> None:
        rows = TrustList.objects.filter(name=name)
        rows = list(rows.filter(kind=kind) if kind else rows)
        if not rows:
            raise CommandError(_("No trust list is called “%(name)s”.") % {"name": name})
        for row in rows:
            self.stdout.write(_("Removed: %(list)s") % {"list": _line(row)})
            trust.remove(row, by=None)

    def _list(self) -> None:
        rows = list(TrustList.objects.all())
        for row in rows:
            self.stdout.write(_line(row))
        if not rows:
            self.stdout.write(_("No trust list is installed: no signer is confirmed."))


def _line(row: TrustList) -> str:
    count = ngettext("%(n)s certificate", "%(n)s certificates", row.certificates)
    said = [
        row.name,
        str(row.get_kind_display()),
        count % {"n": row.certificates},
        _("installed %(day)s") % {"day": _shown(row.installed_at)},
    ]
    if row.issued_at:
        said.append(_("issued %(day)s") % {"day": _shown(row.issued_at)})
    if row.next_update_at:
        late = row.next_update_at < timezone.now()
        words = _("its next issue was due %(day)s") if late else _("next issue %(day)s")
        said.append(words % {"day": _shown(row.next_update_at)})
    return " · ".join(said)


def _shown(at: dt.datetime) -> str:
    return date_format(timezone.localtime(at), "Y-m-d")


def _day(text: str) -> dt.datetime:
    return dt.datetime.combine(dt.date.fromisoformat(text), dt.time(), dt.UTC)
