from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles.audit.models import Entry
from articles.images import intake, trust
from articles.images.models import TrustList
from tests.images import make

LIST = "/admin/images/trustlist/"


def sent(data: bytes, **more) -> dict:
    file = SimpleUploadedFile("list.pem", data)
    return {"file": file, "kind": "signers", "name": "Tests", "issued": "2026-08-05"} | more


def test_an_administrator_installs_a_list(cast, signed_in):
    client = signed_in(cast.administrator)
    page = client.post(LIST + "add/", sent(make.authority()), follow=True)
    row = TrustList.objects.get()
    assert (row.certificates, row.installed_by) == (1, cast.administrator)
    assert f"{row.issued_at:%Y-%m}" == "2026-08"
    assert "Tests" in page.content.decode()
    assert Entry.objects.filter(verb="trust_list.installed").count() == 1


def test_the_same_name_again_replaces_it(cast, signed_in):
    client = signed_in(cast.administrator)
    client.post(LIST + "add/", sent(make.authority()))
    client.post(LIST + "add/", sent(make.authority(90_000)))
    assert TrustList.objects.count() == 1
    assert Entry.objects.filter(verb="trust_list.installed").count() == 2


def test_what_is_no_list_comes_back_with_a_sentence(cast, signed_in):
    page = signed_in(cast.administrator).post(LIST + "add/", sent(b"hello"))
    assert page.status_code == 200 and "PEM" in page.content.decode()
    assert not TrustList.objects.exists()


def test_everybody_sees_the_lists_and_only_an_administrator_changes_them(cast, signed_in):
    row = trust.install(make.authority(), kind="signers", name="Tests", by=None)
    one = reverse("admin:images_trustlist_change", args=[row.pk])
    for person in (cast.writer, cast.editor, cast.moderator):
        client = signed_in(person)
        assert "Tests" in client.get(LIST).content.decode()
        assert "Test root · Tests" in client.get(one).content.decode()
        assert client.post(LIST + "add/", sent(make.authority())).status_code == 403
        assert client.post(f"{LIST}{row.pk}/delete/", {"post": "yes"}).status_code == 403
    assert TrustList.objects.count() == 1


def test_a_list_is_removed_and_the_trail_says_so(cast, signed_in):
    row = trust.install(make.authority(), kind="signers", name="Tests", by=None)
    client = signed_in(cast.administrator)
    assert client.get(f"{LIST}{row.pk}/delete/").status_code == 200
    client.post(f"{LIST}{row.pk}/delete/", {"post": "yes"})
    assert not TrustList.objects.exists()
    assert Entry.objects.get(verb="trust_list.removed").object_name == "Tests"


def test_a_list_is_never_changed_in_place(cast, signed_in):
    row = trust.install(make.authority(), kind="signers", name="Tests", by=None)
    one = reverse("admin:images_trustlist_change", args=[row.pk])
    answer = signed_in(cast.administrator).post(one, {"name": "Other", "kind": "timestamps"})
    assert answer.status_code == 403
    assert TrustList.objects.get().name == "Tests"


def test_the_page_of_a_picture_says_when_other_lists_are_installed(cast, signed_in):
    data = make.signed(make.picture(), make.created("digitalCapture"))
    asset = intake.add(data, file_name="a.jpg", by=cast.writer)
    client = signed_in(cast.editor)
    address = reverse("admin:images_imageasset_change", args=[asset.pk])
    before = client.get(address).content.decode()
    trust.install(make.authority(), kind="signers", name="Tests", by=None)
    after = client.get(address).content.decode()
    said = "신뢰 목록이 바뀌" if "신뢰 목록이 바뀌" in after else "trust lists have changed"
    assert said in after and said not in before


def test_a_day_at_the_end_of_the_calendar_comes_back_with_a_sentence(cast, signed_in):
    for day in ("0001-01-01", "9999-12-31"):
        page = signed_in(cast.administrator).post(LIST + "add/", sent(make.authority(), issued=day))
        assert page.status_code == 200 and page.context["errors"]
    assert not TrustList.objects.exists()
