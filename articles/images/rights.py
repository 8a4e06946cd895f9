"""What may be done with a picture, and from when to when. Pure.

Embargo and end stop a picture: it is neither published nor shown. The rest is for a person to weigh.
"""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from articles.images.models import ImageAsset

SOON = dt.timedelta(days=7)
ENDED, NOT_BEGUN, END_SOON = "rights_ended", "rights_not_begun", "rights_end_soon"
NO_CREDIT, NO_RELEASE = "no_credit", "no_release"
STOPS = frozenset({ENDED, NOT_BEGUN})
WITHOUT_RELEASE = "MR-NON"  # PLUS Model Release Status: none


@dataclass(frozen=True)
class Rights:
    """What is declared of a picture. It may be shown in [begin, end); None is without bound."""

    begin: dt.datetime | None = None
    end: dt.datetime | None = None
    credit: str = ""
    licence: str = ""
    licence_url: str = ""
    usage_terms: str = ""
    model_release: str = ""
    data_mining: str = ""


@dataclass(frozen=True)
class RightsProblem:
    """`moment` is the end or the beginning that it is about, where it is about one."""

    code: str
    moment: dt.datetime | None = None

    @property
    def stops(self) -> bool:
        return self.code in STOPS

    @property
    def sentence(self) -> str:
        """For the screen, in the language that is active; moments in the newsroom's time."""
        return _sentence(self.code) % {"moment": local(self.moment) if self.moment else ""}


def of(asset: "ImageAsset") -> Rights:
    return Rights(
        begin=asset.rights_from,
        end=asset.rights_until,
        credit=asset.credit,
        licence=asset.licence,
        licence_url=asset.licence_url,
        usage_terms=asset.usage_terms,
        model_release=asset.model_release,
        data_mining=asset.data_mining,
    )


def problems(facts: Rights, at: dt.datetime) -> tuple[RightsProblem, ...]:
    """What stands against showing the picture at `at`, the gravest first."""
    found = []
    if facts.end is not None and facts.end <= at:
        found.append(RightsProblem(ENDED, facts.end))
    elif facts.begin is not None and facts.begin > at:
        found.append(RightsProblem(NOT_BEGUN, facts.begin))
    elif facts.end is not None and facts.end <= at + SOON:
        found.append(RightsProblem(END_SOON, facts.end))
    if not facts.credit.strip():
        found.append(RightsProblem(NO_CREDIT))
    if facts.model_release == WITHOUT_RELEASE:
        found.append(RightsProblem(NO_RELEASE))
    return tuple(found)


def shown(facts: Rights, at: dt.datetime) -> bool:
    """Whether readers may be shown the picture at `at`."""
    return not any(problem.stops for problem in problems(facts, at))


def local(moment: dt.datetime) -> str:
    """A moment as it is written in the language that is active, in the newsroom's time."""
    return date_format(timezone.localtime(moment), "DATETIME_FORMAT")


def _sentence(code: str) -> str:
    return {
        ENDED: _("The rights to this picture ended on %(moment)s."),
        NOT_BEGUN: _("This picture may not be shown before %(moment)s."),
        END_SOON: _("The rights to this picture end on %(moment)s."),
        NO_CREDIT: _("No credit is given for this picture."),
        NO_RELEASE: _("People can be recognised, and there is no release from them."),
    }[code]
