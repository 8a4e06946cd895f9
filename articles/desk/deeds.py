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
    "case.images_checked": _("Images of a case checked again"),
    "review_policy.added": _("Review policy added"),
    "review_policy.changed": _("Review policy changed"),
    "review_policy.deleted": _("Review policy removed"),
    "comment.added": _("Comment written"),
    "comment.answered": _("Comment answered"),
    "comment.resolved": _("Comment resolved"),
    "finding.applied": _("Suggestion of a check applied"),
    "finding.dismissed": _("Finding marked as no problem"),
    "image.added": _("Image added"),
    "image.changed": _("Image details changed"),
    "image.confirmed": _("Confirmed what an image’s file suggests"),
    "image.checked": _("Image checked again"),
    "trust_list.installed": _("Trust list installed"),
    "trust_list.removed": _("Trust list removed"),
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
    "check_setting.added": _("Setting of a check added"),
    "check_setting.changed": _("Setting of a check changed"),
    "check_setting.deleted": _("Setting of a check removed"),
    "glossary_term.added": _("Glossary term added"),
    "glossary_term.changed": _("Glossary term changed"),
    "glossary_term.deleted": _("Glossary term removed"),
    "demo.loaded": _("Demo newsroom loaded"),
}


def in_words(verb: str) -> str:
    """What was done; a verb that is not on the list is shown as it is written."""
    return str(DEEDS.get(verb, verb))
