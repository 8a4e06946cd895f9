"""The verbs of the audit trail, in words."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "article.added": _("Article started"),
    "article.saved": _("Article saved"),
    "article.translation_started": _("Version in another language started"),
    "article.submitted": _("Submitted for review"),
    "article.recalled": _("Taken back from review"),
    "case.approve": _("Approved"),
    "case.changes": _("Changes requested"),
    "case.reject": _("Rejected"),
    "article.published": _("Published"),
    "article.scheduled": _("Scheduled"),
    "article.unscheduled": _("Schedule called off"),
    "article.corrected": _("Correction published"),
    "article.withdrawn": _("Withdrawn"),
    "case.assigned": _("Moderator of a case changed"),
    "finding.dismissed": _("Finding marked as no problem"),
    "image.added": _("Image added"),
    "image.changed": _("Image details changed"),
    "section.added": _("Section added"),
    "section.changed": _("Section changed"),
    "tag.added": _("Tag added"),
    "tag.changed": _("Tag changed"),
    "byline.added": _("Byline added"),
    "byline.changed": _("Byline changed"),
    "ai_system.added": _("AI system added"),
    "ai_system.changed": _("AI system changed"),
    "person.added": _("Person added"),
    "person.changed": _("Person changed"),
    "pipeline.added": _("Pipeline added"),
    "pipeline.changed": _("Pipeline changed"),
    "demo.loaded": _("Demo newsroom loaded"),
}


def in_words(verb: str) -> str:
    """What was done; a verb that is not on the list is shown as it is written."""
    return str(DEEDS.get(verb, verb))
