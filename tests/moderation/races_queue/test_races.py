"""Two people at one case at the same moment, on PostgreSQL, fifty rounds each."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from articles.moderation import claim
from articles.moderation.assign import assign
from articles.moderation.decide import decide
from articles.moderation.hands import Refused
from articles.moderation.late import tell_late
from articles.moderation.models import Case, Decision
from articles.notices.models import Notice
from articles.people.models import User
from tests.cast import Cast, ago

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ROUNDS = 50


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """What each deed gave, or its refusal; all of them begin together."""
    given: list[Any] = [None] * len(deeds)
    start = threading.Barrier(len(deeds))

    def run(place: int, deed: Callable[[], Any]) -> None:
        try:
            start.wait()
            given[place] = deed()
        except (Refused, PermissionDenied) as refusal:
            given[place] = refusal
        except BaseException as trouble:
            given[place] = trouble
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in given:
        if isinstance(each, BaseException) and not isinstance(each, (Refused, PermissionDenied)):
            raise each
    return given


@pytest.fixture
def case(cast: Cast) -> Case:
    assert cast.moderator and cast.other_moderator
    return cast.in_review()


def look(case: Case, by: User) -> Callable[[], bool]:
    own = Case.objects.select_related("article", "section").get(pk=case.pk)
    return lambda: claim.look(case=own, by=by)


def test_of_two_who_open_it_one_has_it(cast: Cast, case: Case) -> None:
    for _ in range(ROUNDS):
        Case.objects.filter(pk=case.pk).update(claimed_by=None, claimed_until=None)
        got = at_once(look(case, cast.moderator), look(case, cast.other_moderator))
        case.refresh_from_db()
        assert sorted(got) == [False, True]
        assert case.claimed_by == (cast.moderator if got[0] else cast.other_moderator)


def test_of_two_who_come_as_a_claim_runs_out_one_has_it(cast: Cast, case: Case) -> None:
    for _ in range(ROUNDS):
        Case.objects.filter(pk=case.pk).update(
            claimed_by=cast.administrator, claimed_until=ago(seconds=1), assigned_to=None
        )
        got = at_once(
            lambda: assign(case=case, by=cast.moderator, to=cast.moderator, was=None),
            lambda: assign(case=case, by=cast.other_moderator, to=cast.other_moderator, was=None),
        )
        refused = [isinstance(each, Refused) for each in got]
        case.refresh_from_db()
        assert sorted(refused) == [False, True]
        winner = cast.other_moderator if refused[0] else cast.moderator
        assert case.assigned_to == case.claimed_by == winner


def test_who_opens_and_who_takes_never_both_have_it(cast: Cast, case: Case) -> None:
    for _ in range(ROUNDS):
        Case.objects.filter(pk=case.pk).update(
            claimed_by=None, claimed_until=None, assigned_to=None
        )
        opened, taken = at_once(
            look(case, cast.moderator),
            lambda: assign(case=case, by=cast.other_moderator, to=cast.other_moderator, was=None),
        )
        case.refresh_from_db()
        assert opened == isinstance(taken, Refused)
        assert case.claimed_by == (cast.moderator if opened else cast.other_moderator)
        assert claim.holder(case, timezone.now()) is not None


def test_assigning_and_deciding_leave_one_outcome_and_no_wrong_notice(cast: Cast) -> None:
    assert cast.moderator and cast.other_moderator and cast.editor
    for _ in range(ROUNDS):
        case = cast.in_review()
        _assigned, decided = at_once(
            lambda case=case: assign(case=case, by=cast.editor, to=cast.other_moderator, was=None),
            lambda case=case: decide(
                case=case, by=cast.moderator, outcome="reject", reason="안 됩니다."
            ),
        )
        case.refresh_from_db()
        assert isinstance(decided, Decision) and case.state == Case.State.DECIDED
        assert case.assigned_to == cast.moderator
        told = Notice.objects.filter(to=cast.other_moderator, url__endswith=f"/{case.pk}/").count()
        assert told == (0 if isinstance(_assigned, Refused) else 1)


def test_two_pages_that_load_at_once_tell_of_a_late_case_once(cast: Cast, case: Case) -> None:
    for _ in range(ROUNDS):
        Notice.objects.all().delete()
        Case.objects.filter(pk=case.pk).update(due_at=ago(minutes=5), late_told_at=None)
        assert sum(at_once(tell_late, tell_late)) == 1
        assert Notice.objects.filter(code="late").count() == 2
