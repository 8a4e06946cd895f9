"""The steps and materials that credentials record, in words."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from articles.images import source_types
from articles.images.provenance.chain import TAMPERED_BENEATH
from articles.images.source_types import Evidence

# C2PA 2.4, section on actions; the retired names of older files are kept.
ACTIONS = {
    "c2pa.created": pgettext_lazy("step", "Created"),
    "c2pa.opened": pgettext_lazy("step", "Opened"),
    "c2pa.placed": pgettext_lazy("step", "Another picture placed in it"),
    "c2pa.removed": pgettext_lazy("step", "A placed picture removed"),
    "c2pa.edited": pgettext_lazy("step", "Edited"),
    "c2pa.edited.metadata": pgettext_lazy("step", "Metadata changed"),
    "c2pa.cropped": pgettext_lazy("step", "Cropped"),
    "c2pa.resized": pgettext_lazy("step", "Resized"),
    "c2pa.resized.proportional": pgettext_lazy("step", "Resized"),
    "c2pa.orientation": pgettext_lazy("step", "Turned or mirrored"),
    "c2pa.color_adjustments": pgettext_lazy("step", "Colours adjusted"),
    "c2pa.adjustedColor": pgettext_lazy("step", "Colours adjusted"),
    "c2pa.enhanced": pgettext_lazy("step", "Enhanced"),
    "c2pa.filtered": pgettext_lazy("step", "Filtered"),
    "c2pa.drawing": pgettext_lazy("step", "Drawn or painted on"),
    "c2pa.deleted": pgettext_lazy("step", "A part deleted"),
    "c2pa.redacted": pgettext_lazy("step", "A record removed from the credentials"),
    "c2pa.converted": pgettext_lazy("step", "Converted to another format"),
    "c2pa.transcoded": pgettext_lazy("step", "Converted to another format"),
    "c2pa.repackaged": pgettext_lazy("step", "Repackaged"),
    "c2pa.saved": pgettext_lazy("step", "Saved"),
    "c2pa.published": pgettext_lazy("step", "Published"),
    "c2pa.watermarked": pgettext_lazy("step", "Invisible watermark added"),
    "c2pa.watermarked.bound": pgettext_lazy("step", "Invisible watermark added"),
    "c2pa.watermarked.unbound": pgettext_lazy("step", "Invisible watermark added"),
    "c2pa.translated": pgettext_lazy("step", "Translated"),
    "c2pa.unknown": pgettext_lazy("step", "Something that was not recorded"),
}
RELATIONSHIPS = {
    "parentOf": pgettext_lazy("material", "the picture it started from"),
    "componentOf": pgettext_lazy("material", "a part of it"),
    "inputTo": pgettext_lazy("material", "given to a program as input"),
}


def action(step: Mapping[str, Any]) -> str:
    """One step: what was done, with what, and how where that speaks of AI."""
    code = str(step.get("action") or "")
    said = str(ACTIONS.get(code, code))
    if software := step.get("software"):
        said = f"{said} · {software}"
    told = str(step.get("digital_source_type") or "")
    if source_types.evidence(told) is not Evidence.NONE:
        said = f"{said} · {source_types.label(told)}"
    return said


def ingredient(material: Mapping[str, Any]) -> str:
    """One material: its name, what it was for, and whether it had been tampered with."""
    title = material.get("title") or _("a file without a name")
    relationship = str(material.get("relationship") or "")
    said = f"{title} · {RELATIONSHIPS.get(relationship, relationship)}"
    if TAMPERED_BENEATH & set(material.get("failures") or ()):
        changed = _("changed after it was signed")
        said = f"{said} · {changed}"
    return said


def actions(steps: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(action(step) for step in steps)


def ingredients(materials: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(ingredient(material) for material in materials)
