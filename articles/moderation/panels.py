"""What the panels of the review screen show, gathered from a case: findings, pictures, AI uses."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.disclosure.labels import Label, Words, words
from articles.disclosure.stages import Extent, ImageStage, TextStage
from articles.images import source_types
from articles.images.models import ImageAsset
from articles.images.renditions import Srcset, srcset
from articles.images.says import FileSays, file_says
from articles.moderation.checks import message
from articles.moderation.marks import Mark, in_text, shown
from articles.moderation.models import Finding
from articles.moderation.queue import LOOKS

PLACES = {
    "headline": gettext_lazy("Headline"),
    "standfirst": gettext_lazy("Standfirst"),
    "body": gettext_lazy("Body"),
    "key_points": gettext_lazy("Key points"),
    "alt": gettext_lazy("Alt text"),
    "caption": gettext_lazy("Caption"),
    "image": gettext_lazy("Image"),
    "sources": gettext_lazy("Sources"),
    "bylines": gettext_lazy("Bylines"),
}

_HANGUL = re.compile("[\uac00-\ud7a3]")


@dataclass(frozen=True)
class FindingRow:
    """A finding in words. `goal` is the id of its mark, or of the panel it is about."""

    finding: Finding
    number: int
    title: str
    explanation: str
    look: str
    severity: str
    place: str
    goal: str
    quote: SafeString | str
    dismissed: bool
    applied: bool


@dataclass(frozen=True)
class Use:
    """One recorded use of AI, the private prompt included."""

    stage: str
    extent: str
    source_type: str
    system: str
    why: str
    detail: str
    people_unchanged: bool
    prompt: str
    recorded_by: str
    used_at: dt.datetime
    language: str  # of what was written down with it


@dataclass(frozen=True)
class Picture:
    role: str
    label: Words
    files: Srcset | None
    says: FileSays
    declared: str
    declared_code: str
    credit: str
    credit_language: str
    alt: str
    alt_html: SafeString
    alt_language: str
    caption_html: SafeString
    caption_language: str
    uses: tuple[Use, ...]


@dataclass(frozen=True)
class Source:
    outlet: str
    outlet_language: str
    title: str
    url: str
    published_on: dt.date | None
    kind: str
    language: str


def spoken(text: str) -> str:
    """The language of a note for which none is recorded, for screen readers: Hangul is Korean."""
    return "ko" if _HANGUL.search(text) else "en"


def look_of(finding: Finding) -> str:
    return LOOKS[finding.severity] if finding.state == Finding.State.OPEN else "off"


def marks_in(findings: Iterable[Finding], field: str) -> list[Mark]:
    return [
        Mark(
            finding.number,
            finding.start,
            finding.end,
            look_of(finding),
            _("Finding %(n)s, %(severity)s")
            % {"n": finding.number, "severity": finding.get_severity_display()},
        )
        for finding in findings
        if finding.field == field
    ]


def finding_row(finding: Finding, marked: Iterable[int], language: str) -> FindingRow:
    try:
        title, explanation = message(finding.code, finding.data, language)
    except KeyError:
        # The check is no longer there; what it saw still is.
        title, explanation = finding.code, ""
    name, _colon, key = finding.field.partition(":")
    goal = f"m{finding.number}" if finding.number in marked else f"at-{finding.field}"
    return FindingRow(
        finding=finding,
        number=finding.number,
        title=title,
        explanation=explanation,
        look=LOOKS[finding.severity],
        severity=finding.get_severity_display(),
        place=str(PLACES.get(name, name)),
        goal=goal.replace(":", "-"),
        quote=shown(finding.quote) if finding.quote else "",
        dismissed=finding.state == Finding.State.DISMISSED,
        applied=finding.state == Finding.State.APPLIED,
    )


def pictures(
    snapshot: Mapping[str, Any],
    labels: Mapping[int, Label],
    findings: list[Finding],
    marks: Callable[[str], list[Mark]],
) -> list[Picture]:
    """The snapshot's pictures with what their files say now. Three queries at most."""
    wanted = [image["asset"] for image in snapshot["images"]]
    assets = ImageAsset.objects.prefetch_related("reports", "renditions").in_bulk(wanted)
    return [
        _picture(image, assets[image["asset"]], snapshot, labels, findings, marks)
        for image in snapshot["images"]
        if image["asset"] in assets
    ]


def text_uses(snapshot: Mapping[str, Any]) -> list[Use]:
    return [_use(use, TextStage) for use in snapshot["ai_uses"]["text"]]


def sources(snapshot: Mapping[str, Any]) -> list[Source]:
    return [
        Source(
            outlet=source["outlet"],
            outlet_language=spoken(source["outlet"]),
            title=source["title"],
            url=source["url"] if source["url"].startswith(("http://", "https://")) else "",
            published_on=_date(source["published_on"]),
            kind=source["kind"],
            language=source["language"] or snapshot["language"],
        )
        for source in snapshot["sources"]
    ]


def _picture(
    image: Mapping[str, Any],
    asset: ImageAsset,
    snapshot: Mapping[str, Any],
    labels: Mapping[int, Label],
    findings: list[Finding],
    marks: Callable[[str], list[Mark]],
) -> Picture:
    role, language = image["role"], snapshot["language"]
    said = snapshot["ai_uses"]["images"].get(str(asset.pk), {"uses": []})
    return Picture(
        role=role,
        label=words(labels[asset.pk], language),
        files=srcset(asset, lambda key: reverse("admin:image_file", args=[key])),
        says=file_says(asset),
        declared=source_types.label(image["digital_source_type"]),
        declared_code=image["digital_source_type"],
        credit=image["credit"],
        credit_language=spoken(image["credit"]),
        alt=image["alt"],
        alt_html=in_text(image["alt"], marks(f"alt:{role}")).html,
        alt_language=_language_of(f"alt:{role}", findings, language),
        caption_html=in_text(image["caption"], marks(f"caption:{role}")).html,
        caption_language=_language_of(f"caption:{role}", findings, language),
        uses=tuple(_use(use, ImageStage) for use in said["uses"]),
    )


def _language_of(field: str, findings: Iterable[Finding], declared: str) -> str:
    """What the text is in, so that a screen reader pronounces it: a check may have seen better."""
    for finding in findings:
        if finding.field == field and finding.code == "language_mismatch":
            return str(finding.data.get("seen") or declared)
    return declared


def _use(use: Mapping[str, Any], stages: type) -> Use:
    names, extents = dict(stages.choices), dict(Extent.choices)
    return Use(
        stage=str(names.get(use["stage"], use["stage"])),
        extent="" if use["stage"] == "none" else str(extents.get(use["extent"], "")),
        source_type=use["digital_source_type"],
        system=use["system"],
        why=use["why"],
        detail=use["detail"],
        people_unchanged=use["people_unchanged"],
        prompt=use["prompt"],
        recorded_by=use["recorded_by"],
        used_at=dt.datetime.fromisoformat(use["used_at"]),
        language=spoken(use["detail"] + use["why"] + use["prompt"]),
    )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
