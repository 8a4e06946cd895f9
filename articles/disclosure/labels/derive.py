"""From records to the label a reader sees. Pure: no database, no request.

`text_label` and `image_label` decide the state; `words` puts it into a language. The states and
the wording are those of the design's label table. Nothing recorded is "unknown", never "none".
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from articles.disclosure.stages import ImageStage, ImageState, TextStage, TextState

TEXT_MARKS = {
    TextState.NONE: "c0",
    TextState.ASSISTED: "c1",
    TextState.TRANSLATED: "c1",
    TextState.GENERATED: "c2",
    TextState.UNKNOWN: "c4",
}
IMAGE_MARKS = {
    ImageState.NONE: "s0",
    ImageState.GENERATED: "s2",
    ImageState.EDITED: "s1",
    ImageState.COMPOSITE: "s3",
    ImageState.UNKNOWN: "s4",
    ImageState.INVALID: "cr",
}
PHOTOGRAPHS = {"digitalCapture", "computationalCapture", "negativeFilm", "positiveFilm"}


@dataclass(frozen=True)
class Use:
    """One recorded use of AI, as much of it as a label needs."""

    stage: str
    extent: str = "whole"
    detail: str = ""
    people_unchanged: bool = False


@dataclass(frozen=True)
class Review:
    """A person's approval of exactly this text. `title` is what readers know that person as."""

    name: str
    title: str = ""


@dataclass(frozen=True)
class Label:
    """What a reader is told of one text or one image, before it is put into words."""

    subject: str  # "text" or "image"
    state: str
    reviewed: bool = False
    reviewer: str = ""
    reviewer_title: str = ""
    tasks: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()  # other outlets whose reports it rests on
    materials: tuple[str, ...] = ()  # whose documents or data, where there is no such report
    text_only: bool = False  # "no AI" is true of the text, and an image says something else
    photograph: bool = False
    from_language: str = ""
    detail: str = ""
    people_unchanged: bool = False

    @property
    def mark(self) -> str:
        """The glyph: half-filled, filled and so on; a dashed ring where nobody has checked."""
        if self.subject == "image":
            return IMAGE_MARKS[ImageState(self.state)]
        checked = self.reviewed or self.state not in {"translated", "generated"}
        return TEXT_MARKS[TextState(self.state)] if checked else "c3"

    @property
    def code(self) -> str:
        """The state for style sheets, counts and data: `generated_unreviewed` is its own."""
        waits = self.subject == "text" and self.state in {"translated", "generated"}
        return f"{self.state}_unreviewed" if waits and not self.reviewed else self.state

    def as_json(self) -> dict[str, Any]:
        return {key: list(v) if isinstance(v, tuple) else v for key, v in asdict(self).items()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Label":
        return cls(**{key: tuple(v) if isinstance(v, list) else v for key, v in data.items()})


def text_label(
    uses: Iterable[Use],
    review: Review | None = None,
    *,
    outlets: Iterable[str] = (),
    materials: Iterable[str] = (),
    from_language: str = "",
    text_only: bool = False,
) -> Label:
    """The text's label. A draft outweighs a translation, a translation outweighs help."""
    stages = [use.stage for use in uses]
    done = [stage for stage in stages if stage != TextStage.NONE]
    if not stages:
        state = TextState.UNKNOWN
    elif not done:
        state = TextState.NONE
    elif TextStage.DRAFT in done:
        state = TextState.GENERATED
    elif TextStage.TRANSLATION in done:
        state = TextState.TRANSLATED
    else:
        state = TextState.ASSISTED
    return Label(
        subject="text",
        state=state.value,
        reviewed=review is not None,
        reviewer=review.name if review else "",
        reviewer_title=review.title if review else "",
        tasks=tuple(done),
        outlets=tuple(outlets),
        materials=tuple(materials),
        text_only=text_only,
        from_language=from_language,
    )


def image_label(
    uses: Iterable[Use], credentials: str = "none", digital_source_type: str = ""
) -> Label:
    """The image's label. Credentials that were tampered with outweigh whatever was declared; those
    that are invalid for another reason outweigh all but a recorded use of AI, which readers are
    never denied."""
    uses = list(uses)
    by_stage = {use.stage: use for use in uses}
    use = None
    if credentials == "invalid_tampered":
        state = ImageState.INVALID
    elif ImageStage.GENERATION in by_stage:
        state, use = ImageState.GENERATED, by_stage[ImageStage.GENERATION]
    elif ImageStage.COMPOSITE in by_stage:
        state, use = ImageState.COMPOSITE, by_stage[ImageStage.COMPOSITE]
    elif ImageStage.EDITING in by_stage:
        state, use = ImageState.EDITED, by_stage[ImageStage.EDITING]
    elif credentials.startswith("invalid"):
        state = ImageState.INVALID
    elif ImageStage.NONE in by_stage:
        state = ImageState.NONE
    else:
        state = ImageState.UNKNOWN
    return Label(
        subject="image",
        state=state.value,
        tasks=tuple(stage for stage in by_stage if stage != ImageStage.NONE),
        photograph=digital_source_type in PHOTOGRAPHS,
        detail=use.detail if use else "",
        people_unchanged=bool(use and use.people_unchanged),
    )


def from_snapshot(
    snapshot: Mapping[str, Any], review: Review | None = None
) -> tuple[Label, dict[int, Label]]:
    """The text's label and each image's (by asset) of one revision."""
    recorded = snapshot["ai_uses"]
    original = snapshot.get("translated_from")
    declared = {image["asset"]: image["digital_source_type"] for image in snapshot["images"]}
    images = {
        int(asset): image_label(
            map(_use, said["uses"]), said["credentials"], declared.get(int(asset), "")
        )
        for asset, said in recorded["images"].items()
    }
    outlets = _outlets(snapshot, "secondary")
    text = text_label(
        map(_use, recorded["text"]),
        review,
        outlets=outlets,
        materials=() if outlets else _outlets(snapshot, "primary"),
        from_language=original["language"] if original else _source_language(snapshot),
        text_only=any(label.state != ImageState.NONE for label in images.values()),
    )
    return text, images


def _outlets(snapshot: Mapping[str, Any], kind: str) -> tuple[str, ...]:
    named = (s["outlet"] for s in snapshot["sources"] if s["kind"] == kind and s["outlet"])
    return tuple(dict.fromkeys(named))


def _use(data: Mapping[str, Any]) -> Use:
    return Use(data["stage"], data["extent"], data["detail"], data["people_unchanged"])


def _source_language(snapshot: Mapping[str, Any]) -> str:
    for source in snapshot["sources"]:
        if source["language"] and source["language"] != snapshot["language"]:
            return source["language"]
    return ""
