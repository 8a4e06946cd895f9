"""Closed sets of the disclosure room. Pure."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class TextStage(TextChoices):
    """What AI did to a text; NONE is the recorded statement that it did nothing."""

    NONE = "none", _("No AI was used")
    DRAFT = "draft", _("Wrote the draft")
    TRANSLATION = "translation", _("Translated")
    SUMMARY = "summary", _("Summarised (standfirst, key points)")
    HEADLINE = "headline", _("Suggested headlines")
    COPY_EDIT = "copy_edit", _("Copy-editing")
    RESEARCH = "research", _("Research notes")
    TRANSCRIPTION = "transcription", _("Transcription")


class ImageStage(TextChoices):
    """What AI did to an image; NONE is the recorded statement that it did nothing."""

    NONE = "none", _("No AI was used")
    GENERATION = "generation", _("Generated the image")
    EDITING = "editing", _("Edited a real image")
    COMPOSITE = "composite", _("Combined images, in part made with AI")


class Extent(TextChoices):
    WHOLE = "whole", _("The whole")
    LARGE = "large", _("A large part")
    SMALL = "small", _("A small part")


class TextState(TextChoices):
    NONE = "none", _("No AI")
    ASSISTED = "assisted", _("AI-assisted")
    TRANSLATED = "translated", _("AI-translated")
    GENERATED = "generated", _("AI-written")
    UNKNOWN = "unknown", _("AI use not recorded")


class ImageState(TextChoices):
    NONE = "none", _("Made without AI")
    GENERATED = "generated", _("AI-generated image")
    EDITED = "edited", _("AI-edited image")
    COMPOSITE = "composite", _("Composite image")
    UNKNOWN = "unknown", _("Origin not confirmed")
    INVALID = "invalid", _("Credentials invalid")
