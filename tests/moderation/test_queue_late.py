"""What is overdue is told once, to whom it concerns."""

from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.moderation.late import tell_late
from articles.moderation.models import Case
from articles.notices.models import Notice
from articles.people.models import SectionRole
from tests.cast import Cast, ago
from tests.moderation.conftest import Desk


def late(cast: Cast, **more: object) -> Case:
    case = cast.in_review()
    Case.objects.filter(pk=case.pk).update(due_at=ago(minutes=5), **more)
    return case


def test_the_assigned_moderator_is_told_once(cast: Cast) -> None:
    case = late(cast, assigned_to=cast.moderator)
    assert cast.other_moderator
    assert [tell_late(), tell_late()] == [1, 0]
    notice = Notice.objects.get()
    assert (notice.to, notice.code) == (cast.moderator, "late")
    assert notice.url == f"/admin/review/{case.pk}/"
    case.refresh_from_db()
    assert case.late_told_at is not None


def test_unassigned_all_moderators_of_the_section_are_told(cast: Cast) -> None:
    late(cast)
    SectionRole.objects.filter(user=cast.moderator).update(section="hongkong")
    SectionRole.objects.filter(user=cast.other_moderator).update(section="economy")
    assert cast.administrator
    tell_late()
    assert {n.to for n in Notice.objects.all()} == {cast.moderator}


def test_who_wrote_it_is_not_asked_to_review_it(cast: Cast) -> None:
    case = late(cast)
    Case.objects.filter(pk=case.pk).update(opened_by=cast.moderator)
    assert cast.other_moderator
    tell_late()
    assert {n.to for n in Notice.objects.all()} == {cast.other_moderator}


def test_what_is_decided_or_still_has_time_is_not_late(cast: Cast) -> None:
    cast.in_review()
    cast.approve(late(cast))
    assert tell_late() == 0


def test_loading_the_queue_or_the_overview_tells(cast: Cast, desk: type[Desk]) -> None:
    for path in ("/admin/review/", "/admin/overview/"):
        late(cast)
        desk(cast.moderator).get(path)
        assert Notice.objects.filter(to=cast.moderator, code="late").count() == Case.objects.count()


def test_the_command_tells_all_of_them(cast: Cast, capsys) -> None:
    for _ in range(3):
        late(cast)
    assert cast.moderator
    call_command("send_notices")
    assert Notice.objects.count() == 3 and "3 overdue told" in capsys.readouterr().out


def test_a_page_tells_a_few_at_a_constant_cost(cast: Cast) -> None:
    assert cast.moderator
    costs = []
    for n in (2, 6):
        for _ in range(n):
            late(cast)
        with CaptureQueriesContext(connection) as asked:
            assert tell_late() == n
        costs.append(len(asked))
    few, many = costs
    assert many - few == 4  # an insert for each notice, and nothing else
    for _ in range(3):
        late(cast)
    assert [tell_late(limit=2), tell_late(limit=2)] == [2, 1]
