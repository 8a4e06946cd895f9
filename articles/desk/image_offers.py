"""What a picture's file offers for its fields. A person takes it over, or does not."""

from dataclasses import dataclass

from articles.images import source_types
from articles.images.models import ImageAsset
from articles.images.provenance.suggest import Suggestion, suggest

# Field of the asset: the name under which a report keeps what the file's metadata say.
FROM_METADATA = {
    "credit": "credit",
    "copyright_notice": "copyright_notice",
    "licence_url": "web_statement",
    "usage_terms": "usage_terms",
    "model_release": "model_release",
    "data_mining": "data_mining",
}


@dataclass(frozen=True)
class Offer:
    """A field for which the file says something else than what is declared. `words` are for
    people, `value` for the field."""

    field: str
    label: str
    value: str
    words: str


def offers(asset: ImageAsset) -> list[Offer]:
    """In the order of the form. Nothing where the declaration says the same."""
    report = asset.report
    if report is None:
        return []
    found = []
    for name, key in FROM_METADATA.items():
        field = ImageAsset._meta.get_field(name)
        value = str(report.xmp.get(key) or "").strip()[: field.max_length]
        choices = dict(field.choices or ())
        if choices:
            # PLUS writes addresses: the code is their last part.
            value = value.rstrip("/").rsplit("/", 1)[-1]
        if name == "licence_url" and not value.lower().startswith(("http://", "https://")):
            continue
        if not value or value == getattr(asset, name) or (choices and value not in choices):
            continue
        label = str(field.verbose_name)
        found.append(Offer(name, label, value, str(choices.get(value, value))))
    return found


@dataclass(frozen=True)
class Proposal:
    """The AI use and the source type that the evidence suggests, for a person to confirm."""

    suggestion: Suggestion
    source_type_words: str


def proposal(asset: ImageAsset) -> Proposal | None:
    """None where the file suggests nothing, or nothing that is not recorded already."""
    if asset.report is None:
        return None
    found = suggest(asset.report)
    recorded = {use.stage for use in asset.ai_uses.all()}
    new_stage = bool(found.stage) and found.stage not in recorded
    told = found.digital_source_type
    if not new_stage and (not told or told == asset.digital_source_type):
        return None
    return Proposal(found, source_types.label(told))
