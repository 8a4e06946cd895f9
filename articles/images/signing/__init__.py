"""Content Credentials of our own: a copy says what it was made from, and who says so.

Only bytes enter, and what was read of the original; no rendition, no row, no network.
A parent whose own credentials do not hold is never signed over.
"""

from articles.images.signing.key import Key, KeyUnusable, installed, load
from articles.images.signing.parent import Parent, allowed, parent
from articles.images.signing.sign import SigningFailed, sign

__all__ = [
    "Key",
    "KeyUnusable",
    "Parent",
    "SigningFailed",
    "allowed",
    "installed",
    "load",
    "parent",
    "sign",
]
