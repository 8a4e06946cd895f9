"""What a moderator reads about findings on pictures, and how their data is put into words."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from articles.images import source_types
from articles.images.rights import local

CODES = {
    "image_checked_again": (
        _("The picture reads worse than when the text was saved"),
        _(
            "Its file has been checked again since, and the result is worse. This revision cannot be "
            "published. Ask for changes: the text has to be saved and submitted again."
        ),
    ),
    "image_tampered": (
        _("The picture was changed after signing"),
        _(
            "The file or its credentials were changed after they were signed, and readers get the "
            "label “Credentials invalid”. Ask the source for the original, or choose another "
            "picture."
        ),
    ),
    "image_credentials_invalid": (
        _("The picture’s credentials do not check out"),
        _(
            "They fail a check, so what they say is disregarded. The report on the picture’s page "
            "says which one. Find out some other way where the picture comes from."
        ),
    ),
    "image_credentials_invalid/expired": (
        _("The picture’s credentials have expired"),
        _(
            "The signer’s certificate had expired and nothing proves when the file was signed, so "
            "what the credentials say is disregarded. Find out some other way where the picture "
            "comes from."
        ),
    ),
    "image_unreadable": (
        _("The picture’s credentials cannot be read"),
        _(
            "The file holds Content Credentials that are broken, so nobody can tell what they "
            "said. Ask the source for the original file."
        ),
    ),
    "image_ai_undeclared": (
        _("AI use of the picture not recorded"),
        _(
            "The file says that generative AI made the whole picture, but no use of AI is recorded "
            "for it, so readers would not be told. Record on the picture’s page what AI did."
        ),
    ),
    "image_ai_undeclared/partly": (
        _("AI use of the picture not recorded"),
        _(
            "The file says that generative AI made or changed a part of the picture, but no use of "
            "AI is recorded for it, so readers would not be told. Record on the picture’s page "
            "what AI did."
        ),
    ),
    "image_ai_undeclared/system": (
        _("AI use of the picture not recorded"),
        _(
            "The file names an AI system, but no use of AI is recorded for the picture. Find out "
            "what it did, and record it on the picture’s page."
        ),
    ),
    "image_ai_undeclared/declared": (
        _("AI use of the picture not recorded"),
        _(
            "The source type declared for the picture is “%(declared_type)s”, but no use of AI is "
            "recorded for it, so readers would not be told. Put right the one or the other on the "
            "picture’s page."
        ),
    ),
    "image_ai_more": (
        _("More AI in the picture than recorded"),
        _(
            "The file says that generative AI made the whole picture; only a part is recorded. Put the "
            "record right on the picture’s page, or say why it is right."
        ),
    ),
    "image_ai_possible": (
        _("AI may have been used for the picture"),
        _(
            "The file says something that may mean that AI was used, and no use of AI is recorded. "
            "Ask whoever made the picture."
        ),
    ),
    "image_not_a_photograph": (
        _("Declared a photograph, made by AI"),
        _(
            "The picture is declared as “%(declared_type)s”, but the file says that generative AI "
            "made the whole picture. Put the source type right on the picture’s page."
        ),
    ),
    "image_declared_differs": (
        _("The declared source type says less than the file"),
        _(
            "The picture is declared as “%(declared_type)s”, but the file gives evidence of "
            "generative AI. Put the source type right on the picture’s page."
        ),
    ),
    "image_camera": (
        _("Recorded as AI-generated, but the file names a camera"),
        _(
            "The file says “%(evidenced_type)s”. That does not prove that no AI was used. Check "
            "that what is recorded belongs to this picture."
        ),
    ),
    "image_rights_ended": (
        _("The picture’s rights have ended"),
        _(
            "They ended on %(moment)s, so the picture cannot be published. Choose another one, or "
            "enter the new end on the picture’s page if it was agreed."
        ),
    ),
    "image_rights_not_begun": (
        _("The picture is under embargo"),
        _(
            "It may not be shown before %(moment)s. Have the story published later, or choose "
            "another picture."
        ),
    ),
    "image_rights_end_soon": (
        _("The picture’s rights end soon"),
        _(
            "They end on %(moment)s; from then on readers see the story without the picture. "
            "Have them extended, or choose another picture."
        ),
    ),
    "image_no_credit": (
        _("The picture has no credit"),
        _("Nobody is named beside it. Enter the credit on the picture’s page."),
    ),
    "image_no_release": (
        _("No model release"),
        _(
            "People can be recognised in the picture, and there is no release from them. Find out "
            "whether it may be used here without one."
        ),
    ),
    "image_data_mining": (
        _("The picture’s terms restrict machine use"),
        _(
            "They prohibit data mining, and AI was used on the picture. Find out whether they "
            "allow what was done."
        ),
    ),
}


class _Moments:
    """A moment in ISO 8601 as it is written in the language that is active."""

    def get(self, text: str, default: str) -> str:
        return local(dt.datetime.fromisoformat(text)) if text else default


class _SourceTypes:
    def get(self, text: str, default: str) -> str:
        return source_types.label(text) or default


WORDS = {
    "moment": _Moments(),
    "declared_type": _SourceTypes(),
    "evidenced_type": _SourceTypes(),
}
