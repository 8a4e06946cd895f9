"""The page of a picture: words, rights, cut-outs, what the file suggests, checking again."""

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.audit.models import Entry
from articles.disclosure.models import AIUse
from articles.images import intake
from articles.images.amend import Text, amend
from articles.images.models import ProvenanceReport
from articles.people.models import User
from tests.cast import ago, ahead
from tests.desk.test_image_library import ADD, LIST, change, drawn, file, said
from tests.images import make

AI = "trainedAlgorithmicMedia"


@pytest.fixture
def generated(cast):
    """A picture whose credentials say that AI made it."""
    data = make.signed(make.picture(size=(640, 360)), make.created("trainedAlgorithmicMedia"))
    return intake.add(data, file_name="cat.jpg", by=cast.writer)


def moment(value):
    return timezone.localtime(value).strftime("%Y-%m-%dT%H:%M")


def test_everything_declared_is_kept(cast, signed_in, image):
    asset = image()
    fields = {
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "usage_terms": "신문에만",
        "rights_from": moment(ago(days=1)),
        "rights_until": moment(ahead(days=9)),
        "model_release": "MR-NAP",
        "data_mining": "DMI-PROHIBITED",
        "original_public": "on",
        "alt_ko": "바다에 뜬 배",
        "caption_en": "The bay",
        "focal_left": "30",
        "focal_top": "62.5",
        "card_left": "0",
        "card_top": "5",
        "card_width": "80",
    }
    response = signed_in(cast.editor).post(change(asset), said(asset, **fields))
    assert response.status_code == 302
    asset.refresh_from_db()
    assert (asset.licence, asset.data_mining, asset.original_public) == (
        "CC BY 4.0",
        "DMI-PROHIBITED",
        True,
    )
    assert (asset.focal_x, asset.focal_y) == (0.3, 0.625)
    assert asset.crops["card"][:3] == [0, 0.05, 0.8]
    assert asset.texts.get(language="ko").alt == "바다에 뜬 배"
    entry = Entry.objects.get(verb="image.changed")
    assert entry.actor_id == cast.editor.pk
    assert entry.data["changed"]["model_release"] == ["", "MR-NAP"]
    assert entry.data["texts"]["en"]["caption"] == ["", "The bay"]


