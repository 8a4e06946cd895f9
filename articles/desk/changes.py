"""What differs between two revisions, in words for the desk's pages."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext as _

from articles.desk.image_changes import file_line, rights_line
from articles.disclosure.labels import from_snapshot, words
from articles.disclosure.stages import Extent, ImageStage, TextStage
from articles.editions.models import Edition
from articles.images import source_types
from articles.images.models import ImageAsset
from articles.related.models import RelatedLink
from articles.stories import compare
from articles.stories.models import Article, Section


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> compare.Difference:
    """Two snapshots compared. A few queries for the names of sections, images and articles."""
    names = _Names(before, after)
    old, new = _facts(before, names), _facts(after, names)
    body = compare.bodies(before["body"], after["body"])
    added, removed = compare.counts(body)
    titles = _titles()
    fields = tuple(
        (titles[name], compare.words(old.get(name, ""), new.get(name, "")))
        for name in titles
        if old.get(name, "") != new.get(name, "")
    )
    return compare.Difference(tuple(body), fields, added, removed)


def with_edition(
    found: compare.Difference, before: Edition | None, after: Edition | None
) -> compare.Difference:
    """Also what readers were told when each was published: the correction notice."""
    old, new = before.notice if before else "", after.notice if after else ""
    if old == new:
        return found
    line = (_("Correction notice"), compare.words(old, new))
    return compare.Difference(found.body, (*found.fields, line), found.added, found.removed)


class _Names:
    """What ids in snapshots stand for."""

    def __init__(self, *snapshots: Mapping[str, Any]) -> None:
        images = {image["asset"] for one in snapshots for image in one["images"]}
        linked = {link["article"] for one in snapshots for link in one["related"]} - {None}
        self.sections = {section.code: str(section) for section in Section.objects.all()}
        self.images = {pk: str(row) for pk, row in ImageAsset.objects.in_bulk(images).items()}
        self.articles = dict(Article.objects.filter(pk__in=linked).values_list("pk", "headline"))


def _facts(snapshot: Mapping[str, Any], names: _Names) -> dict[str, str]:
    said = compare.facts(snapshot)
    said["language"] = str(dict(Article._meta.get_field("language").choices)[snapshot["language"]])
    said["section"] = names.sections.get(said["section"], said["section"])
    if "image" in said:
        said["image"] = names.images.get(int(said["image"]), said["image"])
    text, images = from_snapshot(snapshot)
    said["label"] = words(text, snapshot["language"]).line
    said["image_label"] = ", ".join(
        words(label, snapshot["language"]).line for label in images.values()
    )
    said["source_texts"] = "\n".join(_pasted(row) for row in snapshot.get("source_texts", ()))
    said["related"] = "\n".join(_link(link, names) for link in snapshot["related"])
    said["ai_uses"] = "\n".join(_use(TextStage, use) for use in snapshot["ai_uses"]["text"])
    kept = snapshot["ai_uses"]["images"].values()
    said["image_file"] = "\n".join(file_line(image) for image in kept)
    said["image_rights"] = "\n".join(rights_line(image) for image in kept)
    said["image_ai_uses"] = "\n".join(
        _use(ImageStage, use)
        for image in snapshot["ai_uses"]["images"].values()
        for use in image["uses"]
    )
    return said


def _pasted(row: Mapping[str, Any]) -> str:
    """That a source's text is there and which, without a word of it: not everybody who compares
    may read it."""
    words = _("%(n)s characters") % {"n": len(row["text"])}
    return f"[{row['position']}] {words} ({sha256(row['text'].encode()).hexdigest()[:8]})"


def _link(link: Mapping[str, Any], names: _Names) -> str:
    kind = RelatedLink.Kind(link["kind"]).label
    title = names.articles.get(link["article"]) or link["title"] or link["url"]
    return " · ".join(str(part) for part in (kind, title, link["outlet"], link["url"]) if part)


def _use(stages: type, use: Mapping[str, Any]) -> str:
    known = use["stage"] in stages.values
    parts = (
        stages(use["stage"]).label if known else use["stage"],
        Extent(use["extent"]).label if use["extent"] in Extent.values else "",
        use["system"],
        source_types.label(use["digital_source_type"]),
        use["why"],
        use["detail"],
        use["used_at"][:16].replace("T", " "),
        use["prompt"],
    )
    return " · ".join(str(part) for part in parts if part)


def _titles() -> dict[str, str]:
    """The fields in the order of the form."""
    return {
        "label": _("Label without a review"),
        "headline": _("Headline"),
        "standfirst": _("Standfirst"),
        "key_points": _("Key points"),
        "section": _("Section"),
        "language": _("Language"),
        "tags": _("Tags"),
        "bylines": _("Bylines"),
        "slug": _("Words in the address"),
        "image": _("Image"),
        "image_label": _("Image label"),
        "alt": _("Alt text"),
        "caption": _("Caption"),
        "credit": _("Credit"),
        "image_ai_uses": _("Use of AI in the image"),
        "image_file": _("What the image’s file says"),
        "image_rights": _("Rights to the image"),
        "sources": _("Sources"),
        "source_texts": _("Texts of the sources"),
        "related": _("Related stories"),
        "ai_uses": _("Use of AI"),
    }
