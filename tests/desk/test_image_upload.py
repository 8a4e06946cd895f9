"""Uploads file by file, near twins, and who decides on them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.audit.models import Entry
from articles.images import waiting
from articles.images.models import ImageAsset
from tests.desk.test_image_library import ADD, change, drawn, file

JSON = {"HTTP_ACCEPT": "application/json"}


def sent(client, data, name="bay.png", **more):
    """The answer for one file, as JavaScript gets it."""
    uploaded = SimpleUploadedFile(name, data, "image/png")
    response = client.post(ADD, {"files": [uploaded], **more}, **JSON)
    assert response.status_code == 200
    (said,) = response.json()["files"]
    return said


@pytest.fixture
def waits(cast, signed_in):
    """A writer whose second upload looks like the first: (client, first asset, token)."""
    client = signed_in(cast.writer)
    client.post(ADD, {"files": [file("a.png", drawn(1))]})
    page = client.post(ADD, {"files": [file("b.png", drawn(1, 300))], "credit": "둘째"})
    (outcome,) = page.context["outcomes"]
    return client, ImageAsset.objects.get(), outcome["outcome"].token


def test_each_file_gets_an_answer_of_its_own(cast, signed_in):
    client = signed_in(cast.writer)
    taken = sent(client, drawn(1), credit="갈피 그래픽")
    asset = ImageAsset.objects.get()
    assert (taken["state"], taken["url"], asset.credit) == ("taken", change(asset), "갈피 그래픽")
    assert sent(client, drawn(1))["state"] == "known"
    refused = sent(client, b"no picture", name="<b>x</b>.png")
    assert refused["state"] == "refused" and refused["sentence"] in refused["html"]
    assert ImageAsset.objects.count() == 1


def test_sending_nothing_is_answered_in_a_sentence(cast, signed_in):
    response = signed_in(cast.writer).post(ADD, {}, **JSON)
    (said,) = response.json()["files"]
    assert said["state"] == "refused" and said["sentence"]


def test_without_the_forms_token_nothing_is_taken(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.writer)
    assert client.post(ADD, {"files": [file()]}, **JSON).status_code == 403
    assert not ImageAsset.objects.exists()


def test_a_near_twin_is_shown_beside_the_one_in_the_library(waits):
    client, first, token = waits
    assert ImageAsset.objects.count() == 1
    shown = client.get(reverse("admin:images_waiting", args=[token]))
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/webp")
    said = sent(client, drawn(1, 320))
    assert said["state"] == "alike"
    assert change(first) in said["html"] and "/waiting/" in said["html"]


def test_a_person_adds_it_anyway(waits):
    client, first, token = waits
    response = client.post(ADD, {"token": token, "anyway": "1"})
    second = ImageAsset.objects.exclude(pk=first.pk).get()
    assert response.url == change(second)
    assert (second.credit, second.file_name) == ("둘째", "b.png")
    assert Entry.objects.filter(verb="image.added").count() == 2


def test_pressed_twice_it_is_still_one(waits):
    client, _first, token = waits
    for _ in range(2):
        client.post(ADD, {"token": token, "anyway": "1"})
    assert ImageAsset.objects.count() == 2


def test_a_person_uses_the_one_that_is_there(waits):
    client, first, token = waits
    response = client.post(ADD, {"token": token, "use": first.pk})
    assert response.url == change(first)
    assert ImageAsset.objects.count() == 1
    assert client.get(reverse("admin:images_waiting", args=[token])).status_code == 404


def test_nobody_else_decides_or_looks(waits, cast, signed_in):
    _client, _first, token = waits
    other = signed_in(cast.editor)
    assert other.get(reverse("admin:images_waiting", args=[token])).status_code == 404
    other.post(ADD, {"token": token, "anyway": "1"})
    assert ImageAsset.objects.count() == 1


@pytest.mark.parametrize("token", ["", "x", "e30:1:x"])
def test_a_made_up_token_finds_nothing(token, cast, signed_in):
    client = signed_in(cast.writer)
    assert client.post(ADD, {"token": token, "anyway": "1"}).status_code == 200
    assert client.post(ADD, {"token": token, "use": "9" * 40}).status_code == 200
    assert not ImageAsset.objects.exists()


def test_what_nobody_decides_on_is_swept_away(waits, settings):
    client, _first, token = waits
    waiting.sweep(older_than=-1)
    page = client.post(ADD, {"token": token, "anyway": "1"}, follow=True)
    assert page.status_code == 200 and ImageAsset.objects.count() == 1
    assert not list((settings.MEDIA_ROOT / "waiting").iterdir())


def test_a_twin_among_several_files_keeps_nobody_out(cast, signed_in):
    client = signed_in(cast.writer)
    client.post(ADD, {"files": [file("a.png", drawn(1))]})
    files = [file("b.png", drawn(1, 300)), file("c.png", drawn(2)), file("d.svg", b"<svg/>")]
    page = client.post(ADD, {"files": files})
    states = [each["outcome"].state for each in page.context["outcomes"]]
    assert states == ["alike", "taken"] and ImageAsset.objects.count() == 2
    assert len(page.context["form"].errors["files"]) == 1
