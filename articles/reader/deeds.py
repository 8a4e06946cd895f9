"""What was done to a picture, in words: the actions of C2PA, the stages of our own record."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.images.provenance.claim import Action
from articles.images.source_types import Evidence
from articles.images.steps import ACTIONS

CAMERAS = {"digitalCapture", "computationalCapture"}
# Steps that leave what can be seen as it was.
TECHNICAL = {
    "c2pa.opened",
    "c2pa.converted",
    "c2pa.edited.metadata",
    "c2pa.published",
    "c2pa.repackaged",
    "c2pa.resized",
    "c2pa.resized.proportional",
    "c2pa.saved",
    "c2pa.transcoded",
}


def title(steps: list[Action], found: Evidence) -> str:
    """A link of the chain in a few words. `found` is what its steps say about AI."""
    if found is Evidence.FULLY:
        return _("Made by AI")
    if found is Evidence.PARTLY:
        return _("Made in part or edited with AI")
    born = [step for step in steps if step.action == "c2pa.created"]
    if any(step.digital_source_type in CAMERAS for step in born):
        return _("Taken with a camera")
    if born:
        return pgettext("a picture", "Made")
    if any(step.action not in TECHNICAL for step in steps):
        return pgettext("a picture", "Edited")
    return pgettext("a picture", "Saved again")


def sentence(steps: list[Action], found: Evidence) -> str:
    """What is on record of a link, and what it says about AI: never that none was used."""
    done = dict.fromkeys(action(step.action) for step in steps)
    said = [_("Recorded: %(steps)s.") % {"steps": ", ".join(done)}] if done else []
    tools = dict.fromkeys(step.software for step in steps if step.software)
    if tools:
        said.append(_("Tool: %(tools)s.") % {"tools": ", ".join(tools)})
    said.append(evidence(found))
    return " ".join(said)


def action(code: str) -> str:
    """One action of C2PA; a code that no list of ours knows is the file's own word."""
    return str(ACTIONS.get(code) or _("another step"))


def evidence(found: Evidence) -> str:
    return {
        Evidence.FULLY: _("It says that generative AI made the whole picture."),
        Evidence.PARTLY: _("It says that generative AI made or changed a part of the picture."),
        Evidence.POSSIBLY: _("It says something that may mean that AI was used."),
    }.get(found, _("No use of AI is declared in it."))


def stage_title(stage: str) -> str:
    """A stage of our own record, as a link of the chain."""
    return {
        "generation": _("Made by AI"),
        "editing": _("Edited with AI"),
        "composite": _("Put together, in part with AI"),
        "none": _("Made without AI"),
    }.get(stage, _("AI was used"))
