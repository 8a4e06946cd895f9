"""Pictures whose rights have ended, or not begun, since their story was published.

The edition stays as it was; what may be shown of it is asked of the picture's rights as they are
now, in the same query.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q

from articles.editions.models import Edition, EditionImage
from articles.editions.querysets import EditionQuerySet


def live(at: dt.datetime) -> EditionQuerySet:
    """`Edition.objects.live(at)`, each row knowing whether its picture is withheld at `at`."""
    out = Q(asset__rights_until__lte=at) | Q(asset__rights_from__gt=at)
    withheld = EditionImage.objects.filter(out, edition=OuterRef("pk"))
    return Edition.objects.live(at).annotate(picture_withheld=Exists(withheld))


def image_of(edition: Edition) -> Mapping[str, Any] | None:
    """The edition's image, or None where it has none that may be shown."""
    # An edition that was only composed, for a preview, knows nothing of it.
    return None if getattr(edition, "picture_withheld", False) else edition.image
