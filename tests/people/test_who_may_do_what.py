import pytest

from articles.people.models import SectionRole
from articles.people.roles import VERBS, Role, can
from tests.cast import Cast

ALLOWED = {
    # verb: (writer, editor, moderator, administrator)
    "article.add": (True, True, False, True),
    "article.change_others": (False, True, False, True),
    "article.publish": (False, True, False, True),
    "article.withdraw": (False, True, False, True),
    "case.decide": (False, False, True, True),
    "finding.dismiss": (False, False, True, True),
    "people.change": (False, False, False, True),
    "audit.view": (False, True, True, True),
    "desk.enter": (True, True, True, True),
}


@pytest.mark.parametrize("verb", ALLOWED)
def test_each_role_may_do_what_the_table_says(cast: Cast, verb: str) -> None:
    people = (cast.writer, cast.editor, cast.moderator, cast.administrator)
    assert tuple(can(person, verb) for person in people) == ALLOWED[verb]


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_who_has_no_role_may_do_nothing(cast: Cast, verb: str) -> None:
    assert not can(cast.visitor, verb)


def test_who_was_switched_off_may_do_nothing(cast: Cast) -> None:
    cast.administrator.is_active = False
    assert not any(can(cast.administrator, verb) for verb in VERBS)


def test_a_writer_changes_only_what_is_theirs(cast: Cast) -> None:
    article = cast.article(by=cast.writer)
    assert can(cast.writer, "article.change", article)
    assert not can(cast.other_writer, "article.change", article)
    assert can(cast.editor, "article.change", article)


def test_a_role_in_one_section_counts_only_there(cast: Cast) -> None:
    SectionRole.objects.filter(user=cast.editor).update(section="economy")
    assert not can(cast.editor, "article.publish", cast.article(section=cast.hong_kong))
    assert can(cast.editor, "article.publish", cast.article(section=cast.economy))


def test_who_wrote_a_text_never_decides_on_it_whatever_the_role(cast: Cast) -> None:
    SectionRole.objects.create(user=cast.writer, role=Role.ADMINISTRATOR)
    case = cast.in_review()
    assert not can(cast.writer, "case.decide", case)
    assert can(cast.moderator, "case.decide", case)


def test_an_unknown_verb_is_a_mistake_not_a_no(cast: Cast) -> None:
    with pytest.raises(LookupError):
        can(cast.editor, "article.explode")
