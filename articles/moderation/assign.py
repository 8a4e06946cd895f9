"""Take a case or give it back, so that two moderators do not read the same text. No lock: who
took it is only shown; anybody allowed may still decide."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from articles.audit.record import record
from articles.moderation.decide import Refused
from articles.moderation.models import Case
from articles.people.models import User
from articles.people.roles import can


@transaction.atomic
def assign(*, case: Case, by: User, to: User | None, was: int | None) -> Case:
    """Put the case into the hands of `to`, or of nobody.

    `was` is whom `by` saw it with (a key of User): raises Refused where that is no longer true.
    Raises PermissionDenied for who may not decide, on either side. Asked twice, it acts once.
    """
    case = (
        Case.objects.select_for_update(of=("self",))
        .select_related("article", "section", "assigned_to", "revision")
        .get(pk=case.pk)
    )
    if not can(by, "case.decide", case) or (to is not None and not can(to, "case.decide", case)):
        raise PermissionDenied(_("Your role does not allow this decision."))
    if case.state != Case.State.OPEN:
        raise Refused(_("This case is closed; nothing is left to take."))
    if case.assigned_to == to:
        return case
    if case.assigned_to_id != was:
        if case.assigned_to is None:
            raise Refused(_("The case has just been given back. Look again before you take it."))
        raise Refused(_("%(who)s has just taken this case.") % {"who": case.assigned_to})
    case.assigned_to = to
    case.save(update_fields=["assigned_to"])
    record(
        by,
        "case.assigned",
        case.article,
        case=case.pk,
        to=to.pk if to else None,
        was=was,
    )
    return case
