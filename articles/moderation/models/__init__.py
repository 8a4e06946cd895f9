from articles.moderation.models.case import Case, Finding, Severity
from articles.moderation.models.comment import Comment
from articles.moderation.models.decision import Decision
from articles.moderation.models.glossary import GlossaryTerm
from articles.moderation.models.policy import CheckSetting, ReviewPolicy
from articles.moderation.models.saved import SavedFilter

__all__ = [
    "Case",
    "CheckSetting",
    "Comment",
    "Decision",
    "Finding",
    "GlossaryTerm",
    "ReviewPolicy",
    "SavedFilter",
    "Severity",
]
