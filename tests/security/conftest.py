"""The article form's fixtures, for whoever sends it what no browser would."""

from tests.desk_article.conftest import as_, cast, send

__all__ = ["as_", "cast", "send"]
