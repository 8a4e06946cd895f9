"""What a revision kept of its images' files and rights, in words, so that two can be compared."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from articles.images import source_types
from articles.images.models import ImageAsset, ProvenanceReport
from articles.images.rights import local


def file_line(said: Mapping[str, Any]) -> str:
    states = dict(ProvenanceReport.States.choices)
    evidence = dict(ProvenanceReport.AIEvidence.choices)
    parts = (
        states.get(said["credentials"], said["credentials"]),
        evidence.get(said["ai_evidence"], said["ai_evidence"]),
        source_types.label(said.get("source_type", "")),
    )
    return " · ".join(str(part) for part in parts if part)


def rights_line(said: Mapping[str, Any]) -> str:
    """Empty for revisions that are older than the rights of pictures."""
    kept = said.get("rights") or {}
    begin, end = kept.get("from"), kept.get("until")
    parts = (
        _("not before %(moment)s") % {"moment": _moment(begin)} if begin else "",
        _("until %(moment)s") % {"moment": _moment(end)} if end else "",
        kept.get("licence"),
        kept.get("licence_url"),
        kept.get("usage_terms"),
        _choice(ImageAsset.ModelRelease, kept.get("model_release")),
        _choice(ImageAsset.DataMining, kept.get("data_mining")),
    )
    return " · ".join(str(part) for part in parts if part)


def _moment(text: str) -> str:
    return local(dt.datetime.fromisoformat(text))


def _choice(choices: type, code: str | None) -> str:
    return str(choices(code).label) if code and code in choices.values else ""
