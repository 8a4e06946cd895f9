from articles.stories.models.article import Article, ArticleByline, ImagePlacement, Source
from articles.stories.models.revision import Revision
from articles.stories.models.section import Section, Tag

__all__ = [
    "Article",
    "ArticleByline",
    "ImagePlacement",
    "Revision",
    "Section",
    "Source",
    "Tag",
]
