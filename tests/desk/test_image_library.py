import io

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.audit.models import Entry
from articles.disclosure.models import AIUse
from articles.images.models import ImageAsset
from tests.images.make import picture
from tests.images.test_alike import scene

ADD = "/admin/images/imageasset/add/"
LIST = "/admin/images/imageasset/"


def file(name="bay.png", data=None, **more):
    return SimpleUploadedFile(name, data or picture("PNG", **more), "image/png")


def drawn(number, width=480):
    """A picture of its own kind; the same number in another width is its near twin."""
    image = scene(number)
    out = io.BytesIO()
    image.resize((width, width * image.height // image.width)).save(out, "PNG")
    return out.getvalue()


def change(asset):
    return reverse("admin:images_imageasset_change", args=[asset.pk])


def said(asset, *uses, **fields):
    """What the change form sends; a use is a dict, with `id` for one that is there."""
    data = {
        "title": asset.title,
        "credit": asset.credit,
        "copyright_notice": "",
        "digital_source_type": asset.digital_source_type,
        "ai_uses-TOTAL_FORMS": str(len(uses)),
        "ai_uses-INITIAL_FORMS": str(sum(1 for use in uses if use.get("id"))),
    } | fields
    for number, use in enumerate(uses):
        whole = {"asset": asset.pk, "extent": "whole"} | use
        data |= {f"ai_uses-{number}-{name}": value for name, value in whole.items()}
    return data


def test_an_image_is_added_and_its_page_opens(cast, signed_in):
    client = signed_in(cast.writer)
    response = client.post(ADD, {"files": [file()], "credit": "갈피 그래픽"}, follow=True)
    asset = ImageAsset.objects.get()
    assert response.redirect_chain == [(change(asset), 302)]
    assert (asset.credit, asset.uploaded_by) == ("갈피 그래픽", cast.writer)
    assert Entry.objects.get(verb="image.added").actor_id == cast.writer.pk


def test_several_files_at_once(cast, signed_in):
    files = [file("a.png", drawn(1)), file("b.png", drawn(2))]
    response = signed_in(cast.writer).post(ADD, {"files": files})
    assert response.url == LIST and ImageAsset.objects.count() == 2


def test_a_refused_file_is_named_with_a_sentence_and_what_was_typed_stays(cast, signed_in):
    files = [file("good.png"), file("story.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")]
    response = signed_in(cast.writer).post(ADD, {"files": files, "credit": "내가 쓴 크레딧"})
    page = response.content.decode()
    assert response.status_code == 200 and ImageAsset.objects.count() == 1
    assert "story.svg" in page and "내가 쓴 크레딧" in page
    assert len(response.context["form"].errors["files"]) == 1


def test_sending_nothing_or_nothing_but_an_empty_file_is_a_sentence_too(cast, signed_in):
    client = signed_in(cast.writer)
    for sent in ({}, {"files": [SimpleUploadedFile("empty.png", b"")]}):
        response = client.post(ADD, sent)
        assert response.status_code == 200 and response.context["form"].errors["files"]


def test_a_file_that_is_too_big_is_refused_before_it_is_read(cast, signed_in, settings):
    settings.IMAGE_MAX_BYTES = 1024
    response = signed_in(cast.writer).post(ADD, {"files": [file("big.png", b"x" * 2000)]})
    assert "big.png" in response.content.decode() and not ImageAsset.objects.exists()


def test_more_files_than_are_taken_at_once_are_refused_in_a_sentence(cast, signed_in):
    files = [file(f"{n}.png", b"x") for n in range(21)]
    response = signed_in(cast.writer).post(ADD, {"files": files})
    assert "20" in str(response.context["form"].errors["files"])


def test_the_same_file_again_is_found_not_doubled(cast, signed_in):
    client = signed_in(cast.writer)
    for _ in range(2):
        client.post(ADD, {"files": [file()]})
    assert ImageAsset.objects.count() == 1


def test_what_is_declared_is_changed_with_an_entry(cast, signed_in, image):
    asset = image()
    response = signed_in(cast.writer).post(change(asset), said(asset, title="두 도시"))
    assert response.status_code == 302
    asset.refresh_from_db()
    assert asset.title == "두 도시"
    assert Entry.objects.get(verb="image.changed").data == {
        "changed": {"title": ["bay", "두 도시"]}
    }


def test_a_use_of_ai_is_recorded_with_who_recorded_it(cast, signed_in, image):
    asset = image()
    use = {"stage": "generation", "system": cast.system.pk, "prompt": "두 도시"}
    signed_in(cast.editor).post(change(asset), said(asset, use))
    kept = AIUse.objects.get(asset=asset)
    assert (kept.stage, kept.recorded_by, kept.prompt) == ("generation", cast.editor, "두 도시")
    entry = Entry.objects.get(verb="image.changed")
    assert entry.data == {"ai_uses": {"recorded": ["generation"], "removed": []}}
    assert "두 도시" not in str(entry.data)


def test_no_ai_cannot_stand_beside_another_use(cast, signed_in, image):
    asset = image()
    uses = [{"stage": "none"}, {"stage": "editing", "detail": "배경을 넓혔습니다"}]
    response = signed_in(cast.editor).post(change(asset), said(asset, *uses))
    assert response.status_code == 200 and not AIUse.objects.exists()
    assert "배경을 넓혔습니다" in response.content.decode()


def test_one_use_is_recorded_once(cast, signed_in, image):
    asset = image()
    response = signed_in(cast.editor).post(
        change(asset), said(asset, {"stage": "editing"}, {"stage": "editing"})
    )
    assert response.status_code == 200 and not AIUse.objects.exists()


def test_a_use_can_be_removed_and_replaced_in_one_save(cast, signed_in, image):
    asset = image()
    old = AIUse.objects.create(asset=asset, stage="none", extent="")
    uses = [{"id": old.pk, "stage": "none", "DELETE": "on"}, {"stage": "composite"}]
    signed_in(cast.editor).post(change(asset), said(asset, *uses))
    assert [use.stage for use in asset.ai_uses.all()] == ["composite"]


def test_a_text_stage_is_no_choice_for_a_picture(cast, signed_in, image):
    asset = image()
    response = signed_in(cast.editor).post(change(asset), said(asset, {"stage": "draft"}))
    assert response.status_code == 200 and not AIUse.objects.exists()


def test_saving_without_a_change_leaves_no_trace(cast, signed_in, image):
    asset = image()
    use = AIUse.objects.create(asset=asset, stage="generation", system=cast.system)
    at = timezone.localtime(use.used_at).strftime("%Y-%m-%dT%H:%M")
    kept = {"id": use.pk, "stage": "generation", "system": cast.system.pk, "used_at": at}
    before = Entry.objects.count()
    signed_in(cast.editor).post(change(asset), said(asset, kept))
    assert Entry.objects.count() == before
    use.refresh_from_db()
    assert use.recorded_by is None


def test_a_use_of_another_picture_cannot_be_taken_over(cast, signed_in, image):
    mine, theirs = image(), image()
    use = AIUse.objects.create(asset=theirs, stage="generation")
    forged = {"id": use.pk, "stage": "none", "asset": theirs.pk}
    signed_in(cast.writer).post(change(mine), said(mine, forged))
    use.refresh_from_db()
    assert (use.asset, use.stage) == (theirs, "generation")


def test_a_moderator_sees_the_picture_and_changes_nothing(cast, signed_in, image):
    asset, client = image(), signed_in(cast.moderator)
    page = client.get(change(asset)).content.decode()
    assert "/admin/images/file/" in page and 'name="_save"' not in page
    assert client.post(change(asset), said(asset, title="x")).status_code == 403
    assert client.post(ADD, {"files": [file()]}).status_code == 403


def test_the_files_of_the_library_are_for_staff(cast, signed_in, image):
    key = image().renditions.first().key
    address = reverse("admin:image_file", args=[key])
    response = signed_in(cast.moderator).get(address)
    assert response.status_code == 200 and response["Content-Type"].startswith("image/")
    assert response["Cache-Control"] == "private, max-age=600"
    assert Client().get(address).status_code == 302
    assert signed_in(cast.visitor).get(address).status_code == 302


def test_a_file_name_that_is_a_path_finds_nothing(cast, signed_in):
    client = signed_in(cast.writer)
    for key in ("..%2f..%2fsettings.py", "0" * 32 + ".webp", "%00", "a" * 500):
        assert client.get(f"/admin/images/file/{key}").status_code == 404
