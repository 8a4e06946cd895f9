import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.audit.models import Entry
from articles.disclosure.models import AISystem, AIUse
from articles.moderation.models import CheckSetting, GlossaryTerm
from articles.people.models import Byline, Pipeline, SectionRole, User
from articles.stories.models import Section, Tag


def section(n, cast, image):
    Section.objects.create(code=f"s{n}", name_ko=f"면{n}", name_en=f"S{n}", position=n)


def tag(n, cast, image):
    Tag.objects.create(name=f"금융{n}", language="ko")


def byline(n, cast, image):
    user = User.objects.create(username=f"b{n}", name=f"기자{n}")
    Byline.objects.create(slug=f"b{n}", name_ko=f"기자{n}", name_en=f"R{n}", user=user)


def person(n, cast, image):
    user = User.objects.create(username=f"u{n}", name=f"사람{n}")
    SectionRole.objects.create(user=user, role="writer")
    SectionRole.objects.create(user=user, role="editor", section="economy")


def pipeline(n, cast, image):
    Pipeline.objects.create(name=f"통신{n}")


def system(n, cast, image):
    AISystem.objects.create(name=f"모델{n}", version="1")


def picture(n, cast, image):
    AIUse.objects.create(asset=image(), stage="generation", system=cast.system)


def entry(n, cast, image):
    cast.revision(cast.article())


def check_setting(n, cast, image):
    section(n, cast, image)
    CheckSetting.objects.create(section=Section.objects.get(code=f"s{n}"), code="names")


def glossary_term(n, cast, image):
    GlossaryTerm.objects.create(language="ko", preferred=f"선전{n}", variants="심천")


LISTS = {
    "/admin/moderation/checksetting/": check_setting,
    "/admin/moderation/glossaryterm/": glossary_term,
    "/admin/articles/section/": section,
    "/admin/articles/tag/": tag,
    "/admin/people/byline/": byline,
    "/admin/people/user/": person,
    "/admin/people/pipeline/": pipeline,
    "/admin/disclosure/aisystem/": system,
    "/admin/images/imageasset/": picture,
    "/admin/audit/entry/": entry,
}


@pytest.mark.parametrize("address", LISTS)
def test_a_list_asks_as_much_for_thirty_rows_as_for_three(cast, signed_in, image, address):
    client, make = signed_in(cast.administrator), LISTS[address]
    counts = []
    for last, first in ((3, 0), (30, 3)):
        for n in range(first, last):
            make(n, cast, image)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            response = client.get(address)
        assert response.status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 14, counts


@pytest.mark.parametrize("address", LISTS)
def test_a_list_is_searched_and_strange_questions_do_not_break_it(cast, signed_in, image, address):
    LISTS[address](1, cast, image)
    client = signed_in(cast.administrator)
    for query in (
        "q=1",
        "q=%27%3B--",
        "q=%00",
        "p=999",
        "p=x",
        "o=1.-2",
        "all=",
        "e=1",
        "q=" + "a" * 3000,
    ):
        assert client.get(f"{address}?{query}").status_code in {200, 302}, query
    assert client.get(f"{address}?pk__gt=abc").status_code in {200, 302, 400}


def test_a_password_cannot_be_guessed_through_the_list_of_people(cast, signed_in):
    client = signed_in(cast.administrator)
    response = client.get("/admin/people/user/?password__startswith=pbkdf2")
    assert response.status_code in {302, 400}
    assert Entry.objects.count() == 0
