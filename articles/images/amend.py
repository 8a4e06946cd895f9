"""Change what was declared of a picture."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from articles.audit.record import record
from articles.images import crops, renditions, source_types
from articles.images.models import ImageAsset, ImageText
from articles.images.provenance.plain import plain
from articles.images.refusal import ImageRefused
from articles.people.models import User
from articles.people.roles import can

TEXTS = ("title", "credit", "copyright_notice", "licence", "licence_url", "usage_terms")
RIGHTS = ("rights_from", "rights_until", "model_release", "data_mining", "original_public")
CUTS = ("focal_x", "focal_y", "crops")
FIELDS = (*TEXTS, "digital_source_type", *RIGHTS, *CUTS)


class Text(NamedTuple):
    """What a picture is called in one language."""

    alt: str
    caption: str


def amend(
    asset: ImageAsset,
    *,
    by: models.Model | None,
    texts: Mapping[str, Text] | None = None,
    **declared: Any,
) -> ImageAsset:
    """Change what `declared` names (of FIELDS) and the texts in the languages that are given.

    The copies carry it soon after, under the same names. Raises ImageRefused for what cannot be declared
    and PermissionDenied.
    """
    if unknown := set(declared) - set(FIELDS):
        raise TypeError(f"not to be declared: {', '.join(sorted(unknown))}")
    if isinstance(by, User) and not can(by, "image.change"):
        raise PermissionDenied("image.change")
    with transaction.atomic():
        asset = ImageAsset.objects.select_for_update(of=("self",)).get(pk=asset.pk)
        wanted = _clean(asset, declared)
        changed = {k: [getattr(asset, k), v] for k, v in wanted.items() if getattr(asset, k) != v}
        said = _write_texts(asset, texts or {})
        if changed:
            for field in changed:
                setattr(asset, field, wanted[field])
            asset.save(update_fields=list(changed))
            # Slow, so never inside the transaction: on SQLite it holds up all other writers.
            transaction.on_commit(lambda: renditions.ensure(asset, at_once=True), robust=True)
            renditions.later(asset)
        if changed or said:
            record(by, "image.changed", asset, **_entry(changed, said))
    return asset


def _clean(asset: ImageAsset, declared: Mapping[str, Any]) -> dict[str, Any]:
    wanted = dict(declared)
    for name in TEXTS:
        if name in wanted:
            longest = ImageAsset._meta.get_field(name).max_length
            wanted[name] = plain(wanted[name].strip(), longest)
    code = wanted.get("digital_source_type", "")
    if code and not source_types.is_writable(code):
        raise ImageRefused("source_type")
    if not crops.sound((asset.width, asset.height), wanted.get("crops", {})):
        raise ImageRefused("crop")
    if any(not 0 <= wanted.get(name, 0.5) <= 1 for name in ("focal_x", "focal_y")):
        raise ImageRefused("crop")
    begin = wanted.get("rights_from", asset.rights_from)
    end = wanted.get("rights_until", asset.rights_until)
    if begin and end and end <= begin:
        raise ImageRefused("rights_backwards")
    return wanted


def _write_texts(asset: ImageAsset, texts: Mapping[str, Text]) -> dict[str, Any]:
    """Write the texts that differ; what was and what is, by language."""
    there = {row.language: row for row in asset.texts.all()}
    changed = {}
    for language, given in texts.items():
        text = Text(plain(given.alt.strip(), 500), plain(given.caption.strip(), 500))
        row = there.get(language) or ImageText(asset=asset, language=language)
        was = Text(row.alt, row.caption)
        if text != was:
            row.alt, row.caption = text
            row.save()
            changed[language] = {k: [getattr(was, k), getattr(text, k)] for k in Text._fields}
    return changed


def _entry(changed: Mapping[str, Any], texts: Mapping[str, Any]) -> dict[str, Any]:
    """What the audit trail keeps; moments as ISO 8601."""
    entry: dict[str, Any] = {}
    if changed:
        entry["changed"] = {k: [_plain(v) for v in pair] for k, pair in changed.items()}
    if texts:
        entry["texts"] = dict(texts)
    return entry


def _plain(value: Any) -> Any:
    return value.isoformat(timespec="seconds") if hasattr(value, "isoformat") else value
