"""Everything the page of one picture shows, gathered once."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.desk import files, picture_alarm
from articles.desk.image_confirm import mark
from articles.desk.image_offers import offers, proposal
from articles.desk.menu import language
from articles.disclosure.labels import Use, Words, image_label, words
from articles.disclosure.stages import Extent, ImageStage
from articles.images import crops, rights, trust
from articles.images.models import ImageAsset
from articles.images.says import REASONS, file_says
from articles.people.models import User
from articles.people.roles import can

DECLARED = ("title", "credit", "copyright_notice", "digital_source_type")
WORDS = (("alt_ko", "caption_ko"), ("alt_en", "caption_en"))
RIGHTS = (
    ("licence", "licence_url"),
    "usage_terms",
    ("rights_from", "rights_until"),
    ("model_release", "data_mining"),
    "original_public",
)
CUTS = (
    ("focal_left", "focal_top"),
    ("wide_left", "wide_top", "wide_width"),
    ("card_left", "card_top", "card_width"),
)
EDITED = 640  # pixels across, of the copy that focal point and cut-outs are set on


def fieldsets(*, writable: bool) -> list[tuple[Any, dict[str, Any]]]:
    """The parts of the form. What is no column of the table is only there to be written."""
    found = [(None, {"fields": DECLARED}), (_("Rights"), {"fields": RIGHTS})]
    if writable:
        found.insert(1, (_("Words for this picture"), {"fields": WORDS, "description": PREFILL}))
        found.append((_("Focal point and cut-outs"), {"fields": CUTS, "classes": ["cuts"]}))
    return found


PREFILL = _(
    "Offered wherever the picture is placed in an article of that language, if nothing is typed "
    "there yet."
)


def context(asset: ImageAsset, user: User) -> dict[str, Any]:
    found = proposal(asset)
    copy = shown(asset, EDITED)
    return {
        "asset": asset,
        "says": file_says(asset, installed=trust.installed().digest),
        "words": label_words(asset),
        "copy": copy,
        "texts": [row for row in asset.texts.all() if row.alt or row.caption],
        "offers": offers(asset),
        "proposal": found,
        "proposal_stage": ImageStage(found.suggestion.stage).label
        if found and found.suggestion.stage
        else "",
        "proposal_extent": Extent(found.suggestion.extent).label
        if found and found.suggestion.extent
        else "",
        "proposal_reasons": [
            REASONS[code] for code in (found.suggestion.reasons if found else ()) if code in REASONS
        ],
        "proposal_mark": mark(found.suggestion) if found else "",
        "rights_problems": rights.problems(rights.of(asset), timezone.now()),
        "may_check": can(user, "image.check", asset),
        "alarms": picture_alarm.of_asset(asset, user, timezone.now()),
        "may_confirm": can(user, "image.change", asset),
        "cuts": cuts(asset, copy) if copy else None,
    }


def cuts(asset: ImageAsset, copy: tuple[str, int, int]) -> dict[str, Any]:
    """What the page needs to draw focal point and cut-outs; numbers as JavaScript reads them."""
    return {
        "src": copy[0],
        "width": str(asset.width),
        "height": str(asset.height),
        "shapes": [
            {"name": shape, "ratio": f"{ratio:.6f}", "label": SHAPES[shape]}
            for shape, ratio in crops.SHAPES.items()
        ],
    }


SHAPES = {"wide": _("Wide, 16:9"), "card": _("Share card, 1.91:1")}


def shown(asset: ImageAsset, width: int = 0) -> tuple[str, int, int] | None:
    """Address, width and height of the narrowest whole copy that is at least so wide, else of the
    widest there is. AVIF is left to the readers: not every desk's browser shows it."""
    copies = sorted(asset.renditions.all(), key=lambda copy: copy.width)
    copies = [copy for copy in copies if copy.format != "avif"] or copies
    whole = [copy for copy in copies if copy.kind[:1] == "w" and copy.kind[1:].isdigit()] or copies
    if not whole:
        return None
    copy = next((copy for copy in whole if copy.width >= width), whole[-1])
    return files.url(copy.key), copy.width, copy.height


def label_words(asset: ImageAsset) -> Words:
    """The label that readers get for this picture, in the language of the desk."""
    uses = [
        Use(use.stage, use.extent, use.detail, use.people_unchanged) for use in asset.ai_uses.all()
    ]
    report = asset.report
    label = image_label(uses, report.state if report else "none")
    return words(label, language())
