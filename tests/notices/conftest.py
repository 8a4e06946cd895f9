from typing import Any

import pytest


@pytest.fixture
def mail_on(settings: Any) -> None:
    """As with EMAIL_URL set; what is sent lands in `mailoutbox`."""
    settings.MAIL = True
    settings.MAIL_IN_BACKGROUND = False
    settings.SITE_URL = "https://galpi.example"
