"""``manage.py provenance FILE``: what a file says of its origin. Nothing is stored or fetched."""

import json
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection
from django.utils import translation
from django.utils.translation import gettext as _

from articles.images import trust
from articles.images.answer import answer
from articles.images.provenance.trust import NOBODY, Trust
from articles.images.reasons import STATES
from articles.images.source_types import label
from articles.images.steps import action, ingredient
from articles.lib import terminal

MAX_BYTES = 500_000_000  # read into memory at once


class Command(BaseCommand):
    help = (
        "Say what a file tells of its origin: Content Credentials, source type, AI. Any file may "
        "be asked about; it is neither stored nor changed, and nothing is fetched."
    )
    # An answer needs neither a database nor a site that is set up.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file")
        parser.add_argument("--json", action="store_true", help="one JSON object, for programs")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(terminal.language()):
            said = answer(_bytes(Path(options["file"])), installed())
            text = (
                json.dumps(said, ensure_ascii=False, indent=2) if options["json"] else words(said)
            )
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        self.stdout.write(text)


def installed() -> Trust:
    """The installed trust lists, none where there is no database yet; none is made for this."""
    database = settings.DATABASES["default"]
    if connection.vendor == "sqlite" and not Path(database["NAME"]).is_file():
        return NOBODY
    try:
        return trust.installed()
    except DatabaseError:
        return NOBODY


def words(said: dict[str, Any]) -> str:
    """The answer as lines for people, in the language that is active."""
    lines = [
        (_("Credentials"), f"{STATES[said['state']]} ({said['state']})"),
        (_("AI in the file"), said["ai_evidence"]),
        (_("Source type"), label(said["digital_source_type"] or "")),
        (_("Signer"), said["signer"]),
        (_("Signed"), said["signed_at"]),
        (_("Suggested label"), said["suggested_label"]),
        *[(_("Reason"), text) for text in said["reasons_text"]],
        *[(_("Step"), action(step)) for step in said["actions"]],
        *[(_("Material"), ingredient(material)) for material in said["ingredients"]],
        *[(_("Warning"), text) for text in dict.fromkeys(said["warnings_text"])],
        (_("Checked with"), said["verifier"]),
    ]
    return "\n".join(f"{name}: {text}" for name, text in lines if text)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CommandError(_("%(file)s is too large to be read at once.") % {"file": path})
        return path.read_bytes()
    except OSError as error:
        said = _("%(file)s cannot be read: %(why)s.")
        raise CommandError(said % {"file": path, "why": error.strerror}) from None
