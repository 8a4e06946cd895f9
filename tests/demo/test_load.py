"""What the loader leaves behind: stories, labels, cases, an audit trail that holds."""

import datetime as dt
from collections import Counter

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from articles.audit.models import Entry
from articles.audit.record import first_break
from articles.disclosure.models import AIUse
from articles.editions.models import Edition
from articles.images.models import ImageAsset
from articles.moderation.models import Case, Finding
from articles.people.models import Byline
from articles.stories.models import Article, Revision
from newsroom.demo import load, passwords

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("said")]


def live():
    return Edition.objects.live()


def test_readers_see_eight_korean_stories_and_three_english_ones():
    assert Counter(live().values_list("language", flat=True)) == {"ko": 8, "en": 3}
    assert live().filter(live_from__gte=timezone.now() - dt.timedelta(days=1)).count() >= 3


def test_text_labels_of_every_kind_are_on_show():
    states = Counter(live().filter(language="ko").values_list("label_state", flat=True))
    assert states == {"generated": 5, "translated": 1, "assisted": 1, "none": 1}
    english = live().filter(language="en").values_list("label_state", flat=True)
    assert set(english) == {"translated"}


def test_image_labels_of_every_kind_are_on_show():
    states = Counter(live().filter(language="ko").values_list("image_label_state", flat=True))
    assert states == {"generated": 4, "composite": 1, "edited": 1, "none": 1, "unknown": 1}


def test_one_picture_has_real_credentials_that_lead_back_to_the_model():
    picture = ImageAsset.objects.get(original_public=True)
    report = picture.report
    assert (report.state, report.ai_evidence) == ("valid_untrusted", "fully")
    assert [link["signer"] for link in report.manifests] == [
        "Demo picture editor (Demo picture editor development)",
        "Demo image model 2 (Demo image model 2 development)",
    ]


def test_every_live_picture_has_all_copies_and_terms_or_is_of_unknown_origin():
    for edition in live().exclude(image=None):
        copies = {(c["kind"], c["format"]) for c in edition.image["renditions"]}
        assert {("w1280", "avif"), ("wide640", "jpeg"), ("card", "jpeg")} <= copies
        assert edition.image["licence"] or edition.image_label_state == "unknown"
    assert ImageAsset.objects.filter(rights_until__gt=timezone.now()).count() == 1


def test_one_story_is_corrected_above_its_body():
    edition = live().get(kind=Edition.Kind.CORRECTION)
    assert "재무장관" in edition.notice
    assert "재무장관" not in edition.body_html
    assert "재무장관" in edition.article.editions.get(number=1).body_html


def test_one_story_waits_for_its_hour():
    edition = Edition.objects.scheduled().get()
    assert edition.live_from > timezone.now()
    assert edition.article.cases.get().decision.outcome == "approve"


def test_one_story_is_withdrawn_and_says_why():
    edition = Edition.objects.get(ended_as=Edition.EndedAs.WITHDRAWN)
    assert edition.live_until < timezone.now()
    assert "이미 한 일처럼" in edition.public_reason


@pytest.mark.parametrize(
    ("slug", "language", "codes"),
    [
        ("qianhai-two-way-street", "ko", {"han_in_hangul"}),
        ("cargox-small-business", "ko", {"cut_off", "source_missing", "number_not_in_text"}),
        ("jeju-statement-explained", "ko", {"language_mismatch"}),
        ("hkma-project-cargox", "en", {"assistant_phrase", "markdown_left"}),
        ("shenzhen-plan-to-2035", "ko", {"assistant_phrase", "han_in_hangul", "near_duplicate"}),
    ],
)
def test_a_waiting_case_has_the_findings_it_was_written_for(slug, language, codes):
    case = Case.objects.open().get(article__slug=slug, article__language=language)
    assert set(case.findings.values_list("code", flat=True)) - {"source_incomplete"} == codes


def test_five_cases_wait_some_beyond_their_hour():
    assert Case.objects.open().count() == 5
    assert 0 < Case.objects.open().overdue().count() < 5
    assert set(Case.objects.open().values_list("language", flat=True)) == {"ko", "en"}


def test_hanja_that_glosses_a_name_is_not_a_finding():
    article = Article.objects.get(slug="hong-kong-digital-security-fortress")
    assert "쑨둥(孫東)" in article.body
    assert not Finding.objects.filter(case__article=article, code="han_in_hangul").exists()


def test_the_writer_has_two_drafts_and_one_story_sent_back():
    mine = Article.objects.filter(created_by__username="writer")
    assert mine.filter(stage="draft").count() == 2
    sent_back = mine.get(stage="changes_requested")
    assert "업계" in sent_back.cases.get().decision.reason


def test_nobody_decided_on_what_they_wrote():
    for case in Case.objects.filter(decision__isnull=False).select_related("decision__by"):
        assert not case.written_by(case.decision.by)


def test_what_readers_see_is_what_was_approved():
    for edition in live().filter(revision__needs_review=True).select_related("revision"):
        approved = edition.revision.decisions.get(outcome="approve")
        assert approved.revision_sha256 == edition.revision_sha256 == edition.revision.sha256


def test_the_audit_trail_tells_of_every_verb_and_holds():
    assert first_break() is None
    verbs = Counter(Entry.objects.values_list("verb", flat=True))
    assert verbs["image.added"] == ImageAsset.objects.count() == 8
    assert verbs["article.saved"] == Revision.objects.count()
    assert verbs["article.published"] == 12
    assert verbs["article.corrected"] == verbs["article.withdrawn"] == 1
    assert verbs["article.scheduled"] == verbs["case.changes"] == 1


def test_the_trail_runs_forward_in_time():
    moments = Entry.objects.exclude(verb="image.added").order_by("pk").values_list("at", flat=True)
    assert list(moments) == sorted(moments)


def test_prompts_stay_out_of_what_readers_can_see():
    prompts = set(AIUse.objects.exclude(prompt="").values_list("prompt", flat=True))
    shown = "".join(str(list(live().values())))
    assert prompts
    assert not [prompt for prompt in prompts if prompt in shown]


def test_a_second_load_does_nothing(said):
    before = Entry.objects.count()
    load.load(said.append)
    assert load.is_loaded()
    assert Entry.objects.count() == before


@pytest.mark.parametrize("login", load.LOGINS, ids=lambda login: login[1])
def test_a_printed_login_works_and_has_a_name_to_sign_with(login):
    _role, username, password = login
    user = authenticate(username=username, password=password)
    assert user.role_names()
    assert Byline.objects.get(user=user).name_en


def test_passwords_differ_between_installations(settings):
    here = passwords.password("editor")
    settings.SECRET_KEY = "another installation"
    assert passwords.password("editor") != here


def test_production_refuses_the_demo(settings):
    settings.PRODUCTION = True
    with pytest.raises(ImproperlyConfigured):
        load.load(print)
