"""``manage.py send_notices``: tell of what is overdue, and mail what has not been mailed."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from articles.moderation.late import tell_late
from articles.notices import mail


class Command(BaseCommand):
    help = "Tell moderators of overdue cases, and mail waiting notices. For cron: every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        late = 0
        while told := tell_late(limit=200):
            late += told
        sent, failed = mail.send_pending()
        said = f"{late} overdue told"
        if settings.MAIL:
            said += f", {sent} mailed, {failed} failed"
        self.stdout.write(said)
        if failed:
            raise SystemExit(1)
