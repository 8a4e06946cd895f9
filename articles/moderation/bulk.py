"""One deed for several cases. Each is judged for itself, in a transaction of its own: what cannot
be done to one changes nothing for the others. Decisions are never taken this way."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles.lib.hangul import particles
from articles.moderation.assign import assign
from articles.moderation.hands import Refused
from articles.moderation.models import Case
from articles.people.models import User

MOST = 100


@dataclass(frozen=True)
class Seen:
    """A case as the list showed it: its key, and who had it then."""

    case: int
    was: int | None


@dataclass(frozen=True)
class Result:
    case: int
    headline: str
    language: str
    done: bool
    said: str


def seen(value: str) -> Seen | None:
    """What a ticked box sends: "17" or "17:4" (case 17, which 4 had); None for anything else."""
    case, _colon, was = value.partition(":")
    numbers = [part for part in (case, was) if part]
    if not case or not all(p.isascii() and p.isdigit() and len(p) < 19 for p in numbers):
        return None
    return Seen(int(case), int(was) if was else None)


def hand_over(ticked: Iterable[Seen], *, by: User, to: User | None) -> list[Result]:
    """Take the cases (`to` is `by`), give them back (None) or assign them, at most `MOST`. Cases
    that `by` may not see are left out, as if they were not there."""
    wanted = list({each.case: each for each in ticked}.values())[:MOST]
    cases = {
        case.pk: case
        for case in Case.objects.visible_to(by)
        .filter(pk__in=[each.case for each in wanted])
        .select_related("revision")
    }
    return [_one(cases[each.case], each.was, by, to) for each in wanted if each.case in cases]


def _one(case: Case, was: int | None, by: User, to: User | None) -> Result:
    try:
        assign(case=case, by=by, to=to, was=was)
        done, said = True, _done(by, to)
    except (PermissionDenied, Refused) as error:
        done, said = False, str(error)
    return Result(case.pk, str(case), case.language, done, said)


def _done(by: User, to: User | None) -> str:
    if to is None:
        return _("Given back.")
    if to == by:
        return _("It is yours.")
    return particles(_("Assigned to %(who)s.") % {"who": to})
