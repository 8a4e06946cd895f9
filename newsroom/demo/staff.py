"""Take in what a newsroom has before its first story: people, sections, AI systems, pictures."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.hashers import make_password

from articles.disclosure.models import AISystem, AIUse
from articles.images import files, intake
from articles.images.models import ImageAsset
from articles.people.models import Byline, SectionRole, User
from articles.stories.models import Section
from newsroom.demo import copies
from newsroom.demo.passwords import password
from newsroom.demo.signed import with_credentials
from newsroom.demo.stories import ASSETS, PEOPLE, SECTIONS, STORIES, SYSTEMS
from newsroom.demo.stories.shapes import Asset, Use

IMAGES = Path(__file__).parent / "images"


@dataclass(frozen=True)
class House:
    """Everything the stories refer to, by the keys the texts use."""

    people: dict[str, User]
    bylines: dict[str, Byline]
    sections: dict[str, Section]
    systems: dict[str, AISystem]
    assets: dict[str, ImageAsset]


def settle(now: dt.datetime, written: list[Path]) -> House:
    """Make people, sections, systems and pictures; the pictures go through the image intake.

    Files that were not there before are put into `written`, so that a failure can remove them.
    """
    people, bylines = {}, {}
    for person in PEOPLE:
        user = User.objects.create(
            username=person.username,
            password=make_password(password(person.username)),
            email=f"{person.username}@galpi.example",
            name=person.name_ko,
            name_en=person.name_en,
            is_staff=True,
        )
        SectionRole.objects.create(user=user, role=person.role)
        people[person.username] = user
        bylines[person.username] = Byline.objects.create(
            slug=person.byline,
            name_ko=person.name_ko,
            name_en=person.name_en,
            title_ko=person.title_ko,
            title_en=person.title_en,
            user=user,
        )
    sections = {
        each.code: Section.objects.create(
            code=each.code, name_ko=each.name_ko, name_en=each.name_en, position=position
        )
        for position, each in enumerate(SECTIONS)
    }
    systems = {
        each.key: AISystem.objects.create(
            name=each.name,
            name_en=each.name_en,
            version=each.version,
            vendor=each.vendor,
            purpose_ko=each.purpose_ko,
            purpose_en=each.purpose_en,
        )
        for each in SYSTEMS
    }
    house = House(people, bylines, sections, systems, {})
    for asset in ASSETS:
        house.assets[asset.key] = _picture(asset, house, now)
        written += _files(house.assets[asset.key])
    written += copies.all_of(a for a in house.assets.values() if not a.already_there)
    return house


def use_fields(use: Use, house: House, recorded_by: User, used_at: dt.datetime) -> dict:
    """The columns of an AIUse, whatever it is a use on."""
    return {
        "stage": use.stage,
        "extent": "" if use.stage == "none" else use.extent,
        "digital_source_type": use.source_type,
        "system": house.systems[use.system] if use.system else None,
        "why": use.why,
        "detail": use.detail,
        "people_unchanged": use.people_unchanged,
        "prompt": use.prompt,
        "recorded_by": recorded_by,
        "used_at": used_at,
    }


def _picture(asset: Asset, house: House, now: dt.datetime) -> ImageAsset:
    writer = house.people["writer"]
    data = (IMAGES / asset.file).read_bytes()
    taken = intake.add(
        with_credentials(data, now) if asset.signed else data,
        file_name=asset.file,
        by=writer,
        credit=asset.credit,
        digital_source_type=asset.source_type,
    )
    if not taken.already_there:
        taken.licence, taken.licence_url = asset.licence, asset.licence_url
        taken.usage_terms, taken.original_public = asset.terms, asset.signed
        taken.rights_until = now + dt.timedelta(days=asset.days) if asset.days else None
        taken.save()
    if asset.use:
        first = min(s.begun(now) for s in STORIES if s.picture and s.picture.asset == asset.key)
        AIUse.objects.create(
            asset=taken,
            **use_fields(asset.use, house, writer, first + dt.timedelta(minutes=8)),
        )
    return taken


def _files(asset: ImageAsset) -> list[Path]:
    if asset.already_there:
        return []
    keys = asset.renditions.values_list("key", flat=True)
    return [files.original_path(asset.sha256), *map(files.rendition_path, keys)]
