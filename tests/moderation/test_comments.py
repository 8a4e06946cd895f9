"""Comments on a span: where they stand, who may say something, who hears of it."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.audit.models import Entry
from articles.moderation import comments
from articles.moderation.apply import apply
from articles.moderation.comments import NotFound, answer, comment, resolve
from articles.moderation.decide import Changed, Refused, decide
from articles.moderation.mentions import mentioned
from articles.moderation.models import Case, Comment
from articles.notices.models import Notice
from articles.people.models import SectionRole, User
from articles.people.roles import Role
from articles.publishing.submit import submit
from tests.cast import Cast, person

pytestmark = pytest.mark.usefixtures("in_english")
BODY = "<p>홍콩과 <em>선전</em>이 협력한다.</p><p>협력은 올해 시작한다. 선\u200b전이 밝혔다.</p>"


@pytest.fixture
def case(cast: Cast) -> Case:
    return cast.in_review(body=BODY)


def test_a_comment_stands_on_its_words(cast: Cast, case: Case) -> None:
    made = comment(case=case, by=cast.moderator, text="누가요?", quote="올해 시작한다")
    assert (made.field, made.quote) == ("body", "올해 시작한다")
    assert made.revision == case.revision and made.end - made.start == len("올해 시작한다")
    entry = Entry.objects.get(verb="comment.added")
    assert entry.data["comment"] == made.pk and entry.data["text"] == "누가요?"


def test_words_across_tags_and_paragraphs_are_found(cast: Cast, case: Case) -> None:
    made = comment(case=case, by=cast.moderator, text="?", quote="선전이 협력한다. 협력은")
    assert made.quote == "선전이 협력한다.\n\n협력은"


def test_words_that_stand_twice_need_more(cast: Cast, case: Case) -> None:
    with pytest.raises(NotFound, match="more than once"):
        comment(case=case, by=cast.moderator, text="?", quote="협력", field="body")
    made = comment(case=case, by=cast.moderator, text="?", quote="협력", field="body", before="다.")
    assert made.start > 10
    assert Comment.objects.count() == 1


def test_words_that_are_not_there_are_refused(cast: Cast, case: Case) -> None:
    with pytest.raises(NotFound, match="are not in"):
        comment(case=case, by=cast.moderator, text="?", quote="마카오")
    with pytest.raises(Changed):
        comment(case=case, by=cast.moderator, text="?", quote="마카오", seen="0" * 64)


def test_without_a_quote_it_is_about_all_of_it(cast: Cast, case: Case) -> None:
    made = comment(case=case, by=cast.moderator, text="전체로 좋습니다")
    assert (made.field, made.start, made.end, made.quote) == ("", 0, 0, "")


@pytest.mark.parametrize("text", ["", "  \n ", "가" * 2001])
def test_too_little_and_too_much_are_refused(cast: Cast, case: Case, text: str) -> None:
    with pytest.raises(Refused):
        comment(case=case, by=cast.moderator, text=text)


def test_two_thousand_characters_fit(cast: Cast, case: Case) -> None:
    assert len(comment(case=case, by=cast.moderator, text="가" * 2000).text) == 2000


def test_the_writer_reads_answers_and_is_told(cast: Cast, case: Case) -> None:
    made = comment(case=case, by=cast.moderator, text="누가요?", quote="올해 시작한다")
    assert Notice.objects.get(to=cast.writer).code == "commented"
    said = answer(comment=made, by=cast.writer, text="시 당국이요.")
    assert said.parent == made
    assert Notice.objects.get(to=cast.moderator).code == "answered"
    assert Entry.objects.get(verb="comment.answered").data["to"] == made.pk


def test_an_answer_to_an_answer_stays_in_one_thread(cast: Cast, case: Case) -> None:
    first = comment(case=case, by=cast.moderator, text="하나")
    second = answer(comment=first, by=cast.writer, text="둘")
    assert answer(comment=second, by=cast.moderator, text="셋").parent == first


def test_resolved_once_with_who(cast: Cast, case: Case) -> None:
    made = comment(case=case, by=cast.moderator, text="하나")
    resolve(comment=made, by=cast.writer)
    again = resolve(comment=made, by=cast.moderator)
    assert again.resolved_by == cast.writer
    assert Entry.objects.filter(verb="comment.resolved").count() == 1


def test_an_answer_opens_it_again(cast: Cast, case: Case) -> None:
    made = comment(case=case, by=cast.moderator, text="하나")
    resolve(comment=made, by=cast.moderator)
    answer(comment=made, by=cast.writer, text="아직입니다")
    made.refresh_from_db()
    assert made.resolved_at is None and made.resolved_by is None


def test_a_closed_case_takes_answers_but_nothing_new(cast: Cast, case: Case) -> None:
    made = comment(case=case, by=cast.moderator, text="하나")
    decide(case=case, by=cast.moderator, outcome="changes", reason="고쳐 주세요")
    with pytest.raises(Refused):
        comment(case=case, by=cast.moderator, text="둘")
    assert answer(comment=made, by=cast.writer, text="고쳤습니다").parent == made


def test_what_is_unresolved_comes_along_into_the_next_round(cast: Cast, case: Case) -> None:
    left = comment(case=case, by=cast.moderator, text="남은 것")
    answer(comment=left, by=cast.writer, text="답")
    done = comment(case=case, by=cast.moderator, text="끝난 것")
    resolve(comment=done, by=cast.moderator)
    decide(case=case, by=cast.moderator, outcome="changes", reason="고쳐 주세요")
    cast.edit(case.article, headline="새 제목")
    again = submit(article=case.article, by=cast.writer)
    assert [each.text for each in comments.of(again)] == ["남은 것", "답"]
    assert len(comments.of(case)) == 3


def test_who_has_no_role_in_the_section_says_nothing(cast: Cast, case: Case) -> None:
    outsider = person("far", "먼사람")
    SectionRole.objects.create(user=outsider, role=Role.WRITER, section="economy")
    made = comment(case=case, by=cast.moderator, text="하나")
    for deed in (
        lambda: comment(case=case, by=outsider, text="x"),
        lambda: answer(comment=made, by=outsider, text="x"),
        lambda: resolve(comment=made, by=outsider),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_who_is_mentioned_is_told_once_and_only_who_may_see_it(cast: Cast, case: Case) -> None:
    outsider = person("far", "먼사람")
    SectionRole.objects.create(user=outsider, role=Role.WRITER, section="economy")
    made = comment(
        case=case,
        by=cast.moderator,
        text=f"@{cast.other_moderator.username} @한민서님, @먼사람 @{cast.moderator.username} 봐 주세요",
    )
    assert list(made.mentions.all()) == [cast.other_moderator]
    notice = Notice.objects.get(code="mentioned")
    assert notice.to == cast.other_moderator and notice.url.startswith(f"/admin/review/{case.pk}/")
    assert notice.data["text"].startswith("@minseo")


def test_a_mentioned_writer_is_told_of_the_mention_alone(cast: Cast, case: Case) -> None:
    comment(case=case, by=cast.moderator, text="@박도윤 기자님, 확인해 주세요")
    assert [n.code for n in Notice.objects.filter(to=cast.writer)] == ["mentioned"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@minseo 봐요", ["minseo"]),
        ("@Minseo.", ["minseo"]),
        ("@min 봐요", ["min"]),
        ("@minseong", []),
        ("@이하준님은", ["hajun"]),
        ("@이하", ["two"]),
        ("a@minseo.example", []),
        ("(@minseo)와 @이하준", ["minseo", "hajun"]),
        ("@nobody", []),
        ("@", []),
    ],
)
def test_names_behind_the_sign(text: str, names: list[str]) -> None:
    staff = [
        User(pk=1, username="minseo", name="한민서"),
        User(pk=2, username="min", name="민"),
        User(pk=3, username="hajun", name="이하준"),
        User(pk=4, username="two", name="이하"),
    ]
    assert [user.username for user in mentioned(text, staff)] == names


def test_two_of_one_name_are_both_meant() -> None:
    staff = [User(pk=1, username="a", name="이하준"), User(pk=2, username="b", name="이하준")]
    assert len(mentioned("@이하준", staff)) == 2


def test_an_applied_suggestion_leaves_comments_with_their_words(cast: Cast, case: Case) -> None:
    made = comment(case=case, by=cast.moderator, text="?", quote="밝혔다")
    apply(finding=case.findings.get(code="invisible_character"), by=cast.moderator)
    made.refresh_from_db()
    assert made.quote == "밝혔다" and made.revision.number == 1


def test_who_has_lost_the_section_hears_no_more_of_it(cast: Cast, case: Case) -> None:
    first = comment(case=case, by=cast.other_moderator, text="?")
    SectionRole.objects.filter(user=cast.other_moderator).update(section="economy")
    SectionRole.objects.filter(user=cast.writer).update(section="economy")
    Notice.objects.all().delete()
    answer(comment=first, by=cast.moderator, text="비밀")
    comment(case=Case.objects.get(pk=case.pk), by=cast.moderator, text="비밀")
    assert not Notice.objects.filter(to__in=[cast.other_moderator, cast.writer]).exists()
