"""A person confirms what a picture's file suggests: the use of AI and the source type."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.disclosure.forms import NONE, ImageAIUseForm
from articles.disclosure.models import AIUse
from articles.images.amend import amend
from articles.images.models import ImageAsset
from articles.images.provenance.suggest import Suggestion, suggest
from articles.people.models import User
from articles.people.roles import can


class NotConfirmed(Exception):
    """Its text is for the person who pressed the button."""


def confirm(*, asset: ImageAsset, by: User, seen: str) -> None:
    """Record what the newest report suggests, as `by`'s own statement.

    `seen` is the `mark` of what the person was shown: a newer reading may suggest something else.
    Raises NotConfirmed and PermissionDenied.
    """
    if not can(by, "image.change", asset):
        raise PermissionDenied("image.change")
    with transaction.atomic():
        asset = ImageAsset.objects.select_for_update(of=("self",)).get(pk=asset.pk)
        found = suggest(asset.report) if asset.report else Suggestion()
        if mark(found) != seen:
            raise NotConfirmed(_("The file was read again meanwhile. Look at what it says now."))
        recorded = set(asset.ai_uses.values_list("stage", flat=True))
        if found.stage and NONE in recorded:
            raise NotConfirmed(
                _("It is recorded that no AI was used. Remove that below, then confirm.")
            )
        if found.digital_source_type:
            amend(asset, by=by, digital_source_type=found.digital_source_type)
        if found.stage and found.stage not in recorded:
            _use(asset, found, by)
            record(
                by,
                "image.confirmed",
                asset,
                ai_uses={"recorded": [found.stage]},
                reasons=list(found.reasons),
            )


def mark(found: Suggestion) -> str:
    """What tells one suggestion from another."""
    return "/".join((found.stage, found.extent, found.digital_source_type))


def _use(asset: ImageAsset, found: Suggestion, by: User) -> AIUse:
    """One use of AI, through the form that every other one goes through."""
    said = {
        "stage": found.stage,
        "extent": found.extent,
        "digital_source_type": found.digital_source_type,
    }
    form = ImageAIUseForm(said, instance=AIUse(asset=asset, recorded_by=by))
    if not form.is_valid():
        raise NotConfirmed(" ".join(str(e) for errors in form.errors.values() for e in errors))
    use = form.save(commit=False)
    use.recorded_by = by
    report = asset.report
    if report.signed_at and not report.state.startswith("invalid"):
        use.used_at = report.signed_at  # nearer to the truth than the moment of this click
    use.save()
    return use
