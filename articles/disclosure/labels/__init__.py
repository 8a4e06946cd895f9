"""Labels: derived from records (`derive`), put into words (`words`), told whole (`record`). Pure."""

from articles.disclosure.labels.derive import (
    Label,
    Review,
    Use,
    from_snapshot,
    image_label,
    text_label,
)
from articles.disclosure.labels.record import Record, RecordWords, Step, record_words
from articles.disclosure.labels.words import Words, words

__all__ = [
    "Label",
    "Record",
    "RecordWords",
    "Review",
    "Step",
    "Use",
    "Words",
    "from_snapshot",
    "image_label",
    "record_words",
    "text_label",
    "words",
]
