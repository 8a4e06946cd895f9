"""The demo's passwords: made from this installation's secret key, so no two newsrooms share one."""

import hashlib
import hmac

from django.conf import settings

# Without letters and digits that are mistaken for one another when read off a screen.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def password(username: str) -> str:
    """Such as `galpi-7kqf-x3mw`: the same at every start here, another everywhere else."""
    key = settings.SECRET_KEY.encode()
    number = int.from_bytes(hmac.digest(key, f"demo login {username}".encode(), hashlib.sha256))
    letters = ""
    for _ in range(8):
        number, place = divmod(number, len(ALPHABET))
        letters += ALPHABET[place]
    return f"galpi-{letters[:4]}-{letters[4:]}"
