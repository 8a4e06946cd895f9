"""What a file says of its origin, as plain values, and the one rule that weighs what it says."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from articles.images.provenance.suggest import Suggestion, suggest
from articles.images.provenance.tc260 import Aigc
from articles.images.source_types import Evidence


class State(StrEnum):
    """What became of checking the Content Credentials in a file."""

    NONE = "none"
    REMOTE_UNFETCHED = "remote_unfetched"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"
    INVALID_TAMPERED = "invalid_tampered"
    INVALID_EXPIRED = "invalid_expired"
    INVALID_OTHER = "invalid_other"
    VALID_UNTRUSTED = "valid_untrusted"
    TRUSTED = "trusted"

    @property
    def invalid(self) -> bool:
        return self.value.startswith("invalid")


@dataclass(frozen=True)
class Action:
    """One recorded step. `manifest` is the label of the manifest that records it."""

    action: str
    digital_source_type: str = ""
    software: str = ""
    when: str = ""
    manifest: str = ""
    description: str = ""


@dataclass(frozen=True)
class Ingredient:
    """One material. `source` labels its own manifest, `failures` what checking it once gave."""

    title: str
    format: str
    relationship: str
    manifest: str = ""
    source: str = ""
    failures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """One link of the chain: who signed what, and what failed when it was checked here."""

    label: str
    active: bool = False
    title: str = ""
    claim_generator: str = ""
    signer: str = ""
    signed_at: str = ""  # ISO 8601, "" where nothing proves the time
    actions: tuple[Action, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    failures: tuple[str, ...] = ()
    ai_evidence: Evidence = Evidence.NONE


# What somebody typed into a machine is theirs: it is kept for the desk and never made public.
PRIVATE = ("ai_prompt", "ai_prompt_writer", "remote_manifest")


@dataclass(frozen=True)
class XmpClaim:
    """What the embedded XMP says (and IPTC-IIM, where the XMP is silent).

    `readable` is false where there is XMP that cannot be parsed. Names: IPTC Photo Metadata 2025.1.
    The fields in PRIVATE never reach the public.
    """

    digital_source_type: str = ""
    credit: str = ""
    copyright_notice: str = ""
    ai_system: str = ""
    ai_system_version: str = ""
    data_mining: str = ""
    creator: str = ""
    usage_terms: str = ""
    web_statement: str = ""
    model_release: str = ""
    ai_prompt: str = ""
    ai_prompt_writer: str = ""
    remote_manifest: str = ""
    location: bool = False
    aigc: tuple[str, ...] = ()  # the texts of China's AIGC property, each as it stands
    readable: bool = True


@dataclass(frozen=True)
class ExifClaim:
    """What the camera wrote. Of the place only whether there is one; serial numbers are left."""

    make: str = ""
    model: str = ""
    software: str = ""
    taken_at: str = ""  # ISO 8601; without an offset where the camera gave none
    location: bool = False


@dataclass(frozen=True)
class C2paClaim:
    """What the Content Credentials say, and the verdict on them."""

    state: State
    reasons: tuple[str, ...] = ()
    ai_evidence: Evidence = Evidence.NONE
    digital_source_type: str = ""
    signer: str = ""
    signed_at: dt.datetime | None = None
    actions: tuple[Action, ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    manifests: tuple[Manifest, ...] = ()
    warnings: tuple[str, ...] = ()
    raw: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Claim:
    """Everything one file says of its origin: credentials, XMP, EXIF and AIGC mark together."""

    c2pa: C2paClaim
    xmp: XmpClaim
    ai_evidence: Evidence
    digital_source_type: str
    reasons: tuple[str, ...]
    verifier: str
    verifier_version: str
    exif: ExifClaim = field(default_factory=ExifClaim)
    tc260: Aigc | None = None
    warnings: tuple[str, ...] = ()
    trust_list_digest: str = ""

    @property
    def state(self) -> State:
        return self.c2pa.state

    @property
    def manifests(self) -> tuple[Manifest, ...]:
        return self.c2pa.manifests

    @property
    def suggestion(self) -> Suggestion:
        """What AI use the evidence suggests; a person confirms it or not."""
        return suggest(self)
