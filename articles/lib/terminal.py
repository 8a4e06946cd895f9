"""Which language a command speaks."""

import os


def language() -> str:
    """Return "ko" where the terminal's locale is Korean, else "en"."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "ko" if value.lower().startswith("ko") else "en"
    return "en"
