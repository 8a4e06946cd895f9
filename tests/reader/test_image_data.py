"""The origin of an image for machines, and the original file for whoever wants to check it."""

import io
import re
from collections.abc import Callable

import pytest
from django.test import Client
from PIL import Image

from articles.disclosure.models import AIUse
from articles.editions.models import Edition
from articles.images import files, originals
from articles.images.models import ImageAsset, ProvenanceReport
from tests.cast import Cast
from tests.images import make

Published = Callable[..., Edition]


def data(edition: Edition) -> dict:
    return Client().get(f"/images/{edition.image['public_id']}.json").json()


def released(edition: Edition) -> ImageAsset:
    asset = ImageAsset.objects.get(pk=edition.image["asset"])
    asset.original_public = True
    asset.save()
    return asset


def with_exif(**tags: object) -> bytes:
    image, out = Image.new("RGB", (60, 40), "red"), io.BytesIO()
    exif = Image.Exif()
    for number, value in tags.items():
        folder, tag = (int(part, 16) for part in number[1:].split("_"))
        exif.get_ifd(folder)[tag] = value
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_the_data_is_open_to_all_and_says_what_the_page_says(published: Published) -> None:
    edition = published()
    response = Client().get(f"/images/{edition.image['public_id']}.json")
    found = response.json()
    assert response["Content-Type"] == "application/json"
    assert response["Access-Control-Allow-Origin"] == "*" and not response.cookies
    assert response["Cache-Control"] == "public, max-age=300"
    assert found["label"]["code"] == "generated" and found["credentials"]["state"] == "none"
    assert found["declared"]["ai"][0]["stage"] == "generation"
    assert found["used_in"][0]["headline"] == edition.headline
    assert found["file"]["sha256"].startswith(found["id"])


def test_nothing_of_the_newsroom_is_in_it(cast: Cast, published: Published) -> None:
    edition = published()
    AIUse.objects.filter(asset=edition.image["asset"]).update(prompt="쟝쿠르드 비밀 지시")
    ProvenanceReport.objects.filter(asset=edition.image["asset"]).update(
        state="trusted",
        raw={"secret": "쟝쿠르드"},
        xmp={"ai_prompt": "쟝쿠르드", "creator": "쟝쿠르드"},
        manifests=[
            {
                "label": "top",
                "active": True,
                "title": "쟝쿠르드.jpg",
                "actions": [{"action": "c2pa.created", "description": "쟝쿠르드"}],
                "ingredients": [{"relationship": "parentOf", "title": "쟝쿠르드"}],
            }
        ],
    )
    image = edition.image["public_id"]
    for address in (f"/images/{image}.json", f"/ko/images/{image}/", f"/en/images/{image}/"):
        text = Client().get(address).content.decode()
        for word in ("쟝쿠르드", cast.writer.username, cast.writer.email, "박도윤", "bay.jpg"):
            assert word not in text


def test_every_moment_is_to_the_second(published: Published) -> None:
    text = str(data(published()))
    times = re.findall(r"\d{4}-\d\d-\d\dT[^']+", text)
    assert len(times) >= 3
    assert all(re.fullmatch(r"[\d-]+T\d\d:\d\d:\d\d\+00:00", each) for each in times)


def test_of_invalid_credentials_the_data_gives_the_verdict_alone(published: Published) -> None:
    edition = published()
    ProvenanceReport.objects.update(state="invalid_tampered", signer="Somebody")
    found = data(edition)["credentials"]
    assert found["state"] == "invalid_tampered"
    assert not {"signer", "signed_at", "chain", "ai_evidence"} & found.keys()


def test_the_data_is_asked_for_again_only_when_it_changed(published: Published) -> None:
    address = f"/images/{published().image['public_id']}.json"
    etag = Client().get(address)["ETag"]
    assert Client().get(address, headers={"If-None-Match": etag}).status_code == 304
    assert Client().post(address).status_code == 405


def test_the_original_goes_out_as_it_came_in(published: Published) -> None:
    edition = published()
    asset = released(edition)
    address = f"/images/{asset.public_id}/original"
    response = Client().get(address)
    assert b"".join(response) == files.original_path(asset.sha256).read_bytes()
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Disposition"] == f'attachment; filename="{asset.public_id}.jpg"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert data(edition)["file"]["download"] == f"http://testserver{address}"
    known = {"If-None-Match": response["ETag"]}
    assert Client().get(address, headers=known).status_code == 304
    assert Client().head(address).status_code == 200


def test_an_original_that_was_not_released_is_not_there(published: Published) -> None:
    edition = published()
    address = f"/images/{edition.image['public_id']}/original"
    assert Client().get(address).status_code == 404
    assert data(edition)["file"]["download"] is None


@pytest.mark.parametrize(
    ("tags", "private"),
    [
        ({}, False),
        ({"x8769_9003": "2026:01:02 03:04:05"}, False),
        ({"x8825_2": (37.0, 33.0, 59.0)}, True),
        ({"x8769_a431": "SERIAL-1"}, True),
        ({"x8769_a430": "Somebody"}, True),
        ({"x8769_927c": b"maker note"}, True),
    ],
)
def test_places_and_serial_numbers_keep_an_original_inside(
    tags: dict[str, object], private: bool
) -> None:
    assert originals.is_private(with_exif(**tags)) is private


def test_coordinates_in_embedded_metadata_count_too() -> None:
    packet = make.packet('xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="37,33N"')
    assert originals.is_private(make.picture(xmp=packet))
    assert originals.is_private(make.png_with_xmp(packet))
    assert originals.is_private(b"no picture at all")


@pytest.mark.parametrize(
    ("name", "private"),
    [
        ("aux:SerialNumber", True),
        ("aux:OwnerName", True),
        ("exifEX:CameraOwnerName", True),
        ("plus:CopyrightOwnerName", False),
    ],
)
def test_serial_numbers_and_owners_in_xmp_count_too(name: str, private: bool) -> None:
    space = f'xmlns:{name.partition(":")[0]}="http://example.test/"'
    packet = make.packet(f'{space} {name}="Somebody"')
    assert originals.is_private(make.picture(xmp=packet)) is private


def test_a_place_in_a_second_block_or_a_second_picture_counts_too() -> None:
    first, second = make.picture(), with_exif(x8825_2=(37.0, 33.0, 59.0))
    size = int.from_bytes(second[second.index(b"\xff\xe1") + 2 :][:2], "big")
    start = second.index(b"\xff\xe1")
    block = second[start : start + 2 + size]
    own = with_exif(x8769_9003="2026:01:02 03:04:05")
    assert originals.is_private(own + second)
    assert originals.is_private(own.replace(b"\xff\xdb", block + b"\xff\xdb", 1))
    assert originals.is_private(first + b"Exif\x00\x00II*\x00" * 40)
    assert not originals.is_private(own + first)


def test_an_original_with_a_place_in_it_is_not_handed_out(published: Published) -> None:
    edition = published()
    asset = released(edition)
    originals.tells_too_much.cache_clear()
    files.original_path(asset.sha256).write_bytes(with_exif(x8825_2=(37.0, 33.0, 59.0)))
    assert Client().get(f"/images/{asset.public_id}/original").status_code == 404
    html = Client().get(f"/en/images/{asset.public_id}/").content.decode()
    originals.tells_too_much.cache_clear()
    assert "We do not hand out the original" in html and "/original" not in html
