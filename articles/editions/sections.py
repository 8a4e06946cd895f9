"""Sections as readers know them: a name and a code, nothing of the desk."""

from dataclasses import dataclass

from articles.stories.models import Section


@dataclass(frozen=True)
class PublicSection:
    code: str
    name: str
    about: str


def all_sections(language: str) -> list[PublicSection]:
    """Every section in the paper's order, named in `language`. One query."""
    return [
        PublicSection(row.code, row.name(language), row.about(language))
        for row in Section.objects.all()
    ]
