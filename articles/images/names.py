"""Names of uploaded files, made harmless."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 150
_UNSAFE = re.compile(r'[<>:"|?*%&\s]+')


def harmless(name: str, format: str) -> str:
    """`name` as one visible line that is no path: NFC, without folders, control and direction
    characters; a name that has nothing left becomes "image" with the format's ending."""
    last = re.split(r"[/\\]", name)[-1]
    # Cc, Cf, Cs, Co, Cn: among them NUL, line ends and the marks that turn text around.
    seen = "".join(
        c for c in unicodedata.normalize("NFC", last) if unicodedata.category(c)[0] != "C"
    )
    seen = _UNSAFE.sub(" ", seen).strip(" .")
    path = PurePosixPath(seen or f"image.{format.lower()}")
    stem, suffix = path.stem, path.suffix[:10]
    return stem[: LONGEST - len(suffix)] + suffix


def title(file_name: str) -> str:
    """A first title from a file name: without its ending, underscores read as spaces."""
    return re.sub(r"[_\s]+", " ", PurePosixPath(file_name).stem).strip()
