"""The certificates a reading trusts, as plain values."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Trust:
    """Certificates (PEM) that vouch for signers, and those that vouch for times of signing."""

    signers: str = ""
    timestamps: str = ""

    @property
    def digest(self) -> str:
        """The SHA-256 over both lists, "" where there are none: it is kept with every verdict."""
        if not self.signers and not self.timestamps:
            return ""
        both = hashlib.sha256(self.signers.encode()).digest()
        both += hashlib.sha256(self.timestamps.encode()).digest()
        return hashlib.sha256(both).hexdigest()


NOBODY = Trust()
