"""Why a verb of this room would not act."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles.people.models import User
from articles.people.roles import can


@dataclass(frozen=True)
class Problem:
    """One thing to put right before publication. `field` is the place in the form."""

    code: str
    field: str
    message: str


class Refused(Exception):
    """The verb did nothing. `str()` is a full sentence; `problems` are the places to mend."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        self.problems = problems
        super().__init__(message)


def must(user: User, verb: str, obj: object) -> None:
    """Raise PermissionDenied, with a sentence, unless `user` may do `verb` to `obj`."""
    if not can(user, verb, obj):
        raise PermissionDenied(_("Your role does not allow this."))
