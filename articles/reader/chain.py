"""How a picture came about, link by link: as its credentials tell, and as we recorded. No query.

The newest link comes first. What the credentials say is repeated only where they hold, and of a
file's own words only what stands in lists of ours: titles and descriptions may hold a prompt.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.images.provenance.claim import Action
from articles.images.source_types import Evidence
from articles.lib.hangul import particles
from articles.reader import deeds
from articles.reader.credentials import verdict
from articles.reader.origin import Origin

MOST = 12  # links shown; a longer chain says how many more there are
UNTRUSTED = "signingCredential.untrusted"
_STAGES = {"generation": "c2", "editing": "c1", "composite": "c1", "none": "c0"}


@dataclass(frozen=True)
class Link:
    """One link. `above` is the place in the chain of the link that was made from this one, -1 for
    the newest; `material` where it is a part of that one and not the whole picture before."""

    mark: str
    title: str
    text: str
    by: str = ""
    at: dt.datetime | None = None
    above: int = -1
    material: bool = False
    own: bool = False  # `by` is what our record names, and no signature


def chain(origin: Origin, language: str) -> list[Link]:
    """Every link down to the first; empty where the credentials do not hold."""
    found = verdict(origin.report)
    if found.bad:
        return []
    ours = _published(origin, language)
    if found.holds and (told := _told(origin.report.manifests)):
        return [ours, *told]
    return [ours, *_recorded(origin, language)]


def _published(origin: Origin, language: str) -> Link:
    site = settings.SITE_NAME[language]
    first = min(edition.first_published_at for edition in origin.editions)
    text = _("We made smaller copies and wrote the credit and the source type into them.")
    if origin.signed:
        signed = _("The copies are signed.")
        text = f"{text} {signed}"
    title = particles(_("Published by %(site)s") % {"site": site})
    return Link("c0", title, text, by=site if origin.signed else "", at=first)


def _recorded(origin: Origin, language: str) -> list[Link]:
    """What we recorded ourselves, for a file that tells nothing that can be relied on."""
    edition = origin.edition(language)
    uses = reversed(edition.image.get("ai") or [])
    own = edition.language == language  # what somebody wrote is in the story's language
    return [
        Link(
            mark=_STAGES.get(use["stage"], "c1"),
            title=deeds.stage_title(use["stage"]),
            text=" ".join(
                filter(None, [_("By our own record."), own and _sentence(use["detail"])])
            ),
            by=use["system"],
            own=True,
            above=0,
        )
        for use in uses
    ]


def _told(manifests: list[Mapping[str, Any]]) -> list[Link]:
    """The links that the credentials tell of, from the active manifest down. Place 0 is ours."""
    by_label = {each["label"]: each for each in manifests}
    active = next((m for m in manifests if m.get("active")), None)
    links: list[Link] = []
    seen: set[str] = set()
    waiting = [(active, 0, False)] if active else []
    while waiting:
        manifest, above, material = waiting.pop(0)
        if manifest is None:
            links.append(_bare(above, material))
            continue
        if manifest["label"] in seen:
            continue
        seen.add(manifest["label"])
        links.append(_link(manifest, above, material))
        waiting = [
            *(
                (by_label.get(part.get("source", "")), len(links), not _is_parent(part))
                for part in sorted(manifest.get("ingredients") or [], key=_is_parent)
            ),
            *waiting,
        ]
    return links


def _link(manifest: Mapping[str, Any], above: int, material: bool) -> Link:
    failed = set(manifest.get("failures") or ()) - {UNTRUSTED}
    if failed:
        text = _("The credentials of this step do not check out, so we do not repeat them.")
        return Link("c4", _("An unconfirmed step"), text, above=above, material=material)
    steps = [_action(each) for each in manifest.get("actions") or ()]
    found = Evidence(manifest.get("ai_evidence") or Evidence.NONE)
    mark = {Evidence.FULLY: "c2", Evidence.PARTLY: "c1"}.get(found, "c0")
    return Link(
        mark=mark,
        title=deeds.title(steps, found),
        text=deeds.sentence(steps, found),
        by=manifest.get("signer", ""),
        at=_moment(manifest.get("signed_at", "")),
        above=above,
        material=material,
    )


def _bare(above: int, material: bool) -> Link:
    """A material that brought no credentials of its own."""
    if material:
        title, text = _("A part of another picture"), _("It was put into the picture.")
    else:
        title, text = _("An earlier file"), _("The picture was made from it.")
    without = _("It carried no Content Credentials.")
    return Link("c4", title, f"{text} {without}", above=above, material=material)


def _is_parent(part: Mapping[str, Any]) -> bool:
    return part.get("relationship") == "parentOf"


def _action(data: Mapping[str, Any]) -> Action:
    keys = ("action", "digital_source_type", "software")
    return Action(**{key: str(data.get(key) or "") for key in keys})


def _sentence(text: str) -> str:
    text = text.strip().rstrip(".。")
    return f"{text}." if text else ""


def _moment(text: str) -> dt.datetime | None:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=dt.UTC)


def names(links: Iterable[Link]) -> str:
    """The chain in one line, the oldest first, for whoever cannot see its picture."""
    arrow = pgettext("between links of a chain", ", then ")
    return arrow.join(link.title for link in reversed(list(links)))
