"""The AI system behind a picture, as people recorded it. Who keeps such records says it here."""

from collections.abc import Callable

from articles.images.models import ImageAsset

Teller = Callable[[ImageAsset], tuple[str, str]]
_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    """`teller` gives name and version of the system, or ("", "") where none is recorded."""
    if teller not in _tellers:
        _tellers.append(teller)


def recorded(asset: ImageAsset) -> tuple[str, str]:
    """The first answer there is; a picture that is not saved has no records.

    Asked once for each `asset` object: its copies may be encoded in other threads, and those see
    nothing of a transaction that is open in this one.
    """
    if asset.pk is None:
        return "", ""
    if not hasattr(asset, "_recorded_system"):
        answers = (teller(asset) for teller in _tellers)
        asset._recorded_system = next((answer for answer in answers if answer[0]), ("", ""))
    return asset._recorded_system
