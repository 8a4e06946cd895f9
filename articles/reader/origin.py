"""A picture that readers see, with all that may be said of where it comes from."""

import datetime as dt
from dataclasses import dataclass, replace

from django.db.models import Exists, OuterRef

from articles.disclosure.labels import Label, Words, words
from articles.editions.models import Edition
from articles.images import rights
from articles.images.models import ImageAsset, ImageText, ProvenanceReport, Rendition

USED = 50  # stories that the page names


@dataclass(frozen=True)
class Origin:
    """`editions` are live and show the picture, the newest first. There is at least one."""

    asset: ImageAsset
    report: ProvenanceReport | None
    editions: tuple[Edition, ...]
    signed: bool

    def edition(self, language: str) -> Edition:
        """What readers of `language` see of the picture; another language where they see none."""
        own = (each for each in self.editions if each.language == language)
        return next(own, self.editions[0])


@dataclass(frozen=True)
class Said:
    """Alt text and caption, in the language they are written in."""

    alt: str
    caption: str
    language: str


def find(public_id: str, at: dt.datetime) -> Origin | None:
    """None for a picture that stands in no live story or may not be shown. Three queries."""
    signed = Rendition.objects.filter(asset=OuterRef("pk"), signed=True)
    # A range and no prefix match: every database walks its index for this.
    asset = (
        ImageAsset.objects.filter(sha256__gte=public_id, sha256__lt=public_id + "g")
        .annotate(copies_signed=Exists(signed))
        .first()
    )
    if asset is None or not rights.shown(rights.of(asset), at):
        return None
    live = Edition.objects.live(at).filter(image_rows__asset=asset).newest().cards()[:USED]
    editions = tuple(e for e in live if e.image and e.image["asset"] == asset.pk)
    if not editions:
        return None
    report = ProvenanceReport.objects.filter(asset=asset).defer("raw").first()
    return Origin(asset, report, editions, asset.copies_signed)


def label_words(edition: Edition, language: str) -> Words | None:
    """The picture's label in `language`; what somebody wrote into it is in the story's, and is left
    out in any other."""
    if not edition.image_label:
        return None
    label = Label.from_json(edition.image_label)
    return words(label if edition.language == language else replace(label, detail=""), language)


def said(origin: Origin, language: str) -> Said:
    """What the story in this language says; else what is on record for it; else the other story.

    One query where no story in this language shows the picture.
    """
    edition = origin.edition(language)
    if edition.language != language:
        text = ImageText.objects.filter(asset=origin.asset, language=language).first()
        if text and text.alt:
            return Said(text.alt, text.caption, language)
    return Said(edition.image["alt"], edition.image["caption"], edition.language)
