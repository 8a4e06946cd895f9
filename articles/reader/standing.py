"""The figures of “How we use AI”, ready to be shown."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import number_format

from articles.disclosure.labels import Record, Words, record_words, words
from articles.editions import stats
from articles.reader.label_guide import TEXT_CODES, text_example

# These stand in the table even at nought: a label that is never used says something too.
ALWAYS = ("none", "assisted", "translated", "generated")
# Which pattern of the bar a label has; what is unknown stays blank.
SEGMENTS = (
    ("m0", ("none",)),
    ("m1", ("assisted",)),
    ("m2", ("translated", "translated_unreviewed")),
    ("m3", ("generated", "generated_unreviewed")),
)


@dataclass(frozen=True)
class Row:
    label: Words
    stories: int
    share: str
    corrected: int
    rate: str


@dataclass(frozen=True)
class Segment:
    """A part of the bar; `x` and `width` are SVG percentages, which know no decimal comma."""

    pattern: str
    x: str
    width: str


@dataclass(frozen=True)
class System:
    name: str
    uses: str
    first_used: dt.datetime


@dataclass(frozen=True)
class Standing:
    counts: stats.Counts
    drafted: int
    rows: list[Row]
    bar: list[Segment]
    systems: list[System]


def standing(language: str, now: dt.datetime) -> Standing:
    """Two queries: the stories of the last 30 days, the AI systems of all time."""
    found = stats.counts(now)
    return Standing(
        counts=found,
        drafted=found.of("generated", "generated_unreviewed"),
        rows=rows(found, language),
        bar=bar(found),
        systems=[
            System(use.name, _uses(use, language), use.first_used)
            for use in stats.systems(language, now)
        ],
    )


def rows(found: stats.Counts, language: str) -> list[Row]:
    """The table, in the order of the label guide; percentages with one decimal."""
    by_code = {row.code: row for row in found.by_label}
    made = []
    for code in TEXT_CODES:
        row = by_code.get(code, stats.LabelCount(code, 0, 0))
        if not row.stories and code not in ALWAYS:
            continue
        label = words(text_example(code), language)
        share, rate = _percent(row.stories, found.stories), _percent(row.corrected, row.stories)
        made.append(Row(label, row.stories, share, row.corrected, rate))
    return made


def bar(found: stats.Counts) -> list[Segment]:
    """The parts of the whole, left to right; those of nothing are left out."""
    segments, x = [], 0.0
    for pattern, codes in SEGMENTS:
        part = found.of(*codes)
        if part:
            width = 100 * part / found.stories
            segments.append(Segment(pattern, f"{x:.2f}%", f"{width:.2f}%"))
            x += width
    return segments


def _uses(use: stats.SystemUse, language: str) -> str:
    said = record_words(Record(ai_did=use.text_stages, image_did=use.image_stages), language)
    return said.rows[0][1]


def _percent(part: int, whole: int) -> str:
    # Rounded first: number_format cuts digits off.
    return f"{number_format(round(100 * part / whole, 1), 1)}%" if whole else "–"
