"""manage.py check_text FILE --language ko: what the checks see in a text file. Nothing is stored."""

import html
import json
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from articles.lib.hangul import particles
from articles.moderation import checks


class Command(BaseCommand):
    help = "Print what the automatic checks find in a text, without storing anything."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a UTF-8 text file with the body, or - for standard input")
        parser.add_argument("--language", required=True, choices=["ko", "en", "zh", "ja"])
        parser.add_argument("--headline", default="")
        parser.add_argument("--standfirst", default="")
        parser.add_argument(
            "--source",
            action="append",
            default=[],
            metavar="FILE",
            help="the text of a source in the same language, to compare with; may be repeated",
        )
        parser.add_argument("--json", action="store_true", help="print one JSON array")

    def handle(self, *, file: str, language: str, **options: Any) -> None:
        body = _read(file)
        found = checks.run(
            checks.Item(
                language=language,
                headline=options["headline"],
                standfirst=options["standfirst"],
                body_html=_as_html(body),
                body=body,
                source_texts=tuple(
                    checks.SourceText(_read(name), language) for name in options["source"]
                ),
            )
        )
        spoken = language if language in dict(settings.LANGUAGES) else "en"
        rows = [_row(one, spoken) for one in found]
        if options["json"]:
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))
            return
        for row in rows:
            place = f"{row['field']} {row['start']}-{row['end']}"
            self.stdout.write(f"{row['severity']:6}  {row['code']}  {place}")
            if row["quote"]:
                self.stdout.write(f"        {row['quote']!r}")
            self.stdout.write(f"        {row['title']}: {row['message']}")
            if row["suggestion"]:
                self.stdout.write(f"        → {row['suggestion']!r}")
        if not rows:
            self.stdout.write(_("Nothing found."))


def _read(name: str) -> str:
    """The text of a file; line ends become \\n, a byte order mark goes. Raises CommandError."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        raise CommandError(_("There is no file “%(name)s”.") % {"name": name}) from None
    except (OSError, ValueError) as error:
        said = {"name": name, "why": getattr(error, "strerror", None) or str(error)}
        raise CommandError(_("“%(name)s” cannot be read: %(why)s.") % said) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        sentence = _("“%(name)s” is not text in UTF-8. Save it in that encoding, then try again.")
        raise CommandError(particles(sentence % {"name": name})) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_html(text: str) -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())


def _row(one: checks.Found, language: str) -> dict[str, Any]:
    """A finding as it is printed: its own facts, and its words."""
    title, explanation = checks.message(one.code, one.data, language)
    facts = {name: value for name, value in asdict(one).items() if name != "data"}
    return facts | {"title": title, "message": explanation}