def test_saved_again_as_shown_nothing_changes(cast, signed_in, image):
    asset, client = image(), signed_in(cast.editor)
    cut = {"wide_left": "1.23", "wide_top": "2.34", "wide_width": "61.7", "focal_left": "33.33"}
    client.post(change(asset), said(asset, focal_top="50", **cut))
    form = client.get(change(asset)).context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    before = Entry.objects.count()
    client.post(
        change(asset), said(asset, **{k: v for k, v in shown.items() if v not in (None, False)})
    )
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"rights_from": "2026-05-02T10:00", "rights_until": "2026-05-01T10:00"}, "rights_until"),
        ({"licence_url": "https://a.example/"}, "licence"),
        ({"licence_url": "javascript:alert(1)", "licence": "x"}, "licence_url"),
        ({"focal_left": "101"}, "focal_left"),
        ({"focal_left": "nan"}, "focal_left"),
        ({"wide_left": "60", "wide_top": "0", "wide_width": "50"}, "wide_width"),
        ({"wide_left": "0", "wide_top": "0", "wide_width": "2"}, "wide_width"),
        ({"card_left": "10"}, "card_top"),
        ({"data_mining": "DMI-NO-SUCH"}, "data_mining"),
        ({"alt_ko": "가" * 501}, "alt_ko"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_what_was_typed_stays(
    fields, wrong, cast, signed_in, image
):
    asset = image()
    response = signed_in(cast.editor).post(
        change(asset), said(asset, usage_terms="공들여 쓴 조건", **fields)
    )
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == [wrong]
    assert "공들여 쓴 조건" in response.content.decode()
    assert not Entry.objects.filter(verb="image.changed").exists()


def test_what_the_file_says_is_offered_and_taken_over_only_when_asked(cast, signed_in):
    xmp = make.packet('photoshop:Credit="File credit"')
    asset = intake.add(
        make.picture(xmp=xmp), file_name="a.jpg", by=cast.writer, credit="사람이 쓴 것"
    )
    client = signed_in(cast.editor)
    page = client.get(change(asset))
    assert [(o.field, o.value) for o in page.context["offers"]] == [("credit", "File credit")]
    asset.refresh_from_db()
    assert asset.credit == "사람이 쓴 것"
    client.post(change(asset), said(asset, title="새 제목", _use="credit"))
    asset.refresh_from_db()
    assert (asset.credit, asset.title) == ("File credit", "새 제목")
    assert client.get(change(asset)).context["offers"] == []


def test_a_person_confirms_what_the_evidence_suggests(cast, signed_in, generated):
    client = signed_in(cast.editor)
    mark = client.get(change(generated)).context["proposal_mark"]
    client.post(reverse("admin:images_confirm", args=[generated.pk]), {"seen": mark})
    use = AIUse.objects.get(asset=generated)
    assert (use.stage, use.extent, use.recorded_by) == ("generation", "whole", cast.editor)
    generated.refresh_from_db()
    assert generated.digital_source_type == "trainedAlgorithmicMedia"
    entry = Entry.objects.get(verb="image.confirmed")
    assert entry.data["ai_uses"] == {"recorded": ["generation"]}
    assert client.get(change(generated)).context["proposal"] is None


def test_confirmed_twice_it_is_recorded_once(cast, signed_in, generated):
    client, where = signed_in(cast.editor), reverse("admin:images_confirm", args=[generated.pk])
    mark = client.get(change(generated)).context["proposal_mark"]
    for _ in range(2):
        client.post(where, {"seen": mark})
    assert AIUse.objects.filter(asset=generated).count() == 1
    assert Entry.objects.filter(verb="image.confirmed").count() == 1


@pytest.mark.parametrize("seen", ["", "editing//"])
def test_what_nobody_was_shown_is_not_confirmed(seen, cast, signed_in, generated):
    where = reverse("admin:images_confirm", args=[generated.pk])
    signed_in(cast.editor).post(where, {"seen": seen})
    assert not AIUse.objects.exists()


def test_no_ai_recorded_and_evidence_of_ai_are_not_both_kept(cast, signed_in, generated):
    AIUse.objects.create(asset=generated, stage="none", extent="")
    client = signed_in(cast.editor)
    mark = client.get(change(generated)).context["proposal_mark"]
    where = reverse("admin:images_confirm", args=[generated.pk])
    client.post(where, {"seen": mark})
    assert [use.stage for use in generated.ai_uses.all()] == ["none"]
    generated.refresh_from_db()
    assert generated.digital_source_type == ""


def test_a_plain_picture_suggests_nothing(cast, signed_in, image):
    page = signed_in(cast.editor).get(change(image()))
    assert page.context["proposal"] is None


def test_checking_again_is_for_those_who_may(cast, signed_in, image):
    asset = image()
    where = reverse("admin:images_check", args=[asset.pk])
    assert signed_in(cast.writer).post(where).status_code == 403
    assert signed_in(cast.moderator).post(where).url == change(asset)
    assert Entry.objects.get(verb="image.checked").actor_id == cast.moderator.pk
    assert signed_in(cast.moderator).get(where).status_code == 405


def test_several_are_checked_again_from_the_list(cast, signed_in, image):
    assets = [image(), image()]
    data = {"action": "check_again", "_selected_action": [asset.pk for asset in assets]}
    signed_in(cast.editor).post(LIST, data)
    assert Entry.objects.filter(verb="image.checked").count() == 2
    signed_in(cast.writer).post(LIST, data)
    assert Entry.objects.filter(verb="image.checked").count() == 2


@pytest.mark.parametrize("ticked", ["x", "9" * 30, "\x00", "-1"])
def test_what_is_no_picture_is_left_out_of_what_was_ticked(cast, signed_in, image, ticked):
    data = {"action": "check_again", "_selected_action": [image().pk, ticked]}
    assert signed_in(cast.editor).post(LIST, data).status_code == 302
    assert Entry.objects.filter(verb="image.checked").count() == 1


def test_a_use_of_ai_that_is_sent_twice_is_recorded_once(cast, signed_in, image):
    asset = image()
    client = signed_in(cast.editor)
    data = said(asset) | {
        "ai_uses-TOTAL_FORMS": "1",
        "ai_uses-INITIAL_FORMS": "0",
        "ai_uses-0-stage": "generation",
        "ai_uses-0-extent": "whole",
    }
    assert client.post(change(asset), data).status_code == 302
    again = client.post(change(asset), data)
    assert again.status_code == 200 and again.context["errors"]
    assert AIUse.objects.filter(asset=asset).count() == 1


@pytest.mark.parametrize("asked", ["uploaded_by", "uploaded_by__in", "id"])
def test_a_number_that_no_column_holds_is_a_wrong_address(cast, signed_in, asked):
    answer = signed_in(cast.editor).get(f"{LIST}?{asked}={'9' * 30}")
    assert answer.status_code in (200, 302)


def test_a_missing_original_is_told_in_a_sentence(cast, signed_in, image, settings):
    asset = image()
    for path in (settings.MEDIA_ROOT / "originals").rglob(asset.sha256):
        path.unlink()
    where = reverse("admin:images_check", args=[asset.pk])
    page = signed_in(cast.editor).post(where, follow=True)
    assert page.status_code == 200 and len(page.context["messages"]) == 1


def test_the_list_is_filtered(cast, signed_in, generated):
    plain = intake.add(drawn(3), file_name="plain.png", by=cast.writer)
    ended = intake.add(drawn(4), file_name="ended.png", by=cast.writer)
    intake.amend(ended, by=cast.editor, rights_until=ago(days=1))
    intake.amend(plain, by=cast.editor, rights_until=ahead(days=3), texts={"ko": Text("배", "")})
    client = signed_in(cast.moderator)

    def found(**asked):
        return {asset.pk for asset in client.get(LIST, asked).context["cl"].result_list}

    assert found(state=ProvenanceReport.States.VALID_UNTRUSTED) == {generated.pk}
    assert found(evidence="fully") == {generated.pk}
    assert found(rights="ended") == {ended.pk}
    assert found(rights="ending") == {plain.pk}
    assert found(rights="open") == {plain.pk, generated.pk}
    assert found(rights="embargo") == set()
    assert found(alt="no-ko") == {ended.pk, generated.pk}
    assert found(alt="no-en") == {plain.pk, ended.pk, generated.pk}
    assert len(found(state="nonsense", rights="x", alt="no-xx")) == 3


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_fullest_pages_are_valid_html(language, cast, signed_in, nu):
    User.objects.filter(pk=cast.editor.pk).update(language=language)
    client = signed_in(cast.editor)
    told = make.packet(f'photoshop:Credit="Agency" Iptc4xmpExt:DigitalSourceType="{make.CV}{AI}"')
    asset = intake.add(make.picture(xmp=told), file_name="a.jpg", by=cast.writer)
    amend(asset, by=cast.editor, rights_until=ago(days=1), texts={"ko": Text("배", "바다")})
    intake.add(drawn(1), file_name="bay.png", by=cast.writer)
    twin, wrong = file("small.png", drawn(1, 300)), file("<b>.svg", b"<svg/>")
    answers = {
        "image": client.get(change(asset)),
        "upload": client.post(ADD, {"files": [twin, wrong]}),
        "list": client.get(LIST, {"rights": "ended"}),
    }
    assert answers["image"].context["proposal"] and answers["image"].context["offers"]
    assert nu({name: answer.content.decode() for name, answer in answers.items()}) == []
